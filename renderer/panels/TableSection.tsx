// One table section: its official title, the unit, what the focused row and column mean, and the table.

import { useState } from 'react';
import type { SelectionSummary } from '../../shared/clipboard/summarise-cells';
import { findCell, sectionTitle } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import { TableGrid, type FocusRequest } from '../grid/TableGrid';
import type { ReportSnapshot } from '../store/report-store';
import { useReportStore } from '../store/use-report';
import './table-section.css';

interface TableSectionProps {
  readonly table: TableDefinition;
  readonly snapshot: ReportSnapshot;
  readonly focusRequest: FocusRequest | null;
  readonly onSelectionSummary: (summary: SelectionSummary | null) => void;
  /** The keyboard leaves the table before its first or behind its last cell; true when another one was opened. */
  readonly onLeave: (by: 1 | -1) => boolean;
}

export function TableSection({
  table,
  snapshot,
  focusRequest,
  onSelectionSummary,
  onLeave,
}: TableSectionProps) {
  const store = useReportStore();
  const [focused, setFocused] = useState<string | null>(null);
  const cell = focused === null ? undefined : findCell(snapshot.report.form, focused);
  const hints = [cell?.row.hint, cell?.column.hint].filter((hint) => hint !== undefined);
  return (
    <section className="table-section">
      <h1>
        {sectionTitle(table)}
        <small>{table.unit !== undefined && `单位：${table.unit} · `}灰格自动计算</small>
        <small className="hint" title={hints.join('\n')}>
          {hints.length > 0 ? hints.join('　') : table.hint}
        </small>
      </h1>
      <div className="table-place">
        <TableGrid
          store={store}
          form={snapshot.report.form}
          table={table}
          focusRequest={focusRequest}
          onFocusCell={setFocused}
          onSelectionSummary={onSelectionSummary}
          onLeave={onLeave}
        />
      </div>
    </section>
  );
}
