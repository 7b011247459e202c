// Keeps an older Chromium away from a newer Chromium's profile: it would delete the database there as corrupted.
// Reads and writes one small file in the profile folder and touches nothing else.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSafely } from './write-file-safely';

/** Holds the Chromium major version that used the profile last, in decimal digits. */
export const PROFILE_MARK = 'last-chromium-version.txt';

export type ProfileDecision =
  | { readonly kind: 'open' }
  /** The profile was used by the newer Chromium `needed`. */
  | { readonly kind: 'newer'; readonly needed: number }
  /** The mark is not a version; a later version may have written it in another form. */
  | { readonly kind: 'unreadable' };

/**
 * May the running Chromium open a profile with this mark? `mark` is the file's text, undefined when there is none:
 * a new profile.
 */
export function decideProfile(mark: string | undefined, runningMajor: number): ProfileDecision {
  if (mark === undefined) return { kind: 'open' };
  if (!/^\d{1,5}\s*$/.test(mark)) return { kind: 'unreadable' };
  const needed = Number(mark);
  return needed > runningMajor ? { kind: 'newer', needed } : { kind: 'open' };
}

/** The major version of `process.versions.chrome`, “130.0.6723.137” → 130. Throws on anything else. */
export function chromiumMajor(version: string): number {
  const major = /^(\d+)\./.exec(version)?.[1];
  if (major === undefined) throw new Error(`not a Chromium version: ${version}`);
  return Number(major);
}

/** The mark of the profile in this folder, undefined when there is none; one that cannot be read is empty text. */
export function readProfileMark(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, PROFILE_MARK), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    // Unreadable by us is not proof of age: the decision on empty text is to stay away.
    return '';
  }
}

/** Marks the profile as used by this Chromium, before the first window opens. */
export function markProfile(folder: string, runningMajor: number): void {
  mkdirSync(folder, { recursive: true });
  if (readProfileMark(folder)?.trim() === String(runningMajor)) return;
  writeFileSafely(join(folder, PROFILE_MARK), `${String(runningMajor)}\n`);
}
