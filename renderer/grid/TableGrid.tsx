// One official table of the open report, to be read and filled in: draws the definition in AG Grid, wires keyboard,
// mouse and store to it and fits it into its place. It owns no data.

import { useLayoutEffect, useRef } from 'react';
import { summariseCells, type SelectionSummary } from '../../shared/clipboard/summarise-cells';
import type { CellAddress } from '../../shared/forms/cell-address';
import { sectionTitle, type CompiledForm } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { ReportStore } from '../store/report-store';
import { TableView } from './table-view';
import './theme.css';

export interface FocusRequest {
  readonly address: CellAddress;
}

export interface TableGridProps {
  readonly store: ReportStore;
  readonly form: CompiledForm;
  readonly table: TableDefinition;
  /** 1 = 100 %. */
  readonly zoom?: number;
  /** Goes to this cell whenever the object is a new one. */
  readonly focusRequest?: FocusRequest | null;
  readonly onFocusCell?: (address: CellAddress) => void;
  /** Sum, count and average of the selection; null when a single cell is selected. */
  readonly onSelectionSummary?: (summary: SelectionSummary | null) => void;
  /** Enter past the last cell, PageUp and PageDown: open the table before or after and request the focus of its
   * `entryCell`. Answers whether there is one. */
  readonly onLeave?: (by: 1 | -1) => boolean;
}

/** Draws the table as large as its parent allows. The parent gives it a definite height. */
export function TableGrid(props: TableGridProps): React.JSX.Element {
  const { store, form, table, zoom = 1, focusRequest } = props;
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<TableView>(undefined);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const created = new TableView(frame.current!, store, form, table, {
      onSelect: (active, cells) => {
        const { onFocusCell, onSelectionSummary } = latest.current;
        onFocusCell?.(active.address);
        const values = store.getSnapshot()?.evaluation.totals.values;
        onSelectionSummary?.(
          values && cells.length > 1 ? summariseCells(cells.map((cell) => values[cell.index]!)) : null,
        );
      },
      onLeave: (by) => latest.current.onLeave?.(by) ?? false,
    });
    view.current = created;
    return () => {
      view.current = undefined;
      created.destroy();
    };
  }, [store, form, table]);

  useLayoutEffect(() => view.current?.fit(zoom), [zoom, store, form, table]);

  useLayoutEffect(() => {
    if (focusRequest) view.current?.controller.goTo(focusRequest.address);
  }, [focusRequest, store, form, table]);

  return <div ref={frame} className="table-grid" aria-label={sectionTitle(table)} role="group" />;
}
