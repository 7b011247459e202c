// Where the cells of an official table stand on paper: every head and every figure with its place and spans, for the
// three arrangements. It knows no values, no fonts and no file format.

import type { CompiledForm, FormCell } from '../forms/compile-form';
import { cellAddress } from '../forms/cell-address';
import type {
  BlockDefinition,
  ColumnDefinition,
  RowDefinition,
  TableDefinition,
} from '../forms/form-definition';

export type LaidOutRole = 'blockHeading' | 'corner' | 'columnHead' | 'rowHead' | 'figure';

/** One printed cell. Row and column count from 0 over the whole table, heads included. */
export interface LaidOutCell {
  readonly role: LaidOutRole;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The official wording; empty for a figure. */
  readonly label: string;
  /** The form's cell that a figure shows; only figures have one. */
  readonly cell?: FormCell;
}

/** A table on paper. Its cells cover the rectangle of rows and columns exactly once, in reading order. */
export interface LaidOutTable {
  readonly table: TableDefinition;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Leading rows that hold only heads and are repeated when the table runs over a page. */
  readonly headRowCount: number;
  /** Leading columns that hold row heads. */
  readonly rowHeadColumnCount: number;
  readonly cells: readonly LaidOutCell[];
}

/** Lays out one table of a form. Throws an Error when the table is not one of this form. */
export function layOutTable(form: CompiledForm, table: TableDefinition): LaidOutTable {
  const locate = locatorOf(form, table);
  switch (table.arrangement) {
    case 'stacked':
      return layOutStacked(table, locate);
    case 'matrix':
      return layOutMatrix(table, locate);
    case 'side-by-side':
      return layOutSideBySide(table, locate);
  }
}

/** A column's printed head: its label, with the unit where the form prints one. */
export function columnHeadText(column: ColumnDefinition): string {
  return column.unit ? `${column.label}（单位：${column.unit}）` : column.label;
}

type Locate = (row: RowDefinition, column: ColumnDefinition) => FormCell;

function locatorOf(form: CompiledForm, table: TableDefinition): Locate {
  return (row, column) => {
    const address = cellAddress(table.key, row.key, column.key);
    const index = form.indexByAddress.get(address);
    if (index === undefined) throw new Error(`${address} is not a cell of ${form.definition.id}`);
    return form.cells[index]!;
  };
}

/** A head placed along one axis: `start` and `span` count leaves, `level` and `depth` count nesting. */
interface PlacedHead {
  readonly label: string;
  readonly start: number;
  readonly span: number;
  readonly level: number;
  readonly depth: number;
  readonly isLeaf: boolean;
}

/**
 * Places nested heads over a line of leaves. Neighbours with the same outer head share it; a leaf that is nested
 * less deeply than others reaches down over the levels it does not use. Leaves are never merged.
 */
function placeHeads(paths: readonly (readonly string[])[], levels: number): PlacedHead[] {
  const heads: PlacedHead[] = [];
  paths.forEach((path, start) => {
    path.forEach((label, level) => {
      const isLeaf = level === path.length - 1;
      if (isLeaf) heads.push({ label, start, span: 1, level, depth: levels - level, isLeaf });
      else if (!sharesHead(paths[start - 1], path, level)) {
        let end = start + 1;
        while (sharesHead(paths[end], path, level)) end += 1;
        heads.push({ label, start, span: end - start, level, depth: 1, isLeaf });
      }
    });
  });
  return heads;
}

/** Do two neighbouring leaves stand under the same outer heads down to this level? */
function sharesHead(other: readonly string[] | undefined, path: readonly string[], level: number): boolean {
  if (!other || other.length <= level + 1) return false;
  return path.slice(0, level + 1).every((label, at) => other[at] === label);
}

function deepest(paths: readonly (readonly string[])[]): number {
  return Math.max(...paths.map((path) => path.length));
}

/** 表三: row heads on the left, column heads above, the corner between them. */
function layOutMatrix(table: TableDefinition, locate: Locate): LaidOutTable {
  const [block] = table.blocks as [BlockDefinition];
  const columnPaths = block.columns.map((column) => [...(column.groups ?? []), columnHeadText(column)]);
  const rowPaths = block.rows.map((row) => row.labelPath);
  const headRows = deepest(columnPaths);
  const headColumns = deepest(rowPaths);
  const cells: LaidOutCell[] = [
    {
      role: 'corner',
      row: 0,
      column: 0,
      rowSpan: headRows,
      columnSpan: headColumns,
      label: table.corner ?? block.rowHead ?? '',
    },
    ...placeHeads(columnPaths, headRows).map((head) => columnHead(head, 0, headColumns)),
    ...placeHeads(rowPaths, headColumns).map((head) => rowHead(head, headRows)),
    ...block.rows.flatMap((row, rowAt) =>
      block.columns.map((column, columnAt) =>
        figure(locate(row, column), headRows + rowAt, headColumns + columnAt, 1),
      ),
    ),
  ];
  return {
    table,
    rowCount: headRows + block.rows.length,
    columnCount: headColumns + block.columns.length,
    headRowCount: headRows,
    rowHeadColumnCount: headColumns,
    cells: inReadingOrder(cells),
  };
}

/** 表四: all rows of the block next to each other in one line of figures, their heads above. */
function layOutSideBySide(table: TableDefinition, locate: Locate): LaidOutTable {
  const [block] = table.blocks as [BlockDefinition];
  const leaves = block.rows.flatMap((row) => block.columns.map((column) => ({ row, column })));
  const paths = leaves.map(({ row, column }) => [...row.labelPath, columnHeadText(column)]);
  const headRows = deepest(paths);
  return {
    table,
    rowCount: headRows + 1,
    columnCount: leaves.length,
    headRowCount: headRows,
    rowHeadColumnCount: 0,
    cells: inReadingOrder([
      ...placeHeads(paths, headRows).map((head) => columnHead(head, 0, 0)),
      ...leaves.map(({ row, column }, at) => figure(locate(row, column), headRows, at, 1)),
    ]),
  };
}

/** 表二: blocks one below the other. A block with fewer columns gives its last column the room that is left. */
function layOutStacked(table: TableDefinition, locate: Locate): LaidOutTable {
  const columnCount = 1 + Math.max(...table.blocks.map((block) => block.columns.length));
  const cells: LaidOutCell[] = [];
  let row = 0;
  for (const block of table.blocks) {
    if (block.heading !== undefined)
      cells.push(head('blockHeading', block.heading, { row: row++, column: 0, columnSpan: columnCount }));
    cells.push(head('columnHead', block.rowHead ?? '', { row, column: 0, columnSpan: 1 }));
    const last = block.columns.length - 1;
    const spanOf = (at: number): number => (at === last ? columnCount - 1 - last : 1);
    block.columns.forEach((column, at) =>
      cells.push(head('columnHead', columnHeadText(column), { row, column: 1 + at, columnSpan: spanOf(at) })),
    );
    row += 1;
    for (const definition of block.rows) {
      cells.push(head('rowHead', definition.labelPath.at(-1)!, { row, column: 0, columnSpan: 1 }));
      for (const [at, column] of block.columns.entries())
        cells.push(figure(locate(definition, column), row, 1 + at, spanOf(at)));
      row += 1;
    }
  }
  return { table, rowCount: row, columnCount, headRowCount: 0, rowHeadColumnCount: 1, cells };
}

function head(
  role: LaidOutRole,
  label: string,
  place: { readonly row: number; readonly column: number; readonly columnSpan: number },
): LaidOutCell {
  return { role, label, rowSpan: 1, ...place };
}

function columnHead(placed: PlacedHead, firstRow: number, firstColumn: number): LaidOutCell {
  return {
    role: 'columnHead',
    row: firstRow + placed.level,
    column: firstColumn + placed.start,
    rowSpan: placed.depth,
    columnSpan: placed.span,
    label: placed.label,
  };
}

/** A row head is a column head turned by a quarter: levels run to the right. */
function rowHead(placed: PlacedHead, firstRow: number): LaidOutCell {
  return {
    role: 'rowHead',
    row: firstRow + placed.start,
    column: placed.level,
    rowSpan: placed.span,
    columnSpan: placed.depth,
    label: placed.label,
  };
}

function figure(cell: FormCell, row: number, column: number, columnSpan: number): LaidOutCell {
  return { role: 'figure', row, column, rowSpan: 1, columnSpan, label: '', cell };
}

function inReadingOrder(cells: readonly LaidOutCell[]): LaidOutCell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}
