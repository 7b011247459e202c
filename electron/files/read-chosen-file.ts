// Reads a file that the clerk chose or double-clicked, within the size limit. Parses nothing: what stands in it is
// untrusted and is looked at by the window's worker.

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { LARGEST_FILE_BYTES } from '../../shared/ipc/file-kinds';
import type { DeliveredFile } from '../../shared/ipc/contract';
import { FILE_PROBLEM_TEXT } from '../../shared/text/desktop-text';
import { explainReadError } from './explain-file-error';

const MEBIBYTE = 1024 * 1024;

/** The file's name and bytes, or why it was not read: too large, a folder, gone, not permitted. */
export async function readChosenFile(
  path: string,
  largest: number = LARGEST_FILE_BYTES,
): Promise<DeliveredFile> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const status = await file.stat();
      if (!status.isFile()) return { outcome: 'failed', reason: FILE_PROBLEM_TEXT.notAFile(name) };
      if (status.size > largest) {
        return {
          outcome: 'failed',
          reason: FILE_PROBLEM_TEXT.tooLarge(name, Math.floor(largest / MEBIBYTE)),
        };
      }
      return { outcome: 'opened', name, bytes: new Uint8Array(await file.readFile()) };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { outcome: 'failed', reason: explainReadError(name, error) };
  }
}
