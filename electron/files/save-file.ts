// Saves the window's bytes where the clerk says, through the native dialog; remembers the folder and the last file
// so that it can be shown. The page never learns a path.

import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { RevealResult, SaveFileRequest, SaveFileResult } from '../../shared/ipc/contract';
import { FILE_KINDS } from '../../shared/ipc/file-kinds';
import { DIALOG_TEXT, FILE_PROBLEM_TEXT } from '../../shared/text/desktop-text';
import { PRODUCT_NAME } from '../application-identity';
import type { SettingsKeeper } from '../desktop-settings';
import { writeFileSafely } from '../write-file-safely';
import { explainWriteError } from './explain-file-error';
import { safeFileName } from './file-name';

export interface FileSaver {
  save(window: BrowserWindow, request: SaveFileRequest): Promise<SaveFileResult>;
  revealLast(): RevealResult;
}

/** A saver that has saved nothing yet. */
export function createFileSaver(settings: SettingsKeeper): FileSaver {
  let lastSaved: string | undefined;
  return {
    async save(window, request) {
      const path = await askWhere(window, request, settings);
      if (path === undefined) return { outcome: 'cancelled' };
      try {
        writeFileSafely(path, request.bytes);
      } catch (error) {
        return { outcome: 'failed', reason: explainWriteError(error) };
      }
      lastSaved = path;
      settings.change({ lastFolder: dirname(path) });
      return { outcome: 'saved', name: basename(path) };
    },
    revealLast() {
      if (lastSaved === undefined) return { outcome: 'failed', reason: FILE_PROBLEM_TEXT.nothingSaved };
      if (!existsSync(lastSaved)) {
        return { outcome: 'failed', reason: FILE_PROBLEM_TEXT.savedFileGone(basename(lastSaved)) };
      }
      shell.showItemInFolder(lastSaved);
      return { outcome: 'revealed' };
    },
  };
}

/** The folder a dialog starts in: the last one that still exists, else the clerk's documents. */
export function startFolder(settings: SettingsKeeper): string {
  const { lastFolder } = settings.read();
  return lastFolder !== undefined && existsSync(lastFolder) ? lastFolder : app.getPath('documents');
}

async function askWhere(
  window: BrowserWindow,
  request: SaveFileRequest,
  settings: SettingsKeeper,
): Promise<string | undefined> {
  const kind = FILE_KINDS[request.kind];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: DIALOG_TEXT.save,
    buttonLabel: DIALOG_TEXT.save,
    defaultPath: join(startFolder(settings), safeFileName(request.suggestedName, kind.extension)),
    filters: [{ name: kind.label, extensions: [kind.extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return undefined;
  if (extname(filePath).toLowerCase() === `.${kind.extension}`) return filePath;
  // The dialog asked about the name without its extension; about this one nobody has been asked yet.
  const complete = `${filePath}.${kind.extension}`;
  return existsSync(complete) && !(await confirmOverwriting(window, complete)) ? undefined : complete;
}

async function confirmOverwriting(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: PRODUCT_NAME,
    message: DIALOG_TEXT.overwriteQuestion(basename(path)),
    detail: DIALOG_TEXT.overwriteDetail,
    buttons: [DIALOG_TEXT.cancel, DIALOG_TEXT.overwrite],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
