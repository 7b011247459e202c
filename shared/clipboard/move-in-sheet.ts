// Where the keyboard goes next in a table. Totals are passed over; nothing here knows keys or focus.

import type { FormCell } from '../forms/compile-form';
import { figureAt, type FigureSheet, type Position } from './figure-sheet';

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Readonly<Record<Direction, Position>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** The cells to be filled in, in reading order: across for Tab, down for Enter. */
export function enteringOrder(sheet: FigureSheet, along: 'across' | 'down'): FormCell[] {
  const cells = [...new Set(sheet.rows.flat())].filter((cell) => !cell.operands);
  if (along === 'across') return cells;
  const place = (cell: FormCell): Position => sheet.positions.get(cell.index)!;
  return cells.sort((a, b) => place(a).column - place(b).column || place(a).row - place(b).row);
}

/** The cell where the keyboard enters a table: its first entered cell, coming back from the next table its last. */
export function entryCell(sheet: FigureSheet, by: 1 | -1): FormCell {
  const order = enteringOrder(sheet, 'down');
  return by === 1 ? order[0]! : order.at(-1)!;
}

/**
 * The entered cell before or after this one in reading order; undefined past either end of the table. From a
 * total, which the order does not contain, it goes to the nearest entered cell on that side.
 */
export function stepInOrder(
  sheet: FigureSheet,
  from: FormCell,
  along: 'across' | 'down',
  by: 1 | -1,
): FormCell | undefined {
  const order = enteringOrder(sheet, along);
  const at = order.indexOf(from);
  if (at >= 0) return order[at + by];
  const rank = (cell: FormCell): number => {
    const { row, column } = sheet.positions.get(cell.index)!;
    return along === 'across' ? row * sheet.columnCount + column : column * sheet.rowCount + row;
  };
  const beyond = order.filter((cell) => Math.sign(rank(cell) - rank(from)) === by);
  return by > 0 ? beyond[0] : beyond.at(-1);
}

/** The nearest entered cell in a direction, seen from a position; undefined when there is none before the edge. */
export function stepTowards(sheet: FigureSheet, from: Position, direction: Direction): Position | undefined {
  const step = STEPS[direction];
  const start = figureAt(sheet, from);
  let at = plus(from, step);
  for (;;) {
    const cell = figureAt(sheet, at);
    if (!cell) return undefined;
    if (cell !== start && !cell.operands) return at;
    at = plus(at, step);
  }
}

/** The last entered cell in a direction; the position itself when it is that already. */
export function edgeTowards(sheet: FigureSheet, from: Position, direction: Direction): Position {
  const next = stepTowards(sheet, from, direction);
  return next ? edgeTowards(sheet, next, direction) : from;
}

/** The neighbouring position in a direction, totals included, kept inside the table: how a range grows. */
export function growTowards(sheet: FigureSheet, from: Position, direction: Direction): Position {
  const start = figureAt(sheet, from);
  let at = from;
  for (;;) {
    const next = plus(at, STEPS[direction]);
    const cell = figureAt(sheet, next);
    if (!cell) return at;
    at = next;
    if (cell !== start) return at;
  }
}

/** The first or last entered cell of the row at a position, or of the whole table. */
export function endOf(
  sheet: FigureSheet,
  of: 'row' | 'table',
  from: Position,
  end: 'first' | 'last',
): Position {
  const cells = enteringOrder(sheet, 'across').filter(
    (cell) => of === 'table' || sheet.positions.get(cell.index)!.row === from.row,
  );
  const cell = end === 'first' ? cells[0] : cells.at(-1);
  return cell ? sheet.positions.get(cell.index)! : from;
}

function plus(a: Position, b: Position): Position {
  return { row: a.row + b.row, column: a.column + b.column };
}
