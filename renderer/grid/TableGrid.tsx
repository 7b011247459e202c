// One official table of the open report, to be read and filled in, with what belongs to it: finding a row, the
// 填报说明, the list after a paste. It owns no data.

import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { figureSheet } from '../../shared/clipboard/figure-sheet';
import { blankTable, zeroBlanks } from '../../shared/clipboard/fill';
import type { PasteOutcome } from '../../shared/clipboard/paste';
import { summariseCells, type SelectionSummary } from '../../shared/clipboard/summarise-cells';
import type { CellAddress } from '../../shared/forms/cell-address';
import { sectionTitle, type CompiledForm } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { ReportStore } from '../store/report-store';
import { CellHelp, type ShownHelp } from './CellHelp';
import { FindRow } from './FindRow';
import type { FoundRow } from './find-rows';
import type { EnterDirection } from './grid-controller';
import { PasteNotice } from './PasteNotice';
import { TableView, type HelpPlace } from './table-view';
import './theme.css';
import './overlays.css';

export interface FocusRequest {
  readonly address: CellAddress;
}

/** What commands of the window do with the table that is shown. */
export interface TableGridHandle {
  /** Takes the focus to where the keyboard stood. */
  focus(): void;
  /** 查找 */
  find(): void;
  /** 补零: blank entered cells of this table become 0, one undo step. */
  fillZeros(): void;
  /** 清空: entered cells of this table become blank, one undo step. */
  blank(): void;
}

export interface TableGridProps {
  readonly store: ReportStore;
  readonly form: CompiledForm;
  readonly table: TableDefinition;
  readonly ref?: React.Ref<TableGridHandle>;
  /** 1 = 100 %. */
  readonly zoom?: number;
  /** Where Enter goes; down without it. */
  readonly enterDirection?: EnterDirection;
  /** Goes to this cell whenever the object is a new one. */
  readonly focusRequest?: FocusRequest | null;
  readonly onFocusCell?: (address: CellAddress) => void;
  /** Sum, count and average of the selection; null when a single cell is selected. */
  readonly onSelectionSummary?: (summary: SelectionSummary | null) => void;
  /** Enter past the last cell, PageUp and PageDown: open the table before or after and request the focus of its
   * `entryCell`. Answers whether there is one. */
  readonly onLeave?: (by: 1 | -1) => boolean;
  /** 查找 found a cell of another table: open it and request its focus. */
  readonly onGoTo?: (address: CellAddress) => void;
}

/** Draws the table as large as its parent allows. The parent gives it a definite height. */
export function TableGrid(props: TableGridProps): React.JSX.Element {
  const { ref, store, form, table, zoom = 1, focusRequest } = props;
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<TableView>(undefined);
  const latest = useLatest(props);
  const [outcome, setOutcome] = useState<PasteOutcome | null>(null);
  const [help, setHelp] = useState<ShownHelp | null>(null);
  const [isFinding, setIsFinding] = useState(false);

  useLayoutEffect(() => {
    const created = new TableView(frame.current!, store, form, table, {
      onSelect: (active, cells) => {
        const { onFocusCell, onSelectionSummary } = latest.current;
        onFocusCell?.(active.address);
        onSelectionSummary?.(summaryOf(store, cells));
      },
      onLeave: (by) => latest.current.onLeave?.(by) ?? false,
      enterDirection: () => latest.current.enterDirection ?? 'down',
      onPaste: (pasted) => setOutcome(isWorthTelling(pasted) ? pasted : null),
      onHelp: (place) => setHelp(place && placeHelp(place, frame.current!)),
      onCancel: () => setOutcome(null),
      onFind: () => setIsFinding(true),
    });
    view.current = created;
    return () => {
      view.current = undefined;
      created.destroy();
    };
  }, [store, form, table, latest]);

  useLayoutEffect(() => view.current?.fit(zoom), [zoom, store, form, table]);

  useLayoutEffect(() => {
    if (focusRequest) view.current?.controller.goTo(focusRequest.address);
  }, [focusRequest, store, form, table]);

  useImperativeHandle(ref, () => handleFor(view, store, form, table, () => setIsFinding(true)));

  const backToTable = (): void => view.current?.controller.focus();
  const goToRow = (found: FoundRow): void => {
    setIsFinding(false);
    const cell = form.cells.find((one) => one.table === found.table && one.row === found.row)!;
    if (found.table === table) view.current?.controller.goTo(cell.address);
    else props.onGoTo?.(cell.address);
  };
  return (
    <div className="table-grid" role="group" aria-label={sectionTitle(table)}>
      <div ref={frame} className="table-frame" />
      {isFinding && (
        <FindRow
          definition={form.definition}
          table={table}
          onChoose={goToRow}
          onClose={() => {
            setIsFinding(false);
            backToTable();
          }}
        />
      )}
      {help && (
        <CellHelp
          help={help}
          formId={form.definition.id}
          onClose={() => {
            setHelp(null);
            if (help.isPinned) backToTable();
          }}
        />
      )}
      {outcome && (
        <PasteNotice
          outcome={outcome}
          onClose={() => {
            setOutcome(null);
            backToTable();
          }}
        />
      )}
    </div>
  );
}

function useLatest<T>(value: T): React.RefObject<T> {
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

/** A block of figures that was taken whole needs no words. */
function isWorthTelling(outcome: PasteOutcome): boolean {
  return outcome.refused.length > 0 || outcome.notices.length > 0;
}

/** Beside the place where there is room: below it, else above; never over it. */
function placeHelp({ subjects, element, isPinned }: HelpPlace, frame: HTMLElement): ShownHelp | null {
  if (subjects.length === 0) return null;
  const place = element.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  const width = 380;
  const left = Math.max(0, Math.min(place.left - around.left, around.width - width));
  const isInUpperHalf = place.bottom - around.top < around.height / 2;
  const top = isInUpperHalf ? place.bottom - around.top + 4 : place.top - around.top - 4;
  return { subjects, isPinned, left, top, opensUpwards: !isInUpperHalf };
}

function handleFor(
  view: React.RefObject<TableView | undefined>,
  store: ReportStore,
  form: CompiledForm,
  table: TableDefinition,
  find: () => void,
): TableGridHandle {
  const finish = (): boolean => view.current?.controller.editing.commit() ?? true;
  return {
    focus: () => view.current?.controller.focus(),
    find,
    fillZeros: () => {
      const report = finish() ? store.getSnapshot()?.report : undefined;
      if (report) store.dispatch(zeroBlanks(report, figureSheet(form, table)), '补零');
      view.current?.controller.focus();
    },
    blank: () => {
      if (finish()) store.dispatch(blankTable(figureSheet(form, table)), '清空');
      view.current?.controller.focus();
    },
  };
}
