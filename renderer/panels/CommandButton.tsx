// A button that runs a command; its tooltip names the command in full and its shortcut.

import { COMMANDS, type CommandId } from '../../shared/text/command-list';
import type { Commands } from '../commands/commands';
import { shortcutText } from '../commands/shortcuts';

interface CommandButtonProps {
  readonly id: CommandId;
  /** The name on the button, shorter than the command's own. */
  readonly label: string;
  readonly commands: Commands;
  /** For a command that turns something on and off. */
  readonly isPressed?: boolean;
  /** Called before the command runs. */
  readonly onRun?: () => void;
}

export function CommandButton({ id, label, commands, isPressed, onRun }: CommandButtonProps) {
  const shortcut = shortcutText(id);
  const name = COMMANDS.find((command) => command.id === id)!.label.replace('…', '');
  return (
    <button
      type="button"
      data-command={id}
      title={shortcut === '' ? name : `${name}（${shortcut}）`}
      aria-label={label.length === 1 ? name : undefined}
      aria-pressed={isPressed}
      disabled={!commands[id].isEnabled()}
      // The keyboard stays where it is: in the cell or the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        onRun?.();
        void commands[id].run();
      }}
    >
      {label}
    </button>
  );
}
