// Watches a download made by another program through the growth of the folders it writes to, and ends it when
// nothing arrives any more: neither npm's nor Electron's downloader has a time limit of its own that helps.

import type { ChildProcess } from 'node:child_process';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface ProgressLimits {
  /** Seconds until the first byte. */
  readonly connectSeconds: number;
  /** Seconds between one byte and the next. */
  readonly stallSeconds: number;
}

/** The program was ended by us because nothing arrived. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
}

const LOOK_EVERY_MILLISECONDS = 500;

/**
 * Resolves when `child` ends well. Rejects with the last of what it wrote to stderr when it fails, and with
 * StalledError (having ended it) when `folders` do not grow within the limits.
 */
export function watchProgress(
  child: ChildProcess,
  folders: readonly string[],
  limits: ProgressLimits,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4096)));
    const atStart = totalSize(folders);
    let size = atStart;
    let lastGrowth = Date.now();
    const timer = setInterval(() => {
      const now = totalSize(folders);
      if (now !== size) {
        size = now;
        lastGrowth = Date.now();
        return;
      }
      const seconds = size === atStart ? limits.connectSeconds : limits.stallSeconds;
      if (Date.now() - lastGrowth < seconds * 1000) return;
      finish(() => reject(new StalledError(`nothing arrived within ${String(seconds)} s`)));
      child.kill('SIGKILL');
    }, LOOK_EVERY_MILLISECONDS);
    const finish = (settle: () => void): void => {
      clearInterval(timer);
      settle();
    };
    child.once('error', (error) => finish(() => reject(error)));
    child.once('close', (code) =>
      finish(() =>
        code === 0 ? resolve() : reject(new Error(complaint.trim() || `exit code ${String(code)}`)),
      ),
    );
  });
}

function totalSize(folders: readonly string[]): number {
  return folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0;
  try {
    const entry = lstatSync(path);
    if (!entry.isDirectory()) return entry.size;
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
  } catch {
    // Files of a running download come and go; what has just gone weighs nothing.
    return 0;
  }
}
