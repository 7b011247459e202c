// The folder of automatic snapshots beside the profile's data, in case the browser's database is ever lost: each one
// written whole, those that have served removed. What stands in them is the window's business.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveredFile, ListedSnapshot } from '../../shared/ipc/contract';
import { FILE_PROBLEM_TEXT } from '../../shared/text/desktop-text';
import { readChosenFile } from '../files/read-chosen-file';
import { writeFileSafely } from '../write-file-safely';
import { snapshotsToDrop, type KeptSnapshot } from './thin-snapshots';

export interface SnapshotFolder {
  /**
   * Writes a snapshot and removes those of its kind that have served: one that is not whole makes no whole one go.
   * Throws the system's error; what was there then stays.
   */
  keep(bytes: Uint8Array, isWhole: boolean, now: number): void;
  /** The snapshots, newest first. Throws the system's error; no folder yet means none. */
  list(): readonly ListedSnapshot[];
  /** The snapshot of one of these moments, or why it cannot be read. Nothing but a snapshot is ever read. */
  read(at: number): Promise<DeliveredFile>;
}

interface FoundSnapshot extends KeptSnapshot, ListedSnapshot {}

/** “20260120T040409123Z”, marked when it is the first one of its start, and when damaged records are left out of it. */
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(-start)?(-partial)?\.nianbao$/u;

/** What an interrupted write leaves of such a file. */
const REMNANT = /^\.\d{8}T\d{9}Z(-start)?(-partial)?\.nianbao\.[0-9a-f]{8}\.tmp$/u;

/** The snapshots in `snapshots` below this folder; open it once a start, for the first one kept is marked as such. */
export function openSnapshotFolder(profile: string): SnapshotFolder {
  const folder = join(profile, 'snapshots');
  const hasKept = { whole: false, partial: false };
  const found = (): readonly FoundSnapshot[] => namesIn(folder).flatMap((name) => snapshotOf(name) ?? []);
  return {
    keep(bytes, isWhole, now) {
      const kind = isWhole ? 'whole' : 'partial';
      mkdirSync(folder, { recursive: true });
      writeFileSafely(join(folder, nameOf({ at: now, isStart: !hasKept[kind], isWhole })), bytes);
      hasKept[kind] = true;
      const ofItsKind = found().filter((one) => one.isWhole === isWhole);
      const served = [
        ...snapshotsToDrop(ofItsKind, now).map(nameOf),
        ...namesIn(folder).filter((name) => REMNANT.test(name)),
      ];
      for (const name of served) rmSync(join(folder, name), { force: true });
    },
    list: () =>
      found()
        .map(({ at, isWhole }) => ({ at, isWhole }))
        .sort((one, other) => other.at - one.at),
    async read(at) {
      const one = found().find((snapshot) => snapshot.at === at);
      if (!one) return { outcome: 'failed', reason: FILE_PROBLEM_TEXT.snapshotGone };
      return readChosenFile(join(folder, nameOf(one)));
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** ISO 8601's basic form in UTC, so that names sort by time and no system forbids them. */
function nameOf({ at, isStart, isWhole }: FoundSnapshot): string {
  const time = new Date(at).toISOString().replaceAll(/[-:.]/gu, '');
  return `${time}${isStart ? '-start' : ''}${isWhole ? '' : '-partial'}.nianbao`;
}

function snapshotOf(name: string): FoundSnapshot | undefined {
  const parts = NAME.exec(name);
  if (!parts) return undefined;
  const [year = 0, month = 0, ...time] = parts.slice(1, 8).map(Number);
  const snapshot = {
    at: Date.UTC(year, month - 1, ...time),
    isStart: parts[8] !== undefined,
    isWhole: parts[9] === undefined,
  };
  // The 31st of February is none of ours.
  return nameOf(snapshot) === name ? snapshot : undefined;
}
