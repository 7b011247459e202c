// The figures of one table as they lie on paper: rows and columns of cells, without heads and labels. Keyboard,
// ranges, fill, copy and paste all count in these positions. It draws nothing and holds no values.

import type { CompiledForm, FormCell } from '../forms/compile-form';
import type { TableDefinition } from '../forms/form-definition';

/** Row and column among the figures, both from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface FigureSheet {
  readonly form: CompiledForm;
  readonly table: TableDefinition;
  readonly rowCount: number;
  readonly columnCount: number;
  /**
   * For each row and column the cell that lies there. A cell of a block with fewer columns than the table is as
   * wide as the rest of its row and lies at several positions.
   */
  readonly rows: readonly (readonly FormCell[])[];
  /** Where each cell begins, by its index in the form. */
  readonly positions: ReadonlyMap<number, Position>;
}

/** Lays out the figures of a table of this form: one line in a side-by-side table, else one line for each row. */
export function figureSheet(form: CompiledForm, table: TableDefinition): FigureSheet {
  const lines = linesOf(form, table);
  const columnCount = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((line) =>
    Array.from({ length: columnCount }, (_, column) => line[Math.min(column, line.length - 1)]!),
  );
  const positions = new Map<number, Position>();
  lines.forEach((line, row) => line.forEach((cell, column) => positions.set(cell.index, { row, column })));
  return { form, table, rowCount: rows.length, columnCount, rows, positions };
}

/** The cell at a position, or undefined outside the table. */
export function figureAt(sheet: FigureSheet, { row, column }: Position): FormCell | undefined {
  return sheet.rows[row]?.[column];
}

/** Over how many columns the cell reaches from the position where it begins. */
export function widthOf(sheet: FigureSheet, cell: FormCell): number {
  const { row, column } = sheet.positions.get(cell.index)!;
  return sheet.rows[row]!.slice(column).filter((other) => other === cell).length;
}

function linesOf(form: CompiledForm, table: TableDefinition): FormCell[][] {
  const cells = form.cells.filter((cell) => cell.table === table);
  if (table.arrangement === 'side-by-side') return [cells];
  const lines = new Map<string, FormCell[]>();
  for (const cell of cells) {
    const line = lines.get(cell.row.key);
    if (line) line.push(cell);
    else lines.set(cell.row.key, [cell]);
  }
  return [...lines.values()];
}
