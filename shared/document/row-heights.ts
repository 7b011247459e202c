// How high the rows of a table become when its texts are wrapped. An estimate for layouts that must say it beforehand.

import type { DocumentCell, DocumentTable } from './document-tree';
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
  const heights = new Array<number>(table.rowCount).fill(line + padding);
  const tall: DocumentCell[] = [];
  const heightOf = (cell: DocumentCell): number => lineCount(cell.text, roomOf(cell)) * line + padding;
  for (const cell of table.cells) {
    if (cell.rowSpan > 1) tall.push(cell);
    else if (cell.text !== '') heights[cell.row] = Math.max(heights[cell.row]!, heightOf(cell));
  }
  for (const cell of tall) {
    const end = cell.row + cell.rowSpan;
    let missing = heightOf(cell);
    for (let row = cell.row; row < end; row += 1) missing -= heights[row]!;
    if (missing > 0) heights[end - 1]! += missing;
  }
  return heights;
}
