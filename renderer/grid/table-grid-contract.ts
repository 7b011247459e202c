// What the window gives to a table and what its commands do with it.

import { figureSheet } from '../../shared/clipboard/figure-sheet';
import { blankTable, zeroBlanks } from '../../shared/clipboard/fill';
import type { SelectionSummary } from '../../shared/clipboard/summarise-cells';
import type { CellAddress } from '../../shared/forms/cell-address';
import type { CompiledForm } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { ReportStore } from '../store/report-store';
import type { EnterDirection } from './grid-controller';
import type { TableView } from './table-view';

export interface FocusRequest {
  readonly address: CellAddress;
}

/** What commands of the window do with the table that is shown. */
export interface TableGridHandle {
  /** Takes the focus to where the keyboard stood. */
  focus(): void;
  /** Commits the figure that is being typed; false when it is refused and stays open, with the reason beside it. */
  finish(): boolean;
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
  /** Last year's figure and the difference in every cell, where last year's report is known. */
  readonly showsLastYear?: boolean;
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

/** The commands over a table that may be gone when they run; then they do nothing. */
export function handleFor(
  view: React.RefObject<TableView | undefined>,
  store: ReportStore,
  form: CompiledForm,
  table: TableDefinition,
  find: () => void,
): TableGridHandle {
  const finish = (): boolean => view.current?.controller.finish() ?? true;
  return {
    focus: () => view.current?.controller.focus(),
    finish,
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
