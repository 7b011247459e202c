// The labels and heads of single rows and columns while the table is used: the ones of the focused cell stand out,
// and a row that was taken from last year's report says so.

import type { CellRange } from '../../shared/clipboard/cell-range';
import type { FigureSheet, Position } from '../../shared/clipboard/figure-sheet';
import type { ReportStore } from '../store/report-store';
import { carriedRows } from './carried-cells';
import { governedRange } from './sheet-components';

interface SheetHead {
  readonly element: HTMLElement;
  readonly range: CellRange;
  isCurrent: boolean;
}

export class SheetHeads {
  private readonly heads: readonly SheetHead[];

  /** Reads the labels and heads of a table that has been drawn. */
  constructor(
    sheetElement: HTMLElement,
    private readonly sheet: FigureSheet,
  ) {
    const innermost = [...sheetElement.querySelectorAll<HTMLElement>('[data-innermost]')];
    this.heads = innermost.map((element) => ({ element, range: governedRange(element)!, isCurrent: false }));
  }

  /** Lets the row and the column of a position stand out. */
  highlight({ row, column }: Position): void {
    for (const head of this.heads) {
      const { anchor, focus } = head.range;
      const isInRows = row >= anchor.row && row <= focus.row;
      const isCurrent = isInRows && column >= anchor.column && column <= focus.column;
      if (head.isCurrent !== isCurrent) head.element.classList.toggle('current', isCurrent);
      head.isCurrent = isCurrent;
    }
  }

  /** Says beside its label from which year a row was taken. */
  markCarriedRows(store: ReportStore): void {
    const snapshot = store.getSnapshot();
    if (!snapshot) return;
    const carried = carriedRows(snapshot, this.sheet);
    for (const { element, range } of this.heads) {
      if (element.role !== 'rowheader') continue;
      const year = carried.get(this.sheet.rows[range.anchor.row]![0]!.row.key);
      const words = year === undefined ? undefined : `取自 ${String(year)} 年`;
      if (element.dataset['carried'] === words) continue;
      if (words === undefined) delete element.dataset['carried'];
      else element.dataset['carried'] = words;
    }
  }
}
