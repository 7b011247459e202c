// Reads an official table the way a person does: by its printed heads. It knows nothing of how the program lays a
// table out, so a figure in a wrong row or column is found.

import { cellAddress } from '../../shared/forms/cell-address';
import type { ColumnDefinition, TableDefinition } from '../../shared/forms/form-definition';
import type { Grid, GridCell } from './table-grid';

/** The printed figures by address. A head that the definition does not have, or a figure without one, throws. */
export function readOfficialTable(table: TableDefinition, grid: Grid): Map<string, string> {
  const figures = new Map<string, string>();
  const put = (row: string, column: string, text: string): void => {
    const address = cellAddress(table.key, row, column);
    if (figures.has(address)) throw new Error(`${address} is printed twice`);
    figures.set(address, text);
  };
  READERS[table.arrangement](table, grid, put);
  return figures;
}

type Put = (row: string, column: string, text: string) => void;

const READERS: Readonly<
  Record<TableDefinition['arrangement'], (t: TableDefinition, g: Grid, put: Put) => void>
> = { stacked: readStacked, matrix: readMatrix, 'side-by-side': readSideBySide };

function readMatrix(table: TableDefinition, grid: Grid, put: Put): void {
  const [block] = table.blocks;
  const corner = grid[0]![0]!.id;
  const headRows = grid.filter((row) => row[0]!.id === corner).length;
  const headColumns = grid[0]!.filter((cell) => cell.id === corner).length;
  const columns = grid[0]!.slice(headColumns).map((_, at) =>
    find(
      pathOf(grid.slice(0, headRows).map((row) => row[headColumns + at]!)),
      block!.columns.map((column) => ({ path: [...(column.groups ?? []), headOf(column)], key: column.key })),
    ),
  );
  for (const row of grid.slice(headRows)) {
    const rows = block!.rows.map(({ labelPath, key }) => ({ path: labelPath, key }));
    const key = find(pathOf(row.slice(0, headColumns)), rows);
    row.slice(headColumns).forEach((cell, at) => put(key, columns[at]!, cell.text));
  }
}

function readSideBySide(table: TableDefinition, grid: Grid, put: Put): void {
  const [block] = table.blocks;
  const leaves = block!.rows.flatMap((row) =>
    block!.columns.map((column) => ({
      path: [...row.labelPath, headOf(column)],
      key: [row.key, column.key] as const,
    })),
  );
  grid.at(-1)!.forEach((cell, at) => {
    const [row, column] = find(pathOf(grid.slice(0, -1).map((above) => above[at]!)), leaves);
    put(row, column, cell.text);
  });
}

function readStacked(table: TableDefinition, grid: Grid, put: Put): void {
  let at = 0;
  for (const block of table.blocks) {
    if (block.heading !== undefined) {
      const heading = new Set(grid[at]!.map((cell) => cell.text));
      if (heading.size !== 1 || !heading.has(block.heading)) throw new Error(`no heading ${block.heading}`);
      at += 1;
    }
    const heads = grid[at]!;
    if (heads[0]!.text !== (block.rowHead ?? '')) throw new Error(`${heads[0]!.text} heads the row labels`);
    at += 1;
    for (const row of grid.slice(at, at + block.rows.length)) {
      const key = find(
        [row[0]!.text],
        block.rows.map((one) => ({ path: [one.labelPath.at(-1)!], key: one.key })),
      );
      for (const [first, cell] of row.slice(1).entries()) {
        if (row[first]!.id === cell.id) continue;
        const columns = block.columns.map((column) => ({ path: [headOf(column)], key: column.key }));
        put(key, find([heads[first + 1]!.text], columns), cell.text);
      }
    }
    at += block.rows.length;
  }
  if (at !== grid.length) throw new Error(`${grid.length - at} rows too many`);
}

/** The texts along a line of heads, a merged head counted once. */
function pathOf(cells: readonly GridCell[]): string[] {
  return cells.filter((cell, at) => cell.id !== cells[at - 1]?.id).map((cell) => cell.text);
}

function find<Key>(
  path: readonly string[],
  known: readonly { readonly path: readonly string[]; readonly key: Key }[],
): Key {
  const found = known.filter(
    (one) => one.path.length === path.length && one.path.every((label, at) => label === path[at]),
  );
  if (found.length !== 1) throw new Error(`${path.join(' › ')} is no head of the official table`);
  return found[0]!.key;
}

function headOf({ label, unit }: ColumnDefinition): string {
  return unit ? `${label}（单位：${unit}）` : label;
}
