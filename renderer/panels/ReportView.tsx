// The open report: years and sections left, the section in the middle, findings right, balance and save state below.

import {
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { SelectionSummary } from '../../shared/clipboard/summarise-cells';
import type { Commands } from '../commands/commands';
import type { TableGridHandle } from '../grid/TableGrid';
import type { TableViewSettings } from '../grid/use-table-view';
import type { ReportSnapshot } from '../store/report-store';
import { useWorkspace, useWorkspaceState } from '../store/use-workspace';
import { BalanceStrip } from './BalanceStrip';
import { FindingsPanel } from './FindingsPanel';
import type { FoldedPanels } from './folded-panels';
import { NarrativeEditor } from './NarrativeEditor';
import { Navigation } from './Navigation';
import { SaveStatus } from './SaveStatus';
import { SelectionFigures } from './SelectionFigures';
import { TableSection } from './TableSection';
import { usePlace } from './use-place';

interface ReportViewProps {
  readonly snapshot: ReportSnapshot;
  readonly folded: FoldedPanels;
  readonly commands: Commands;
  /** Filled with the table on the screen. */
  readonly table: RefObject<TableGridHandle | null>;
  readonly tableView: TableViewSettings;
  /** The automatic snapshots, where they could help. */
  readonly snapshots: ReactNode;
  readonly onOpen: (id: string) => void;
}

export function ReportView(props: ReportViewProps) {
  const { snapshot, folded, commands, table, tableView, snapshots, onOpen } = props;
  const workspace = useWorkspace();
  const state = useWorkspaceState();
  const place = usePlace(workspace);
  const [summary, setSummary] = useState<SelectionSummary | null>(null);
  const { report, evaluation, isReadOnly } = snapshot;
  // The cell and the strip are painted first; lists follow in the next frame.
  const deferred = useDeferredValue(snapshot);
  const listed = deferred.id === snapshot.id ? deferred : snapshot;
  const removeExample = useCallback((id: string) => void workspace.deleteReport(id), [workspace]);
  const showAll = useCallback(() => void commands['all-reports'].run(), [commands]);
  const section = report.form.sectionByKey.get(state.section) ?? report.form.definition.sections[0]!;
  useFocusOnOpening(snapshot.id, () => place.showSection(section.key));
  return (
    <>
      {!folded.left && (
        <Navigation
          state={state}
          snapshot={listed}
          snapshots={snapshots}
          onOpen={onOpen}
          onShowAll={showAll}
          onShowSection={place.showSection}
          onRemoveExample={removeExample}
        />
      )}
      <main className="section">
        {section.kind === 'table' ? (
          <TableSection
            key={`${snapshot.id} ${section.key}`}
            table={section}
            snapshot={snapshot}
            commands={commands}
            handle={table}
            view={tableView}
            focusRequest={place.cell}
            onGoTo={place.goTo}
            onSelectionSummary={setSummary}
            onLeave={place.leaveTable}
          />
        ) : (
          <NarrativeEditor
            key={`${snapshot.id} ${section.key}`}
            section={section}
            report={report}
            previous={evaluation.previous}
            isReadOnly={isReadOnly}
            focusRequest={place.textRequests}
          />
        )}
      </main>
      {!folded.right && (
        <FindingsPanel evaluation={listed.evaluation} isReadOnly={isReadOnly} onJump={place.jump} />
      )}
      <footer className="foot">
        <BalanceStrip evaluation={evaluation} onJump={place.jump} />
        {section.kind === 'table' && summary && <SelectionFigures summary={summary} />}
        <SaveStatus />
      </footer>
    </>
  );
}

/** A report that has just been opened takes the keyboard, unless something else has it. */
function useFocusOnOpening(id: string, focus: () => void): void {
  const latest = useRef(focus);
  useEffect(() => {
    latest.current = focus;
  });
  useEffect(() => {
    if (document.activeElement === document.body) latest.current();
  }, [id]);
}
