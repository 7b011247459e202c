// The commands of the window, and what sets them off besides buttons: the native menu, the keyboard,
// and files that are opened from outside.

import { useLayoutEffect, useMemo } from 'react';
import { createCommands, type CommandContext, type Commands } from './commands';
import { takeReportFile } from './open-report';
import { focusNextRegion } from './focus-regions';
import { commandOfKey } from './shortcuts';

/**
 * The commands over this context, connected before the window is seen: a key pressed the moment it is drawn counts.
 * The context must be the same object from one drawing to the next.
 */
export function useCommands(context: CommandContext): Commands {
  const { platform, notify } = context;
  const commands = useMemo(() => createCommands(context), [context]);

  useLayoutEffect(
    () =>
      platform.onCommand((id) => {
        if (!isDialogOpen() && commands[id].isEnabled()) void commands[id].run();
      }),
    [platform, commands],
  );

  useLayoutEffect(
    () =>
      platform.onFileDelivered((file) => {
        if (file.outcome === 'failed') notify({ tone: 'failed', text: `打不开文件：${file.reason}` });
        else void takeReportFile(file, context);
      }),
    [platform, notify, context],
  );

  useLayoutEffect(() => {
    // Before any field hears of it: a cell that is being typed keeps its keys to itself. On the desktop too: a field's
    // own undo would otherwise come before the menu's.
    const press = (event: KeyboardEvent): void => {
      const id = commandOfKey(event);
      if (id === undefined || isComposing(event) || isDialogOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      if (commands[id].isEnabled()) void commands[id].run();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [commands]);

  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || isComposing(event) || isDialogOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      focusNextRegion(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);

  return commands;
}

/** A dialog has the keyboard until it is closed. */
function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** While an input method composes, all keys are its own. */
function isComposing({ isComposing: composes, keyCode }: KeyboardEvent): boolean {
  return composes || keyCode === 229;
}
