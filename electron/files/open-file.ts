// Lets the clerk choose a file through the native dialog and hands its bytes to the window.

import { dirname } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { OpenFileRequest, OpenFileResult } from '../../shared/ipc/contract';
import { FILE_KINDS } from '../../shared/ipc/file-kinds';
import { DIALOG_TEXT } from '../../shared/text/desktop-text';
import type { SettingsKeeper } from '../desktop-settings';
import { readChosenFile } from './read-chosen-file';
import { startFolder } from './save-file';

/** Asks for one file of the kinds given; `cancelled` when none was chosen. */
export async function openFile(
  window: BrowserWindow,
  request: OpenFileRequest,
  settings: SettingsKeeper,
): Promise<OpenFileResult> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: DIALOG_TEXT.open,
    buttonLabel: DIALOG_TEXT.open,
    defaultPath: startFolder(settings),
    filters: request.kinds.map((kind) => ({
      name: FILE_KINDS[kind].label,
      extensions: [FILE_KINDS[kind].extension],
    })),
    properties: ['openFile'],
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return { outcome: 'cancelled' };
  settings.change({ lastFolder: dirname(path) });
  return readChosenFile(path);
}
