// Recognises an official table in what was pasted, by its labels: which text belongs into which cell of the form,
// wherever the cursor stands. It reads no figures and changes nothing.

import type { CompiledForm, FormCell } from '../forms/compile-form';
import { tablesOf } from '../forms/compile-form';
import type { BlockDefinition, RowDefinition, TableDefinition } from '../forms/form-definition';
import type { PastedGrid } from './pasted-grid';
import { columnLabels, isFigureText, plainLabel, rowLabels } from './same-label';

/** A text of the source and the cell that it belongs into. */
export interface RecognisedEntry {
  readonly cell: FormCell;
  readonly text: string;
}

export interface RecognisedTable {
  readonly table: TableDefinition;
  readonly entries: readonly RecognisedEntry[];
  /** The lines of the source that belong to it. */
  readonly lines: readonly number[];
  /** Lines with figures that were not taken: by label, with the reason. */
  readonly unknownLines: readonly UnknownLine[];
  /** Rows that the source names otherwise than the form, with its own words. */
  readonly renamed: readonly { readonly label: string; readonly row: RowDefinition }[];
}

export interface UnknownLine {
  readonly label: string;
  readonly reason: string;
}

/**
 * The tables of this form that the rectangle shows, a worksheet may hold several; none for a plain block of figures.
 * At least two lines must carry an official label, or one line below the official column heads.
 */
export function recogniseTables(form: CompiledForm, grid: PastedGrid): RecognisedTable[] {
  const tables = tablesOf(form.definition)
    .map((table) =>
      table.arrangement === 'side-by-side'
        ? recogniseLine(form, table, grid)
        : recogniseRows(form, table, grid),
    )
    .filter((recognised) => recognised !== undefined);
  const [first, ...others] = tables;
  if (!first) return [];
  const unknown = unknownLines(grid, new Set(tables.flatMap(({ lines }) => lines)));
  return [{ ...first, unknownLines: [...first.unknownLines, ...unknown] }, ...others];
}

/** Lines with a label and figures that belong to no table. */
function unknownLines(grid: PastedGrid, known: ReadonlySet<number>): UnknownLine[] {
  return grid.rows.flatMap((line, at) => {
    const label = known.has(at) ? undefined : unknownLabel(line);
    return label === undefined ? [] : [{ label, reason: '表里没有这一行，没有填入。' }];
  });
}

interface KnownRow {
  readonly row: RowDefinition;
  readonly block: BlockDefinition;
}

/** Where each column of a block stands in the source. */
type ColumnPlaces = readonly (number | undefined)[];

/** The columns that heads gave to a block, for all lines below that are as wide. */
interface HeadedColumns {
  readonly block: BlockDefinition;
  readonly columns: ColumnPlaces;
  readonly width: number;
}

function recogniseRows(
  form: CompiledForm,
  table: TableDefinition,
  grid: PastedGrid,
): RecognisedTable | undefined {
  const known = knownRows(table);
  const entries: RecognisedEntry[] = [];
  const refusedLines: UnknownLine[] = [];
  const lines: number[] = [];
  const renamed: { label: string; row: RowDefinition }[] = [];
  const matched = new Set<RowDefinition>();
  let headsFrom = 0;
  let places: HeadedColumns | undefined;
  let hasHeads = false;
  grid.rows.forEach((line, at) => {
    const label = findLabel(known, line);
    if (!label) return;
    const { row, block } = label.known;
    lines.push(at);
    const heads = headPlaces(grid, block, headsFrom, at, label.column);
    if (heads) hasHeads = true;
    if (heads || places?.block !== block) places = { block, columns: heads ?? [], width: grid.widths[at]! };
    headsFrom = at + 1;
    matched.add(row);
    if (label.isRenamed) renamed.push({ label: line[label.column]!.text, row });
    const isAligned = grid.widths[at] === places.width && isInColumns(line, label.column, places.columns);
    const columns = isAligned ? places.columns : lastPlaces(grid, block, at, label.column);
    if (columns.length === 0)
      refusedLines.push({ label: line[label.column]!.text, reason: '格数与表的列数对不上，没有填入。' });
    block.columns.forEach((column, index) => {
      const place = columns[index];
      const cell = findCellOf(form, table, row, column.key);
      if (place !== undefined && cell && line[place]) entries.push({ cell, text: line[place].text });
    });
  });
  const isCertain = matched.size > 1 || (matched.size === 1 && hasHeads);
  return isCertain && entries.length > 0
    ? { table, entries, lines, unknownLines: refusedLines, renamed }
    : undefined;
}

function knownRows(table: TableDefinition): Map<string, KnownRow> {
  const known = new Map<string, KnownRow>();
  for (const block of table.blocks)
    for (const row of block.rows)
      for (const label of rowLabels(row)) if (!known.has(label)) known.set(label, { row, block });
  return known;
}

/** The innermost official label among the leading texts of a line. */
function findLabel(
  known: ReadonlyMap<string, KnownRow>,
  line: PastedGrid['rows'][number],
): { known: KnownRow; column: number; isRenamed: boolean } | undefined {
  let best: { known: KnownRow; column: number; isRenamed: boolean } | undefined;
  let lastText = '';
  for (const [column, { text }] of line.entries()) {
    if (isFigureText(text)) {
      if (best && text.trim() !== '') break;
      continue;
    }
    // A merged label stands at several positions: the last one is where the figures begin.
    if (best && text === lastText) {
      best = { ...best, column };
      continue;
    }
    lastText = text;
    const plain = plainLabel(text);
    const found = known.get(plain);
    // One line for what the form divides into several: it is told, because the clerk may know better.
    const isRenamed = found?.row.labelPath.slice(0, -1).some((outer) => plainLabel(outer) === plain) ?? false;
    best = found && { known: found, column, isRenamed };
  }
  return best;
}

/** The columns by the heads in the lines above; undefined where fewer than all heads of the block are found. */
function headPlaces(
  grid: PastedGrid,
  block: BlockDefinition,
  from: number,
  to: number,
  labelColumn: number,
): ColumnPlaces | undefined {
  const width = grid.widths[to]!;
  const taken = new Set<number>();
  const places = block.columns.map((column) => {
    const labels = columnLabels(column);
    for (let place = labelColumn + 1; place < width; place += 1) {
      if (taken.has(place)) continue;
      for (let line = from; line < to; line += 1) {
        // Lines of another width are not aligned with this one: their positions mean nothing here.
        if (grid.widths[line] !== width || !labels.includes(plainLabel(grid.rows[line]![place]!.text)))
          continue;
        taken.add(place);
        return place;
      }
    }
    return undefined;
  });
  return places.every((place) => place !== undefined) ||
    places.filter((place) => place !== undefined).length > 1
    ? places
    : undefined;
}

/** Do all figures of a line stand below heads? One that does not would shift all others by a column. */
function isInColumns(line: PastedGrid['rows'][number], labelColumn: number, columns: ColumnPlaces): boolean {
  if (columns.length === 0) return false;
  return line.every(({ text, isOrigin }, place) =>
    place <= labelColumn
      ? !columns.includes(place)
      : !isOrigin || text.trim() === '' || columns.includes(place),
  );
}

/**
 * The columns without heads: the texts behind the label, when they are exactly as many as the block has columns,
 * with or without blanks between them. Anything else could be off by one, and is left out.
 */
function lastPlaces(
  grid: PastedGrid,
  block: BlockDefinition,
  line: number,
  labelColumn: number,
): ColumnPlaces {
  const cells = grid.rows[line]!;
  const behind: number[] = [];
  for (let place = labelColumn + 1; place < grid.widths[line]!; place += 1)
    if (cells[place]!.isOrigin) behind.push(place);
  const filled = behind.filter((place) => cells[place]!.text.trim() !== '');
  const count = block.columns.length;
  if (filled.length === count) return filled;
  const isRectangle = grid.widths.every((width) => width === grid.columnCount);
  if (behind.length === count || filled.length === 0 || isRectangle) return behind.slice(-count);
  return [];
}

function unknownLabel(line: PastedGrid['rows'][number]): string | undefined {
  const label = line.filter(({ text }) => !isFigureText(text)).at(-1)?.text;
  const hasFigure = line.some(({ text }) => /\d/u.test(text) && isFigureText(text));
  return label !== undefined && hasFigure ? label : undefined;
}

/** 表四: the cell of each figure is named by all heads above it. */
function recogniseLine(
  form: CompiledForm,
  table: TableDefinition,
  grid: PastedGrid,
): RecognisedTable | undefined {
  for (const [at, line] of grid.rows.entries()) {
    if (at === 0 || !line.every(({ text }) => isFigureText(text))) continue;
    let from = at;
    while (from > 0 && !grid.rows[from - 1]!.every(({ text }) => isFigureText(text))) from -= 1;
    const entries = namedByHeads(form, table, grid, from, at);
    if (entries) return { table, entries, lines: [at], unknownLines: [], renamed: [] };
  }
  return undefined;
}

/** The figures of a line by the heads in the lines above it; undefined when these are not the heads of the table. */
function namedByHeads(
  form: CompiledForm,
  table: TableDefinition,
  grid: PastedGrid,
  from: number,
  at: number,
): RecognisedEntry[] | undefined {
  const cells = form.cells.filter((cell) => cell.table === table);
  const figures = grid.rows[at]!;
  const headLines = grid.rows.slice(from, at).map((line) => line.map(({ text }) => plainLabel(text)));
  const byHeads = figures.flatMap(({ text, isOrigin }, place): RecognisedEntry[] => {
    if (!isOrigin) return [];
    const heads = headLines.map((line) => line[place]!);
    const cell = cells.find(
      (one) =>
        rowLabels(one.row).some((label) => heads.includes(label)) &&
        columnLabels(one.column).some((label) => heads.includes(label)),
    );
    return cell ? [{ cell, text }] : [];
  });
  const isUnambiguous = new Set(byHeads.map(({ cell }) => cell)).size === byHeads.length;
  if (byHeads.length * 2 > cells.length && isUnambiguous) return byHeads;
  // In plain text merged heads stand over their first column only: then the order has to do.
  const words = new Set(headLines.flat());
  const isNamed = cells.every((cell) => rowLabels(cell.row).some((label) => words.has(label)));
  if (!isNamed || grid.widths[at] !== cells.length) return undefined;
  return cells.map((cell, place) => ({ cell, text: figures[place]!.text }));
}

function findCellOf(
  form: CompiledForm,
  table: TableDefinition,
  row: RowDefinition,
  column: string,
): FormCell | undefined {
  return form.cells.find((cell) => cell.table === table && cell.row === row && cell.column.key === column);
}
