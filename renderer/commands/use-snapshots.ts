// Ties the rotating copies on the disk to the window: keeps them, and offers the newest when the data are missing or
// damaged.

import { useEffect, useRef } from 'react';
import { keepDiskSnapshots, snapshotToOffer } from '../store/disk-snapshots';
import { momentText } from '../panels/history/moment-text';
import type { CommandContext } from './commands';
import { takeReportFile } from './open-report';

/** Begins once, when the list of reports has been read. */
export function useSnapshots(context: CommandContext, isReady: boolean): void {
  const hasBegun = useRef(false);
  useEffect(() => {
    const { workspace, platform, notify } = context;
    if (!isReady || !platform.snapshots || hasBegun.current) return;
    hasBegun.current = true;
    const { read } = platform.snapshots;
    const restore = async (at: number): Promise<void> => {
      const file = await read(at);
      if (file.outcome === 'failed') notify({ tone: 'failed', text: file.reason });
      else await takeReportFile(file, context);
    };
    const offer = async (): Promise<void> => {
      const at = await snapshotToOffer(workspace, platform);
      if (at === undefined) return;
      const isEmpty = workspace.getState().entries.length === 0;
      notify({
        tone: 'failed',
        text: `${isEmpty ? '本机没有报告' : '有报告的记录已损坏'}，但磁盘上有 ${momentText(at)} 的自动备份。`,
        action: { label: '查看并恢复', run: () => void restore(at) },
      });
    };
    // A folder that cannot be read offers nothing.
    offer().catch(() => undefined);
    keepDiskSnapshots(workspace, platform, (reason) =>
      notify({ tone: 'failed', text: `自动备份没有写成：${reason}` }),
    );
  }, [context, isReady]);
}
