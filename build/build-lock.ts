// Lets one process at a time do a piece of work in a folder: two terminals, or a test run beside `npm start`,
// wait for each other instead of writing over each other. A lock whose process has died is taken over.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MILLISECONDS = 100;
const LONGEST_EMPTY_MILLISECONDS = 5000;

/**
 * Runs `work` while no other process holds `lockFile`, and answers its result. Waits as long as the holder lives;
 * `onWait` is called once when it has to wait at all.
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  mkdirSync(dirname(lockFile), { recursive: true });
  let hasWaited = false;
  while (!tryToTake(lockFile)) {
    if (!hasWaited) onWait?.();
    hasWaited = true;
    await pause(PAUSE_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function tryToTake(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isErrorCode(error, 'EEXIST')) throw error;
  }
  if (isHolderAlive(lockFile)) return false;
  rmSync(lockFile, { force: true });
  return false;
}

function isHolderAlive(lockFile: string): boolean {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    // An empty file is a holder that has created the lock and not yet written its number, or died in between.
    if (holder === 0) return Date.now() - statSync(lockFile).mtimeMs < LONGEST_EMPTY_MILLISECONDS;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to somebody else.
    return isErrorCode(error, 'EPERM');
  }
}

function isErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
