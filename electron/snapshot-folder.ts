// Rotating copies of all reports beside the profile, in case the browser's database is ever lost: written whole, the
// oldest ones removed. What stands in them is the window's business.

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSafely } from './write-file-safely';

/** So many newest copies stay, whatever their age … */
const NEWEST_KEPT = 10;
/** … and the last one of each of so many days. */
const DAYS_KEPT = 30;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface SnapshotFolder {
  /** Writes a copy and removes those that have served. Throws the system's error; older copies then stay. */
  keep(bytes: Uint8Array, now: number): void;
  /** The moments of the copies, newest first, in milliseconds since 1970. */
  list(): readonly number[];
  /** The copy of a moment, or undefined when there is none. Throws the system's error. */
  read(at: number): Uint8Array | undefined;
}

/** The copies in `snapshots` below this folder. */
export function openSnapshotFolder(profile: string): SnapshotFolder {
  const folder = join(profile, 'snapshots');
  const list = (): readonly number[] =>
    namesIn(folder)
      .flatMap((name) => momentOf(name) ?? [])
      .sort((one, other) => other - one);
  return {
    list,
    keep(bytes, now) {
      mkdirSync(folder, { recursive: true });
      writeFileSafely(join(folder, nameOf(now)), bytes);
      for (const at of snapshotsToDrop(list(), now)) rmSync(join(folder, nameOf(at)), { force: true });
    },
    read: (at) => (list().includes(at) ? new Uint8Array(readFileSync(join(folder, nameOf(at)))) : undefined),
  };
}

/** The copies that have served: neither among the newest nor the last of one of the last days, by China's calendar. */
export function snapshotsToDrop(moments: readonly number[], now: number): readonly number[] {
  const newestFirst = [...moments].sort((one, other) => other - one);
  const days = new Set<number>();
  return newestFirst.filter((at, place) => {
    const day = Math.floor((at + 8 * HOUR) / DAY);
    const isLastOfDay = !days.has(day);
    days.add(day);
    return place >= NEWEST_KEPT && !(isLastOfDay && now - at < DAYS_KEPT * DAY);
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing has been kept yet, or it cannot be looked at: there is nothing to offer.
    return [];
  }
}

/** “20260120-040409-123.nianbao”, in UTC, so that names sort by time. */
function nameOf(at: number): string {
  const [day, time] = new Date(at).toISOString().split('T') as [string, string];
  return `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${time.slice(9, 12)}.nianbao`;
}

function momentOf(name: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})\.nianbao$/u.exec(name);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second, thousandth] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second, thousandth);
}
