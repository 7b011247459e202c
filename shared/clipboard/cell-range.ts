// A rectangle of positions in a table: what is selected, copied, filled and blanked. It holds no values.

import type { FormCell } from '../forms/compile-form';
import { figureAt, type FigureSheet, type Position } from './figure-sheet';

/** Two opposite corners. The anchor is where the range began, the focus is where it was drawn to. */
export interface CellRange {
  readonly anchor: Position;
  readonly focus: Position;
}

/** First and last row and column of a range, both included. */
export interface Extent {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The range of one position. */
export function rangeAt(position: Position): CellRange {
  return { anchor: position, focus: position };
}

/** The rectangle between the corners, widened so that no cell that lies at several positions is cut. */
export function extentOf(sheet: FigureSheet, range: CellRange): Extent {
  const { anchor, focus } = range;
  const top = Math.min(anchor.row, focus.row);
  const bottom = Math.max(anchor.row, focus.row);
  let left = Math.min(anchor.column, focus.column);
  let right = Math.max(anchor.column, focus.column);
  if (top === bottom) {
    const line = sheet.rows[top]!;
    while (left > 0 && line[left - 1] === line[left]) left -= 1;
    while (right < sheet.columnCount - 1 && line[right + 1] === line[right]) right += 1;
  }
  return { top, left, bottom, right };
}

/** The cells of a range by line, each once, totals included. */
export function linesIn(sheet: FigureSheet, range: CellRange): FormCell[][] {
  const { top, left, bottom, right } = extentOf(sheet, range);
  return sheet.rows.slice(top, bottom + 1).map((line) => [...new Set(line.slice(left, right + 1))]);
}

/** All cells of a range, totals included. */
export function cellsIn(sheet: FigureSheet, range: CellRange): FormCell[] {
  return linesIn(sheet, range).flat();
}

/** Does the range hold more than one cell? */
export function isSeveral(sheet: FigureSheet, range: CellRange): boolean {
  return figureAt(sheet, range.anchor) !== figureAt(sheet, range.focus);
}

/** The range of the whole table. */
export function wholeRange(sheet: FigureSheet): CellRange {
  return {
    anchor: { row: 0, column: 0 },
    focus: { row: sheet.rowCount - 1, column: sheet.columnCount - 1 },
  };
}
