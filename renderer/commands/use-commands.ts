// The commands of the window, and what sets them off besides buttons: the native menu, the keyboard where there is
// no menu, and files that are opened from outside.

import { useEffect, useMemo } from 'react';
import { createCommands, type CommandContext, type Commands } from './commands';
import { takeReportFile } from './open-report';
import { commandOfKey } from './shortcuts';

/** The commands over this context, connected. `notify` and `showDialog` must keep their identity. */
export function useCommands({ workspace, platform, notify, showDialog }: CommandContext): Commands {
  const commands = useMemo(
    () => createCommands({ workspace, platform, notify, showDialog }),
    [workspace, platform, notify, showDialog],
  );

  useEffect(() => platform.onCommand((id) => void commands[id].run()), [platform, commands]);

  useEffect(
    () =>
      platform.onFileDelivered((file) => {
        if (file.outcome === 'failed') notify({ tone: 'failed', text: `打不开文件：${file.reason}` });
        else void takeReportFile(file, workspace, notify);
      }),
    [platform, workspace, notify],
  );

  useEffect(() => {
    if (platform.kind === 'desktop') return undefined;
    const press = (event: KeyboardEvent): void => {
      const id = commandOfKey(event);
      if (id === undefined || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (commands[id].isEnabled()) void commands[id].run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [platform, commands]);

  return commands;
}
