// Filling cells from cells: the fill handle, Ctrl+D and Ctrl+R, zeros into blanks. Figures are repeated, never
// continued as a series: a form has no series.

import type { FormCell } from '../forms/compile-form';
import type { Edit } from '../report/edits';
import { formatCellValue } from '../report/format-cell-value';
import { parseCellInput } from '../report/parse-cell-input';
import type { Report } from '../report/report';
import { cellsIn, extentOf, type CellRange, type Extent } from './cell-range';
import { figureAt, type FigureSheet } from './figure-sheet';
import { placeOf, type RefusedText } from './paste';

export interface FillOutcome {
  readonly edits: readonly Edit[];
  readonly refused: readonly RefusedText[];
}

/**
 * Ctrl+D and Ctrl+R: the first line of the range goes into all others. A range of one line takes the line before
 * it, as a spreadsheet does; at the edge of the table nothing happens.
 */
export function fillFromFirst(
  report: Report,
  sheet: FigureSheet,
  range: CellRange,
  direction: 'down' | 'right',
): FillOutcome {
  const extent = extentOf(sheet, range);
  const { top, left, bottom, right } = extent;
  if (direction === 'down') {
    const row = top === bottom ? top - 1 : top;
    return fill(report, sheet, { ...extent, top: row, bottom: row }, extent);
  }
  const column = left === right ? left - 1 : left;
  return fill(report, sheet, { ...extent, left: column, right: column }, extent);
}

/** The fill handle: the figures of `source` are repeated over `target`, which is drawn out from it. */
export function fillRange(
  report: Report,
  sheet: FigureSheet,
  source: CellRange,
  target: CellRange,
): FillOutcome {
  return fill(report, sheet, extentOf(sheet, source), extentOf(sheet, target));
}

/** 补零: every blank entered cell of the table becomes 0. */
export function zeroBlanks(report: Report, sheet: FigureSheet): Edit[] {
  return enteredCells(sheet)
    .filter((cell) => report.values[cell.index] === null)
    .map((cell) => ({
      kind: 'value',
      address: cell.address,
      value: cell.column.type === 'amount' || cell.column.type === 'asWritten' ? '0' : 0,
    }));
}

/** 清空: every entered cell of the table becomes blank. */
export function blankTable(sheet: FigureSheet): Edit[] {
  return blankCells(enteredCells(sheet));
}

/** Delete: every entered one of these cells becomes blank. */
export function blankCells(cells: readonly FormCell[]): Edit[] {
  return cells
    .filter((cell) => !cell.operands)
    .map((cell) => ({ kind: 'value', address: cell.address, value: null }));
}

function enteredCells(sheet: FigureSheet): FormCell[] {
  const whole: CellRange = {
    anchor: { row: 0, column: 0 },
    focus: { row: sheet.rowCount - 1, column: sheet.columnCount - 1 },
  };
  return cellsIn(sheet, whole).filter((cell) => !cell.operands);
}

function fill(report: Report, sheet: FigureSheet, source: Extent, target: Extent): FillOutcome {
  const edits: Edit[] = [];
  const refused: RefusedText[] = [];
  const filled = new Set<FormCell>();
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  for (let row = target.top; row <= target.bottom; row += 1)
    for (let column = target.left; column <= target.right; column += 1) {
      const cell = figureAt(sheet, { row, column });
      const from = figureAt(sheet, {
        row: source.top + modulo(row - source.top, height),
        column: source.left + modulo(column - source.left, width),
      });
      if (!cell || !from || cell === from || cell.operands || from.operands || filled.has(cell)) continue;
      filled.add(cell);
      const text = formatCellValue(report.values[from.index]!);
      const parsed = parseCellInput(text, cell.column);
      if (parsed.accepted) edits.push({ kind: 'value', address: cell.address, value: parsed.value });
      else refused.push({ place: placeOf(cell), text, reason: parsed.reason });
    }
  return { edits, refused };
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by;
}
