// A plain table of our own making: one line of heads, rows without merged cells.

import type { CellSource, DocumentCell, DocumentColumn, DocumentTable } from './document-tree';

export interface SimpleCell {
  readonly text: string;
  /** Without it: running text. */
  readonly role?: DocumentCell['role'];
  readonly source?: CellSource;
}

/** Builds it; every row must have as many cells as there are heads. */
export function simpleTable(table: {
  readonly key: string;
  readonly name: string;
  readonly heading: string;
  readonly heads: readonly string[];
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly SimpleCell[])[];
}): DocumentTable {
  const { heads, rows, ...rest } = table;
  const place = (row: number, column: number) => ({ row, column, rowSpan: 1, columnSpan: 1 });
  return {
    ...rest,
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
