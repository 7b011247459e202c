// The dialogs on kept years, tied to the workspace: which one is open is the window's business, what they do is here.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Report } from '../../../shared/report/report';
import { exportComparison } from '../../commands/export-comparison';
import type { ImportRequest, KeepingDialog } from '../../commands/keeping-commands';
import { failureSentenceOf } from '../../store/failure-sentence';
import type { Notify } from '../../commands/notify';
import { openKept } from '../../commands/open-report';
import type { ListedReport } from '../../database/report-repository';
import type { Platform } from '../../platform/platform';
import { createReportKeeping } from '../../store/report-keeping';
import type { ReportSnapshot } from '../../store/report-store';
import { useWorkspace, useWorkspaceState } from '../../store/use-workspace';
import { isListed, type Workspace } from '../../store/workspace';
import type { ImportChoice } from '../../workers/exchange';
import { ComparisonDialog } from '../comparison/ComparisonDialog';
import { FinaliseDialog } from '../history/FinaliseDialog';
import { HistoryDialog, type NamedState } from '../history/HistoryDialog';
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
  const [pair, setPair] = useState<readonly [NamedState, NamedState] | null>(null);

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
  if (pair)
    return (
      <Comparison
        title={`对比：${pair[1].name} 与 ${pair[0].name}`}
        current={pair[0].report}
        earlier={pair[1].report}
        captions={{ current: pair[0].name, earlier: pair[1].name }}
        {...{ workspace, platform, notify }}
        onClose={() => setPair(null)}
      />
    );
  switch (dialog) {
    case 'finalise':
      return <FinaliseDialog snapshot={snapshot} onFinalise={() => void finalise()} onClose={onClose} />;
    case 'history':
      return (
        <HistoryDialog
          snapshot={snapshot}
          keeping={keeping}
          notify={notify}
          onCompare={(current, earlier) => setPair([current, earlier])}
          onClose={onClose}
        />
      );
    case 'compare': {
      const { report, evaluation } = snapshot;
      const { previous } = evaluation;
      if (!previous) return null;
      return (
        <Comparison
          title={`对比上年 · ${report.organisation}`}
          current={report}
          earlier={previous}
          captions={{ current: `${report.year}年`, earlier: `${previous.year}年` }}
          {...{ workspace, platform, notify, onClose }}
        />
      );
    }
  }
}

const FINALISE_OBSTACLES = {
  errors: '还有错误，不能定稿。',
  unsaved: '还没有保存成功，不能定稿。请等保存恢复。',
  notOpen: '没有打开的报告。',
} as const;

interface ComparisonProps {
  readonly title: string;
  readonly current: Report;
  readonly earlier: Report;
  readonly captions: { readonly current: string; readonly earlier: string };
  readonly workspace: Workspace;
  readonly platform: Platform;
  readonly notify: Notify;
  readonly onClose: () => void;
}

function Comparison({ workspace, platform, notify, ...props }: ComparisonProps) {
  const { current, earlier } = props;
  const [years, setYears] = useState<readonly Report[]>([]);
  const [thresholds, setThresholds] = useState(() => workspace.store.getSwing());
  useEffect(() => {
    let isShown = true;
    // Without the other years the chart shows the two that are compared.
    keptYears(workspace, current).then(
      (kept) => isShown && setYears(kept),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [workspace, current]);
  const all = useMemo(() => {
    const others = years.filter((one) => one.year !== current.year && one.year !== earlier.year);
    return [...others, ...(earlier.year === current.year ? [] : [earlier]), current];
  }, [years, current, earlier]);
  return (
    <ComparisonDialog
      {...props}
      years={all}
      thresholds={thresholds}
      onThresholds={(changed) => {
        setThresholds(changed);
        workspace
          .setSwing(changed)
          .catch((error: unknown) => notify({ tone: 'failed', text: failureSentenceOf(error) }));
      }}
      onExport={(kind, lines) => void exportComparison(kind, lines, platform, notify)}
    />
  );
}

/** The readable reports of the unit and scope of a report. */
async function keptYears(workspace: Workspace, { organisation, scope }: Report): Promise<readonly Report[]> {
  const entries = workspace
    .getState()
    .entries.filter(isListed)
    .filter((entry) => !entry.isExample && entry.organisation === organisation && entry.scope === scope);
  const loaded = await Promise.all(entries.map((entry) => workspace.repository.loadReport(entry.id)));
  return loaded.flatMap((one) => (one && 'report' in one ? [one.report] : []));
}

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
      const isBack = await keeping.undoDeletion(id);
      notify(
        isBack
          ? { tone: 'done', text: '已从回收站恢复。' }
          : { tone: 'failed', text: '这个单位和年度已有另一份报告，没有恢复。请先删除那一份。' },
      );
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
      onRestore={restore}
      onClose={onClose}
    />
  );
}
