// Ties the automatic snapshots on the disk to the window: says when one could not be written, and offers them when
// the data are missing or damaged. Restoring is an import like any other, with its preview.

import { useEffect, useState } from 'react';
import type { ListedSnapshot } from '../../shared/ipc/contract';
import { needsSnapshot, type SnapshotKeeper } from '../store/snapshots';
import { momentText } from '../panels/moment-text';
import type { CommandContext } from './commands';
import { takeReportFile } from './open-report';

export interface SnapshotOffer {
  /** Newest first, never empty. */
  readonly snapshots: readonly ListedSnapshot[];
  /** Some kept report cannot be read: it can only come from a snapshot that is whole. */
  readonly isDamaged: boolean;
  /** Shows what this snapshot would bring beside what is kept; nothing is stored before the clerk says so. */
  readonly restore: (at: number) => void;
  /** Set where the database cannot be opened: it has to be moved aside before anything can be restored. */
  readonly setDataAside: (() => void) | undefined;
}

/** What the snapshots on the disk have to offer; null when nothing is missing, nothing is there, or in a browser. */
export function useSnapshots(
  context: CommandContext,
  keeper: SnapshotKeeper | undefined,
): SnapshotOffer | null {
  const { workspace, platform, notify } = context;
  const [found, setFound] = useState<readonly ListedSnapshot[]>([]);
  const isNeeded = needsSnapshot(workspace);

  useEffect(
    () =>
      keeper?.onFailure((reason) =>
        notify({
          tone: 'failed',
          text: `自动备份没有写成：${reason}录入的内容不受影响，请用“备份全部报告”另存一份。`,
        }),
      ),
    [keeper, notify],
  );

  useEffect(() => {
    if (!isNeeded || !platform.snapshots) return undefined;
    let isShown = true;
    platform.snapshots.list().then(
      (listed) => isShown && setFound(listed),
      (error: unknown) =>
        isShown && notify({ tone: 'failed', text: `自动备份的文件夹读不出来：${String(error)}` }),
    );
    return () => {
      isShown = false;
    };
  }, [isNeeded, platform, notify]);

  const { snapshots } = platform;
  if (!isNeeded || !snapshots || found.length === 0) return null;
  const restore = async (at: number): Promise<void> => {
    const file = await snapshots.read(at);
    if (file.outcome === 'failed') notify({ tone: 'failed', text: `打不开自动备份：${file.reason}` });
    else await takeReportFile({ name: `${momentText(at)} 的自动备份`, bytes: file.bytes }, context);
  };
  const setDataAside = async (): Promise<void> => {
    const result = await snapshots.setDataAside();
    if (result.outcome === 'failed')
      notify({ tone: 'failed', text: `没有移开无法读取的数据：${result.reason}请关闭本程序，打开后再试。` });
  };
  const { entries, storageFailure } = workspace.getState();
  return {
    snapshots: found,
    isDamaged: entries.some((entry) => 'damaged' in entry),
    restore: (at) => void restore(at),
    setDataAside: storageFailure !== undefined ? () => void setDataAside() : undefined,
  };
}
