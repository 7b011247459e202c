// Which rows and columns a place of the table is about, for its 填报说明. Pure.

import { cellsIn, type CellRange } from '../../shared/clipboard/cell-range';
import type { FigureSheet } from '../../shared/clipboard/figure-sheet';
import type { FormCell } from '../../shared/forms/compile-form';

export interface HelpSubject {
  /** The key under which the 填报说明 is kept. */
  readonly key: string;
  readonly title: string;
  /** The short sentence of the definition. */
  readonly hint: string | undefined;
}

/** The row and the column of a cell. */
export function subjectsOfCell({ table, row, column }: FormCell): HelpSubject[] {
  return [
    { key: `${table.key}.${row.key}`, title: row.labelPath.at(-1)!, hint: row.hint },
    { key: `${table.key}.${column.key}`, title: column.label, hint: column.hint },
  ];
}

/** What a label or head is about: the one row or the one column of its figures, or the whole table. */
export function subjectsOfRange(sheet: FigureSheet, range: CellRange): HelpSubject[] {
  const cells = cellsIn(sheet, range);
  const [row, column] = subjectsOfCell(cells[0]!);
  const isOneRow = cells.every((cell) => cell.row === cells[0]!.row);
  const isOneColumn = cells.every((cell) => cell.column.key === cells[0]!.column.key);
  if (isOneColumn && isOneRow) return [row!, column!];
  if (isOneRow) return [row!];
  if (isOneColumn) return [column!];
  const { table } = sheet;
  const isWhole = cells.length === sheet.positions.size;
  return isWhole ? [{ key: table.key, title: table.label, hint: table.hint }] : [];
}
