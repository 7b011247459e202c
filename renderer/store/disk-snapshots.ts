// Hands a copy of all reports to the desktop at every start and every hour in which something was saved: should the
// browser's database ever be lost, the last copy is on the disk beside it.

import { writeBackupFile } from '../../shared/formats/backup-file/backup-file';
import { HOUR } from '../../shared/report/revisions';
import type { Platform } from '../platform/platform';
import type { Workspace } from './workspace';

/** The window has settled by then, and nobody waits for the copy. */
const AFTER_START = 3000;

/**
 * Begins to keep copies. `onFailure` is told the reason, in Chinese, once for each run of failures. Without a desktop
 * there is nothing to do.
 */
export function keepDiskSnapshots(
  workspace: Workspace,
  platform: Platform,
  onFailure: (reason: string) => void,
): void {
  const { snapshots } = platform;
  if (!snapshots) return;
  let kept: unknown;
  let hasFailed = false;
  const keep = async (): Promise<void> => {
    const { entries, isFollowing, storageFailure } = workspace.getState();
    // The list is a new object after every save.
    if (entries === kept || entries.length === 0 || isFollowing || storageFailure !== undefined) return;
    const { reports } = await workspace.repository.exchange.readAll();
    if (reports.length === 0) return;
    const result = await snapshots.keep(writeBackupFile({ writtenAt: workspace.now(), reports }));
    if (result.outcome === 'kept') kept = entries;
    else if (!hasFailed) onFailure(result.reason);
    hasFailed = result.outcome === 'failed';
  };
  // A database that cannot be read has its own message in the window.
  const tryKeep = (): void => void keep().catch(() => undefined);
  setTimeout(tryKeep, AFTER_START);
  setInterval(tryKeep, HOUR);
}

/** The newest copy, when the database holds nothing or something damaged and a copy could help. */
export async function snapshotToOffer(workspace: Workspace, platform: Platform): Promise<number | undefined> {
  const { entries, storageFailure } = workspace.getState();
  const isNeeded = entries.length === 0 || entries.some((entry) => 'damaged' in entry);
  if (!platform.snapshots || !isNeeded || storageFailure !== undefined) return undefined;
  return (await platform.snapshots.list())[0];
}
