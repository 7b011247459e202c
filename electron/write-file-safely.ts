// Writes a file so that after a crash or a power cut either the old or the whole new contents stand there, never
// half of them. Chooses no place and asks nobody.

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes `contents` to `path`: a temporary file in the same folder, flushed to the disk, read back and compared, then
 * renamed over the old one. Throws the system's error, leaving the old file as it was and no temporary file behind. A link is followed,
 * so that it still points at the file afterwards; an existing file keeps its permissions.
 */
export function writeFileSafely(path: string, contents: Uint8Array | string): void {
  const bytes = Buffer.from(contents);
  const place = resolveLink(path);
  const temporary = join(dirname(place), `.${basename(place).slice(0, 80)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = openSync(temporary, 'wx', existingMode(place) ?? 0o666);
    try {
      writeWhole(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!readFileSync(temporary).equals(bytes)) throw new Error('写入后读回的内容不一致');
    renameSync(temporary, place);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(dirname(place));
}

function writeWhole(file: number, contents: Uint8Array): void {
  for (let written = 0; written < contents.byteLength;) {
    written += writeSync(file, contents, written);
  }
}

function resolveLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Nothing stands there yet.
    return path;
  }
}

function existingMode(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mode;
}

/** Makes the rename itself durable; Windows opens no folders and needs none of it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Network folders refuse it. The file itself is complete and on the disk, which is what was promised.
  }
}
