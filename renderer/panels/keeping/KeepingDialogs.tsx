// The dialogs on kept years, tied to the workspace: which one is open is the window's business, what they do is here.

import { useCallback, useMemo, useState } from 'react';
import type { ImportRequest, KeepingDialog } from '../../commands/keeping-commands';
import { failureSentenceOf } from '../../store/failure-sentence';
import type { Notify } from '../../commands/notify';
import { openKept } from '../../commands/open-report';
import type { ListedReport } from '../../database/report-repository';
import type { Platform } from '../../platform/platform';
import { createReportKeeping } from '../../store/report-keeping';
import type { ReportSnapshot } from '../../store/report-store';
import { useWorkspace, useWorkspaceState } from '../../store/use-workspace';
import { isListed, type WorkspaceState } from '../../store/workspace';
import type { ImportChoice } from '../../workers/exchange';
import { Comparison } from '../comparison/Comparison';
import { presentSide, type ComparedSides } from '../comparison/comparison-sides';
import { FinaliseDialog } from '../history/FinaliseDialog';
import { HistoryDialog } from '../history/HistoryDialog';
import { ImportDialog } from './ImportDialog';
import { ReportsDialog } from './ReportsDialog';

interface KeepingDialogsProps {
  readonly dialog: KeepingDialog;
  readonly snapshot: ReportSnapshot | null;
  readonly platform: Platform;
  readonly notify: Notify;
  readonly onClose: () => void;
}

/** Runs something and tells when the database refuses: what has not been done, and why. */
type Guarded = (run: () => Promise<void>, what?: string) => Promise<void>;

export function KeepingDialogs({ dialog, snapshot, platform, notify, onClose }: KeepingDialogsProps) {
  const workspace = useWorkspace();
  const keeping = useMemo(() => createReportKeeping(workspace), [workspace]);
  const { entries } = useWorkspaceState();
  const [pair, setPair] = useState<ComparedSides | null>(null);

  const guarded: Guarded = async (run, what = '') => {
    try {
      await run();
    } catch (error) {
      notify({ tone: 'failed', text: `${what}${failureSentenceOf(error)}` });
    }
  };

  const finalise = (): Promise<void> =>
    guarded(async () => {
      onClose();
      const outcome = await keeping.finalise();
      if (outcome === 'finalised') notify({ tone: 'done', text: '已定稿，内容已锁定。' });
      else notify({ tone: 'failed', text: FINALISE_OBSTACLES[outcome] });
    });

  if (dialog === 'all-reports')
    return <AllReports keeping={keeping} notify={notify} guarded={guarded} onClose={onClose} />;
  if (typeof dialog === 'object')
    return <Import request={dialog} keeping={keeping} notify={notify} guarded={guarded} onClose={onClose} />;
  if (!snapshot) return null;
  if (pair) return <Comparison sides={pair} {...{ platform, notify }} onClose={() => setPair(null)} />;
  switch (dialog) {
    case 'finalise':
      return <FinaliseDialog snapshot={snapshot} onFinalise={() => void finalise()} onClose={onClose} />;
    case 'history':
      return (
        <HistoryDialog
          snapshot={snapshot}
          keeping={keeping}
          notify={notify}
          onCompare={(current, earlier) => setPair({ current, earlier })}
          onClose={onClose}
        />
      );
    case 'compare':
      return <Comparison sides={withLastYear(snapshot, entries)} {...{ platform, notify, onClose }} />;
  }
}

/** The open report beside last year's; beside itself where that is not kept, for the clerk to choose another. */
function withLastYear(
  { id, report, evaluation: { previous } }: ReportSnapshot,
  entries: WorkspaceState['entries'],
): ComparedSides {
  const current = presentSide(id, report);
  const entry =
    previous &&
    entries
      .filter(isListed)
      .find(
        ({ isExample, organisation, scope, year }) =>
          !isExample &&
          organisation === previous.organisation &&
          scope === previous.scope &&
          year === previous.year,
      );
  return { current, earlier: entry ? presentSide(entry.id, previous) : current };
}

const FINALISE_OBSTACLES = {
  errors: '还有错误，不能定稿。',
  unsaved: '还没有保存成功，不能定稿。请等保存恢复。',
  notOpen: '没有打开的报告。',
} as const;

interface ImportProps extends AllReportsProps {
  readonly request: ImportRequest;
}

function Import({ request, keeping, notify, guarded, onClose }: ImportProps) {
  const { exchange, previews } = request;
  const close = (): void => {
    exchange.close();
    onClose();
  };
  const merge = (choices: readonly ImportChoice[], onProgress: (done: number) => void): Promise<void> =>
    guarded(async () => {
      const { added, taken, kept } = await keeping.merge({ exchange, previews, choices }, onProgress);
      notify({ tone: 'done', text: `导入完成：新增 ${added} 份，替换 ${taken} 份，保留本机 ${kept} 份。` });
    }, '没有导入，本机数据未作改动：').finally(close);
  return <ImportDialog {...request} onImport={merge} onClose={close} />;
}

/** What becomes of a deletion that is taken back. */
const RESTORED = {
  restored: { tone: 'done', text: '已从回收站恢复。' },
  exists: { tone: 'failed', text: '这个单位和年度已有另一份报告，没有恢复。请先删除那一份。' },
  gone: { tone: 'failed', text: '这份报告已经彻底删除，不在回收站里，没有恢复。' },
} as const;

interface AllReportsProps {
  readonly keeping: ReturnType<typeof createReportKeeping>;
  readonly notify: Notify;
  readonly guarded: Guarded;
  readonly onClose: () => void;
}

function AllReports({ keeping, notify, guarded, onClose }: AllReportsProps) {
  const workspace = useWorkspace();
  const { entries, phase } = useWorkspaceState();
  const loadBin = useCallback(() => workspace.repository.bin.list(), [workspace]);

  const restore = (id: string): Promise<void> =>
    guarded(async () => {
      notify(RESTORED[await keeping.undoDeletion(id)]);
    });

  const remove = (entry: ListedReport): Promise<void> =>
    guarded(async () => {
      await workspace.deleteReport(entry.id);
      notify({
        tone: 'done',
        text: `已删除 ${entry.organisation} ${entry.year} 年度报告，30 天内可以从回收站恢复。`,
        action: { label: '撤销删除', run: () => void restore(entry.id) },
      });
    });

  const removeForGood = (ids: readonly string[]): Promise<void> =>
    guarded(async () => {
      await keeping.removeForGood(ids);
      notify({ tone: 'done', text: `已彻底删除 ${ids.length} 份报告。` });
    }, '没有彻底删除：');

  const rename = (organisation: string, newName: string): Promise<void> =>
    guarded(async () => {
      await workspace.autosave.flush();
      const outcome = await workspace.repository.renameOrganisation(organisation, newName);
      if (outcome === 'taken') notify({ tone: 'failed', text: `已有名为“${newName}”的单位，没有改名。` });
      const open = workspace.store.getSnapshot();
      await workspace.refresh();
      if (open?.report.organisation === organisation && !open.isExample) await workspace.openReport(open.id);
    });

  return (
    <ReportsDialog
      entries={entries}
      isReading={phase === 'opening'}
      loadBin={loadBin}
      onOpen={(id) => {
        onClose();
        void openKept(id, workspace, notify);
      }}
      onRename={(organisation, newName) => void rename(organisation, newName)}
      onDelete={(entry) => void remove(entry)}
      onRestore={(id) => void restore(id)}
      onRemoveForGood={(ids) => void removeForGood(ids)}
      onClose={onClose}
    />
  );
}
