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
    // On the desktop too: a field's own undo would otherwise come before the menu's.
    const press = (event: KeyboardEvent): void => {
      const id = commandOfKey(event);
      if (id === undefined || event.defaultPrevented || isDialogOpen()) return;
      event.preventDefault();
      if (commands[id].isEnabled()) void commands[id].run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [commands]);

  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || isDialogOpen()) return;
      event.preventDefault();
      focusNextRegion(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return commands;
}

/** A dialog has the keyboard until it is closed. */
function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
