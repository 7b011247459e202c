// Shortcuts of the command list: as text for tooltips, and from key presses where no native menu catches them.

import { COMMANDS, type CommandEntry, type CommandId } from '../../shared/text/command-list';

const ENTRIES: readonly (CommandEntry & { readonly id: CommandId })[] = COMMANDS;

/** The shortcut as a clerk reads it, “Ctrl+Shift+S”; empty when the command has none. */
export function shortcutText(id: CommandId): string {
  return ENTRIES.find((entry) => entry.id === id)?.shortcut?.replace('CmdOrCtrl', 'Ctrl') ?? '';
}

/** The command meant by a key press, or undefined. Letters are compared without case; Ctrl and ⌘ are one. */
export function commandOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): CommandId | undefined {
  const pressed = [
    ...(event.ctrlKey || event.metaKey ? ['CmdOrCtrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ].join('+');
  return ENTRIES.find((entry) => entry.shortcut === pressed)?.id;
}
