// Decides when a snapshot of everything kept is handed to the desktop: after the start, at most once an hour in which
// something was saved, and on closing. Where it goes and which ones stay is the desktop's business.

import { LARGEST_FILE_BYTES } from '../../shared/ipc/file-kinds';
import { HOUR } from '../../shared/report/revisions';
import type { Platform } from '../platform/platform';
import type { ReportEntry } from '../database/report-repository';
import type { Workspace } from './workspace';

/** The window has settled by then. */
const AFTER_START = 3000;
/** A snapshot is made beside the window, but on the same disk: it waits for a pause in the work. */
const PAUSE_IN_WORK = 20_000;

export interface SnapshotKeeper {
  /** Call it once the list of reports has been read. */
  begin(): void;
  /** Keeps what has changed since the last snapshot; resolves, whatever happens, when it is written or has failed. */
  keepNow(): Promise<void>;
  /**
   * The listener is told why snapshots fail, in Chinese: once, until one has succeeded again. What failed before it
   * was there is told at once.
   */
  onFailure(listener: (reason: string) => void): () => void;
}

/** A keeper over this workspace that has kept nothing yet. */
export function createSnapshotKeeper(
  workspace: Workspace,
  snapshots: NonNullable<Platform['snapshots']>,
): SnapshotKeeper {
  /** The list as the last snapshot has it: it is a new object after every save. */
  let seen: readonly ReportEntry[] | undefined;
  let attemptedAt: number | undefined;
  let failure: { readonly reason: string; isTold: boolean } | undefined;
  let writing: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(reason: string) => void>();

  const tell = (): void => {
    if (!failure || failure.isTold || listeners.size === 0) return;
    failure.isTold = true;
    for (const listener of [...listeners]) listener(failure.reason);
  };

  const mayKeep = (): boolean => {
    const { phase, entries, isFollowing, storageFailure } = workspace.getState();
    const isOwn = phase === 'ready' && !isFollowing && storageFailure === undefined;
    return isOwn && entries.length > 0 && entries !== seen;
  };

  const attempt = async (): Promise<void> => {
    const { entries } = workspace.getState();
    const reason = await writeSnapshot(workspace, snapshots);
    attemptedAt = workspace.now();
    if (reason === undefined) {
      seen = entries;
      failure = undefined;
    } else failure ??= { reason, isTold: false };
    tell();
    schedule();
  };

  const keepNow = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    if (!mayKeep()) return;
    writing = attempt().finally(() => (writing = undefined));
    await writing;
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!mayKeep()) return;
    const untilDue = attemptedAt === undefined ? 0 : attemptedAt + HOUR - workspace.now();
    const pause = attemptedAt === undefined ? AFTER_START : PAUSE_IN_WORK;
    // A clock that was set back would otherwise put it off for as long.
    timer = setTimeout(() => void keepNow(), Math.min(Math.max(untilDue, pause), HOUR));
  };

  return {
    begin() {
      workspace.subscribe(schedule);
      schedule();
    },
    keepNow,
    onFailure(listener) {
      listeners.add(listener);
      tell();
      return () => listeners.delete(listener);
    },
  };
}

/** Why it was not written, or undefined: written, or there was nothing to keep. */
async function writeSnapshot(
  workspace: Workspace,
  snapshots: NonNullable<Platform['snapshots']>,
): Promise<string | undefined> {
  const exchange = workspace.openExchange();
  try {
    const { bytes, reports, damaged } = await exchange.backUp(workspace.now());
    if (reports === 0) return undefined;
    if (bytes.byteLength > LARGEST_FILE_BYTES) return `全部报告超过 ${LARGEST_FILE_BYTES / 1024 / 1024} MB。`;
    const result = await snapshots.keep({ bytes, isWhole: damaged === 0 });
    return result.outcome === 'failed' ? result.reason : undefined;
  } catch (error) {
    return `本机数据读不出来（${error instanceof Error ? error.message : String(error)}）。`;
  } finally {
    exchange.close();
  }
}

/** Nothing is kept, something kept is damaged, or the database cannot be read: a snapshot could help. */
export function needsSnapshot(workspace: Workspace): boolean {
  const { phase, entries, storageFailure } = workspace.getState();
  if (phase !== 'ready') return false;
  if (storageFailure !== undefined) return storageFailure === 'damaged';
  return (
    entries.every((entry) => 'damaged' in entry || entry.isExample) || entries.some((one) => 'damaged' in one)
  );
}
