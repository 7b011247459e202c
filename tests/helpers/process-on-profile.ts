// Finds the browser or Electron that runs on a profile folder of a test, on Linux.

import { readdirSync, readFileSync } from 'node:fs';

/** The id of the main process on this profile, which is also its group's; undefined when none runs. */
export function processOn(profile: string): number | undefined {
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .find((name) => {
      const words = commandLineOf(name);
      const isOurs = words.includes(`--user-data-dir=${profile}`);
      return isOurs && !words.some((word) => word.startsWith('--type='));
    });
  return pid === undefined ? undefined : Number(pid);
}

function commandLineOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has just ended.
    return [];
  }
}
