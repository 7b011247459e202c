// A plain table of our own making: one line of heads, rows without merged cells.

import type { CellSource, DocumentCell, DocumentColumn, DocumentTable } from './document-tree';
import { textWidth } from './text-width';

export interface SimpleCell {
  readonly text: string;
  /** Without it: running text. */
  readonly role?: DocumentCell['role'];
  readonly source?: CellSource;
}

/** Faces that stand in for the official ones have wider digits: a figure that just fits would break. */
const WIDEST_DIGITS = 1.3;
/** Widths are rounded on their way into files. */
const SLACK = 0.2;

/** Builds it; every row must have as many cells as there are heads. A column becomes as wide as its widest figure. */
export function simpleTable(table: {
  readonly key: string;
  readonly name: string;
  readonly heading: string;
  readonly heads: readonly string[];
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly SimpleCell[])[];
}): DocumentTable {
  const { heads, rows, columns, ...rest } = table;
  const place = (row: number, column: number) => ({ row, column, rowSpan: 1, columnSpan: 1 });
  return {
    ...rest,
    columns: columns.map(({ least, grow }, at) => ({ grow, least: Math.max(least, widestFigure(rows, at)) })),
    rowCount: rows.length + 1,
    headRowCount: 1,
    cells: [
      ...heads.map((text, column): DocumentCell => ({ role: 'columnHead', text, ...place(0, column) })),
      ...rows.flatMap((cells, row) =>
        cells.map((cell, column): DocumentCell => ({ role: 'text', ...cell, ...place(row + 1, column) })),
      ),
    ],
  };
}

function widestFigure(rows: readonly (readonly SimpleCell[])[], column: number): number {
  const figures = rows.map((cells) => cells[column]!).filter(({ role }) => role === 'figure');
  return Math.max(0, ...figures.map(({ text }) => textWidth(text) * WIDEST_DIGITS + SLACK));
}
