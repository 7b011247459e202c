// Writes selected figures, or a whole official table with its heads, for the clipboard: as text for spreadsheets and
// as an HTML table with borders and merges for word processors. It reads no clipboard.

import type { FormCell } from '../forms/compile-form';
import type { CellValue } from '../report/cell-value';
import { formatCellValue } from '../report/format-cell-value';
import { extentOf, type CellRange } from './cell-range';
import { figureAt, type FigureSheet } from './figure-sheet';

export interface ClipboardContents {
  readonly text: string;
  readonly html: string;
}

/** A cell of a table as it is printed; `laid-out` tables of shared/document have this shape. */
export interface PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The official wording of a head; empty for a figure. */
  readonly label: string;
  readonly cell?: FormCell;
}

export interface PrintedTable {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly PrintedCell[];
}

/** The figures of a range: totals included, blanks as nothing, “/” as it is, numbers without separators. */
export function copyRange(
  sheet: FigureSheet,
  range: CellRange,
  values: readonly CellValue[],
): ClipboardContents {
  const { top, left, bottom, right } = extentOf(sheet, range);
  const cells: PrintedCell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right;) {
      const cell = figureAt(sheet, { row, column })!;
      let columnSpan = 1;
      while (column + columnSpan <= right && figureAt(sheet, { row, column: column + columnSpan }) === cell)
        columnSpan += 1;
      cells.push({ row: row - top, column: column - left, rowSpan: 1, columnSpan, label: '', cell });
      column += columnSpan;
    }
  }
  return copyTable({ rowCount: bottom - top + 1, columnCount: right - left + 1, cells }, values);
}

/** A whole printed table, heads and totals included. */
export function copyTable(table: PrintedTable, values: readonly CellValue[]): ClipboardContents {
  const textOf = ({ cell, label }: PrintedCell): string =>
    cell ? formatCellValue(values[cell.index] ?? null) : label;
  const lines = Array.from({ length: table.rowCount }, () =>
    Array.from({ length: table.columnCount }, () => ''),
  );
  for (const cell of table.cells) lines[cell.row]![cell.column] = quoted(textOf(cell));
  return {
    text: textOfLines(lines),
    html: htmlOf(table, textOf),
  };
}

/** A line break at the end belongs to the line before it: a last line that is blank is ended by one of its own. */
function textOfLines(lines: readonly (readonly string[])[]): string {
  const text = lines.map((line) => line.join('\t')).join('\r\n');
  return text.endsWith('\r\n') ? `${text}\r\n` : text;
}

function quoted(text: string): string {
  return /[\t\r\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const CELL_STYLE = 'border:1px solid #000;padding:2px 5px;text-align:center';

function htmlOf(table: PrintedTable, textOf: (cell: PrintedCell) => string): string {
  const rows = Array.from({ length: table.rowCount }, (_, row) => {
    const cells = table.cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map((cell) => {
        const span = (name: string, count: number): string =>
          count > 1 ? ` ${name}="${String(count)}"` : '';
        const spans = `${span('rowspan', cell.rowSpan)}${span('colspan', cell.columnSpan)}`;
        return `<td${spans} style="${CELL_STYLE}">${escaped(textOf(cell))}</td>`;
      });
    return `<tr>${cells.join('')}</tr>`;
  });
  const style = 'border-collapse:collapse;width:100%;font-family:仿宋,FangSong,serif;font-size:10.5pt';
  return `<meta charset="utf-8"><table border="1" cellspacing="0" style="${style}"><tbody>${rows.join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`);
}
