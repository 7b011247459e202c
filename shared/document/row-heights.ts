// How high the rows of a table become when its texts are wrapped. An estimate for layouts that must say it beforehand.

import { rowsOf, type DocumentCell, type DocumentTable } from './document-tree';
import { lineCount } from './text-width';

export interface RowMeasures {
  /** Height of a line and room around the text of a row, in whatever unit the heights are wanted. */
  readonly line: number;
  readonly padding: number;
  /** The width for a cell's text, in characters. */
  readonly roomOf: (cell: DocumentCell) => number;
}

/** The rows' heights: cells of one row first, then what taller merged cells still need, added to their last row. */
export function estimateRowHeights(table: DocumentTable, { line, padding, roomOf }: RowMeasures): number[] {
  const heightOf = (cell: DocumentCell): number => lineCount(cell.text, roomOf(cell)) * line + padding;
  const heights = rowsOf(table).map((cells) =>
    Math.max(line + padding, ...cells.filter((cell) => cell.rowSpan === 1).map(heightOf)),
  );
  for (const cell of table.cells) {
    if (cell.rowSpan === 1) continue;
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const missing = heightOf(cell) - rows.reduce((sum, height) => sum + height, 0);
    if (missing > 0) heights[cell.row + cell.rowSpan - 1]! += missing;
  }
  return heights;
}
