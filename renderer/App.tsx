// The one window: commands above, the open report or the empty state below, dialogs and messages over it.

import { useCallback, useMemo, useRef, useState } from 'react';
import { SCOPE_NAMES } from '../shared/text/report-words';
import { STORAGE_FAILURE_SENTENCES } from '../shared/text/storage-words';
import type { DialogName } from './commands/commands';
import { isKeepingDialog } from './commands/keeping-commands';
import type { Notice } from './commands/notify';
import { openKept, tellFailure } from './commands/open-report';
import { useCommands } from './commands/use-commands';
import { useSnapshots } from './commands/use-snapshots';
import type { TableGridHandle } from './grid/TableGrid';
import { useTableView } from './grid/use-table-view';
import { dialogLoadedOnUse } from './panels/dialog-loaded-on-use';
import { FirstStart } from './panels/FirstStart';
import { useFoldedPanels } from './panels/folded-panels';
import { HelpDialog } from './panels/HelpDialog';
import { NewReportDialog } from './panels/NewReportDialog';
import { NoticeBar } from './panels/NoticeBar';
import { ReportView } from './panels/ReportView';
import { SnapshotOfferPanel } from './panels/SnapshotOffer';
import { TopBar } from './panels/TopBar';
import type { Place } from './database/report-repository';
import type { Platform } from './platform/platform';
import type { SnapshotKeeper } from './store/snapshots';
import { useReportSnapshot } from './store/use-report';
import { useWorkspace, useWorkspaceState } from './store/use-workspace';
import { isListed } from './store/workspace';
import './app.css';

const KeepingDialogs = dialogLoadedOnUse(
  async () => (await import('./panels/keeping/KeepingDialogs')).KeepingDialogs,
);

// What makes documents comes with it.
const PreviewDialog = dialogLoadedOnUse(
  async () => (await import('./panels/preview/PreviewDialog')).PreviewDialog,
);

interface AppProps {
  readonly platform: Platform;
  /** Where the data are kept, as a sentence. */
  readonly storage: string;
  /** Absent in a browser. */
  readonly snapshotKeeper: SnapshotKeeper | undefined;
}

export function App({ platform, storage, snapshotKeeper }: AppProps) {
  const workspace = useWorkspace();
  const { phase, entries, storageFailure, isFollowing } = useWorkspaceState();
  const snapshot = useReportSnapshot();
  const [dialog, showDialog] = useState<DialogName | null>(null);
  const [notice, notify] = useState<Notice | null>(null);
  const [folded, fold] = useFoldedPanels();
  const table = useRef<TableGridHandle>(null);
  const tableView = useTableView();
  const context = useMemo(
    () => ({ workspace, platform, notify, showDialog, table, tableView }),
    [workspace, platform, tableView],
  );
  const commands = useCommands(context);
  const snapshotOffer = useSnapshots(context, snapshotKeeper);
  const offerPanel = snapshotOffer && <SnapshotOfferPanel offer={snapshotOffer} />;
  const closeNotice = useCallback(() => notify(null), []);
  const kept = entries.filter(isListed).filter((entry) => !entry.isExample);
  const open = useCallback((id: string): void => void openKept(id, workspace, notify), [workspace]);

  const create = async (identity: Place): Promise<void> => {
    showDialog(null);
    const outcome = await workspace.createReport(identity);
    if (outcome.outcome !== 'exists') return tellFailure(outcome, notify);
    await openKept(outcome.id, workspace, notify);
    const { organisation, year, scope } = identity;
    notify({
      tone: 'done',
      text: `${organisation} ${year} 年度（${SCOPE_NAMES[scope]}）已经建过，已为您打开。`,
    });
  };

  return (
    <div className={`window${folded.left ? ' left-folded' : ''}${folded.right ? ' right-folded' : ''}`}>
      <TopBar snapshot={snapshot} commands={commands} folded={folded} onFold={fold} />
      {isFollowing && storageFailure === undefined && (
        <p className="following" role="status">
          {STORAGE_FAILURE_SENTENCES['elsewhere']}
        </p>
      )}
      {storageFailure !== undefined && (
        <p className="storage-failure" role="alert">
          {STORAGE_FAILURE_SENTENCES[storageFailure]}
        </p>
      )}
      {snapshot && (
        <ReportView
          snapshot={snapshot}
          folded={folded}
          commands={commands}
          table={table}
          tableView={tableView}
          snapshots={offerPanel}
          onOpen={open}
        />
      )}
      {!snapshot && phase === 'ready' && (
        <FirstStart
          entries={kept}
          storage={storage}
          canBegin={storageFailure !== 'newerDatabase'}
          commands={commands}
          snapshots={offerPanel}
          onOpen={open}
        />
      )}
      <NoticeBar notice={notice} onClose={closeNotice} />
      {dialog === 'new-report' && (
        <NewReportDialog
          currentYear={new Date().getFullYear()}
          organisations={[...new Set(kept.map((entry) => entry.organisation))]}
          organisation={snapshot && !snapshot.isExample ? snapshot.report.organisation : ''}
          onCreate={(identity) => void create(identity)}
          onCancel={() => showDialog(null)}
        />
      )}
      {isKeepingDialog(dialog) && (
        <KeepingDialogs
          dialog={dialog}
          snapshot={snapshot}
          platform={platform}
          notify={notify}
          onClose={() => showDialog(null)}
        />
      )}
      {dialog === 'preview' && snapshot && (
        <PreviewDialog
          snapshot={snapshot}
          platform={platform}
          notify={notify}
          onClose={() => showDialog(null)}
        />
      )}
      {dialog === 'help' && (
        <HelpDialog storage={storage} version={platform.version} onClose={() => showDialog(null)} />
      )}
    </div>
  );
}
