// Draws a table into its frame and keeps it there: made once for a report's form and table, fitted when the zoom
// changes, led to a cell when the window asks for it.

import { useLayoutEffect, useRef, type RefObject } from 'react';
import { summariseCells, type SelectionSummary } from '../../shared/clipboard/summarise-cells';
import type { ReportStore } from '../store/report-store';
import type { TableGridProps } from './table-grid-contract';
import { TableView } from './table-view';
import type { Overlays } from './use-table-overlays';

/** The drawn table; undefined before it is drawn and after it is gone. */
export function useDrawnTable(
  frame: RefObject<HTMLElement | null>,
  props: TableGridProps,
  { find, explain, tell }: Overlays,
): RefObject<TableView | undefined> {
  const { store, form, table, zoom = 1, showsLastYear = false, focusRequest } = props;
  const view = useRef<TableView>(undefined);
  const latest = useLatest(props);

  useLayoutEffect(() => {
    const created = new TableView(frame.current!, store, form, table, {
      onSelect: (active, cells) => {
        latest.current.onFocusCell?.(active.address);
        latest.current.onSelectionSummary?.(summaryOf(store, cells));
      },
      onLeave: (by) => latest.current.onLeave?.(by) ?? false,
      enterDirection: () => latest.current.enterDirection ?? 'down',
      onPaste: tell,
      onHelp: explain,
      onCancel: () => tell(null),
      onFind: () => find(true),
    });
    view.current = created;
    return () => {
      view.current = undefined;
      created.destroy();
    };
  }, [frame, store, form, table, latest, find, explain, tell]);

  useLayoutEffect(
    () => view.current?.fit({ zoom, showsLastYear }),
    [zoom, showsLastYear, store, form, table],
  );

  useLayoutEffect(() => {
    if (focusRequest) view.current?.controller.goTo(focusRequest.address);
  }, [focusRequest, store, form, table]);

  return view;
}

/** What the listeners of a long life read: the properties of the last drawing. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

function summaryOf(
  store: ReportStore,
  cells: readonly { readonly index: number }[],
): SelectionSummary | null {
  const values = store.getSnapshot()?.evaluation.totals.values;
  return values && cells.length > 1 ? summariseCells(cells.map(({ index }) => values[index]!)) : null;
}
