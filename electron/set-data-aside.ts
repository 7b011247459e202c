// Sets a database that cannot be opened aside, so that a new one can be filled from a snapshot. It is moved, never
// removed: whoever knows how may still get something out of it.

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { SetDataAsideResult } from '../shared/ipc/contract';
import { DIALOG_TEXT } from '../shared/text/desktop-text';
import { PRODUCT_NAME } from './application-identity';
import { explainWriteError } from './files/explain-file-error';

/** Asks the clerk, moves the database of this profile aside and loads the page anew, over an empty one. */
export async function setDataAside(
  window: BrowserWindow,
  profile: string,
  now: number,
): Promise<SetDataAsideResult> {
  // The page alone cannot make the data disappear from the window: a person is asked, outside of it.
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: PRODUCT_NAME,
    message: DIALOG_TEXT.setAsideQuestion,
    detail: DIALOG_TEXT.setAsideDetail(profile),
    buttons: [DIALOG_TEXT.cancel, DIALOG_TEXT.setAside],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return { outcome: 'cancelled' };
  try {
    moveDatabaseAside(profile, now);
  } catch (error) {
    return { outcome: 'failed', reason: explainWriteError(error) };
  }
  window.webContents.reload();
  return { outcome: 'aside' };
}

/** Moves Chromium's IndexedDB folder to `set-aside` below the profile, under a name from the time. Throws the system's error. */
export function moveDatabaseAside(profile: string, now: number): void {
  const aside = join(profile, 'set-aside');
  mkdirSync(aside, { recursive: true });
  const time = new Date(now).toISOString().replaceAll(/[-:.]/gu, '');
  renameSync(join(profile, 'IndexedDB'), join(aside, `IndexedDB-${time}`));
}
