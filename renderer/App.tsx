// The one window: commands above, years and sections left, the section in the middle, findings right, balance and
// save state below. It arranges the parts and knows where the clerk is; everything else is theirs.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SelectionSummary } from '../shared/clipboard/summarise-cells';
import type { CellAddress } from '../shared/forms/cell-address';
import { findCell, tablesOf } from '../shared/forms/compile-form';
import { SCOPE_NAMES } from '../shared/text/report-words';
import { STORAGE_FAILURE_SENTENCES } from '../shared/text/storage-words';
import { createCommands } from './commands/commands';
import type { Notice } from './commands/notify';
import { openKept, takeReportFile, tellFailure } from './commands/open-report';
import { commandOfKey } from './commands/shortcuts';
import type { FocusRequest } from './grid/TableGrid';
import { BalanceStrip } from './panels/BalanceStrip';
import { FindingsPanel } from './panels/FindingsPanel';
import { FirstStart } from './panels/FirstStart';
import { HelpDialog } from './panels/HelpDialog';
import { NarrativeEditor } from './panels/NarrativeEditor';
import { Navigation } from './panels/Navigation';
import { NewReportDialog } from './panels/NewReportDialog';
import { NoticeBar } from './panels/NoticeBar';
import { SaveStatus } from './panels/SaveStatus';
import { SelectionFigures } from './panels/SelectionFigures';
import { TableSection } from './panels/TableSection';
import { TopBar } from './panels/TopBar';
import type { Platform } from './platform/platform';
import { useFoldedPanels } from './panels/folded-panels';
import type { ReportSnapshot } from './store/report-store';
import { useReportSnapshot } from './store/use-report';
import { useWorkspace, useWorkspaceState } from './store/use-workspace';
import { isListed, type ReportIdentity } from './store/workspace';
import './app.css';

interface AppProps {
  readonly platform: Platform;
  /** Where the data are kept, as a sentence. */
  readonly storage: string;
}

export function App({ platform, storage }: AppProps) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const state = useWorkspaceState();
  const snapshot = useReportSnapshot();
  const [dialog, setDialog] = useState<'new-report' | 'help' | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [folded, fold] = useFoldedPanels();
  const [cellFocus, setCellFocus] = useState<FocusRequest | null>(null);
  const [textFocus, setTextFocus] = useState(0);
  const [summary, setSummary] = useState<SelectionSummary | null>(null);

  const commands = useMemo(
    () => createCommands({ workspace, platform, notify: setNotice, showDialog: setDialog }),
    [workspace, platform],
  );

  useEffect(() => platform.onCommand((id) => void commands[id].run()), [platform, commands]);
  useEffect(
    () =>
      platform.onFileDelivered((file) => {
        if (file.outcome === 'failed') setNotice({ tone: 'failed', text: `打不开文件：${file.reason}` });
        else void takeReportFile(file, workspace, setNotice);
      }),
    [platform, workspace],
  );
  useEffect(() => {
    if (platform.kind === 'desktop') return undefined;
    const press = (event: KeyboardEvent): void => {
      const id = commandOfKey(event);
      if (id === undefined || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (commands[id].isEnabled()) void commands[id].run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [platform, commands]);

  const jump = useCallback(
    (section: string, address: string | undefined): void => {
      workspace.showSection(section);
      setSummary(null);
      setCellFocus(address === undefined ? null : { address: address as CellAddress });
      setTextFocus((requests) => requests + 1);
    },
    [workspace],
  );

  /** Goes to the table before or behind the one on the screen, at its first cell. */
  const leaveTable = useCallback(
    (by: 1 | -1): boolean => {
      const form = store.getSnapshot()?.report.form;
      if (!form) return false;
      const tables = tablesOf(form.definition);
      const at = tables.findIndex(({ key }) => key === workspace.getState().section);
      const next = tables[at + by];
      const cell = form.entered.map((index) => form.cells[index]!).find(({ table }) => table === next);
      if (!next || !cell) return false;
      jump(next.key, cell.address);
      return true;
    },
    [workspace, store, jump],
  );

  const create = async (identity: ReportIdentity): Promise<void> => {
    setDialog(null);
    const outcome = await workspace.createReport(identity);
    if (outcome.outcome !== 'exists') return tellFailure(outcome, setNotice);
    await openKept(outcome.id, workspace, setNotice);
    setNotice({
      tone: 'done',
      text: `${identity.organisation} ${identity.year} 年度（${SCOPE_NAMES[identity.scope]}）已经建过，已为您打开。`,
    });
  };

  const report = snapshot?.report;
  const section = report?.form.sectionByKey.get(state.section) ?? report?.form.definition.sections[0];
  const units = state.entries.filter(isListed).filter((entry) => !entry.isExample);
  return (
    <div className={`window${folded.left ? ' left-folded' : ''}${folded.right ? ' right-folded' : ''}`}>
      <TopBar snapshot={snapshot} commands={commands} folded={folded} onFold={fold} />
      {state.storageFailure !== undefined && (
        <p className="storage-failure" role="alert">
          {STORAGE_FAILURE_SENTENCES[state.storageFailure]}
        </p>
      )}
      {!snapshot && state.phase === 'ready' && (
        <FirstStart
          entries={units}
          storage={storage}
          canBegin={state.storageFailure !== 'newerDatabase'}
          commands={commands}
          onOpen={(id) => void openKept(id, workspace, setNotice)}
        />
      )}
      {snapshot && report && section && (
        <>
          {!folded.left && (
            <Navigation
              state={state}
              snapshot={snapshot}
              onOpen={(id) => void openKept(id, workspace, setNotice)}
              onShowSection={(key) => jump(key, firstPlace(snapshot, key))}
              onRemoveExample={(id) => void workspace.deleteReport(id)}
            />
          )}
          <main className="section">
            {section.kind === 'table' ? (
              <TableSection
                key={`${snapshot.id} ${section.key}`}
                table={section}
                snapshot={snapshot}
                focusRequest={cellFocus}
                onSelectionSummary={setSummary}
                onLeave={leaveTable}
              />
            ) : (
              <NarrativeEditor
                key={`${snapshot.id} ${section.key}`}
                section={section}
                report={report}
                isReadOnly={snapshot.isReadOnly}
                focusRequest={textFocus}
              />
            )}
          </main>
          {!folded.right && (
            <FindingsPanel evaluation={snapshot.evaluation} isReadOnly={snapshot.isReadOnly} onJump={jump} />
          )}
          <footer className="foot">
            <BalanceStrip evaluation={snapshot.evaluation} onJump={jump} />
            {summary && <SelectionFigures summary={summary} />}
            <SaveStatus />
          </footer>
        </>
      )}
      <NoticeBar notice={notice} onClose={() => setNotice(null)} />
      {dialog === 'new-report' && (
        <NewReportDialog
          currentYear={new Date().getFullYear()}
          organisations={[...new Set(units.map((entry) => entry.organisation))]}
          organisation={snapshot && !snapshot.isExample ? snapshot.report.organisation : ''}
          onCreate={(identity) => void create(identity)}
          onCancel={() => setDialog(null)}
        />
      )}
      {dialog === 'help' && (
        <HelpDialog storage={storage} version={platform.version} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

/** Where typing in a table goes on: its first blank cell, else its first entered one; nothing for a text. */
function firstPlace({ report, evaluation }: ReportSnapshot, section: string): CellAddress | undefined {
  const { form } = report;
  const isHere = (address: CellAddress): boolean => findCell(form, address)?.table.key === section;
  return (
    evaluation.completeness.blanks.find(isHere) ??
    form.entered.map((index) => form.cells[index]!.address).find(isHere)
  );
}
