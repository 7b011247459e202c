// One table section: its official title, the unit, what the focused row and column mean, its tools, and the table.

import { useState, type RefObject } from 'react';
import type { SelectionSummary } from '../../shared/clipboard/summarise-cells';
import { findCell, sectionTitle } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { Commands } from '../commands/commands';
import { TableGrid, type FocusRequest, type TableGridHandle } from '../grid/TableGrid';
import type { TableViewSettings } from '../grid/use-table-view';
import type { ReportSnapshot } from '../store/report-store';
import { useReportStore } from '../store/use-report';
import { CommandButton } from './CommandButton';
import './table-section.css';

interface TableSectionProps {
  readonly table: TableDefinition;
  readonly snapshot: ReportSnapshot;
  readonly commands: Commands;
  readonly handle: RefObject<TableGridHandle | null>;
  readonly view: TableViewSettings;
  readonly focusRequest: FocusRequest | null;
  readonly onSelectionSummary: (summary: SelectionSummary | null) => void;
  /** The keyboard leaves the table before its first or behind its last cell; true when another one was opened. */
  readonly onLeave: (by: 1 | -1) => boolean;
  /** A cell was looked up, in this table or another. */
  readonly onGoTo: (address: string) => void;
}

export function TableSection(props: TableSectionProps) {
  const { table, snapshot, commands, handle, view } = props;
  const store = useReportStore();
  const [focused, setFocused] = useState<string | null>(null);
  const cell = focused === null ? undefined : findCell(snapshot.report.form, focused);
  const hints = [cell?.row.hint, cell?.column.hint].filter((hint) => hint !== undefined);
  return (
    <section className="table-section">
      <header>
        <h1>{sectionTitle(table)}</h1>
        {table.unit !== undefined && <small>单位：{table.unit}</small>}
        <small className="hint" title={hints.join('\n')}>
          {hints.length > 0 ? hints.join('　') : table.hint}
        </small>
        <div className="tools">
          <CommandButton id="fill-zeros" label="补零" commands={commands} />
          <CommandButton id="blank-table" label="清空" commands={commands} />
          <CommandButton id="find-row" label="查找" commands={commands} />
          <CommandButton
            id="last-year-line"
            label="上年"
            isPressed={view.showsLastYear}
            commands={commands}
          />
          <CommandButton
            id="enter-direction"
            label={view.enterDirection === 'down' ? '回车 ↓' : '回车 →'}
            commands={commands}
          />
          <CommandButton id="zoom-out" label="−" commands={commands} />
          <CommandButton id="zoom-reset" label={`${Math.round(view.zoom * 100)}%`} commands={commands} />
          <CommandButton id="zoom-in" label="+" commands={commands} />
        </div>
      </header>
      <div className="table-place">
        <TableGrid
          ref={handle}
          store={store}
          form={snapshot.report.form}
          table={table}
          zoom={view.zoom}
          showsLastYear={view.showsLastYear}
          enterDirection={view.enterDirection}
          focusRequest={props.focusRequest}
          onFocusCell={setFocused}
          onSelectionSummary={props.onSelectionSummary}
          onLeave={props.onLeave}
          onGoTo={props.onGoTo}
        />
      </div>
    </section>
  );
}
