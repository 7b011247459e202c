// A worksheet before it becomes XML: cells with their looks, merges, print setup. It knows nothing of reports.

export type CellFont =
  'title' | 'heading' | 'subheading' | 'body' | 'note' | 'notice' | 'cell' | 'head' | 'smallHead';

/** How a cell looks and behaves. Equal looks share one entry of the style sheet. */
export interface CellLook {
  readonly font: CellFont;
  readonly align: 'left' | 'centre' | 'right';
  readonly bordered?: boolean;
  /** Text begins at the top, as a paragraph does; without it it stands in the middle. */
  readonly fromTop?: boolean;
  /** A number shrinks to its cell instead of becoming ####; without it text is wrapped. */
  readonly shrinks?: boolean;
  /** computed: grey, because nobody types there. */
  readonly fill?: 'computed';
  /** May be typed into while the sheet is protected. */
  readonly isEntry?: boolean;
  /** Digits after the point, for an amount; without it the number is shown as it is. */
  readonly decimals?: number;
  /** Text that begins like a formula and must stay text when it is edited. */
  readonly isQuoted?: boolean;
}

export type SheetValue =
  | { readonly kind: 'text'; readonly text: string }
  /** The digits as they are to stand in the file; never passed through binary fractions. */
  | { readonly kind: 'number'; readonly digits: string };

/** One cell. Row and column count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
  readonly value?: SheetValue | undefined;
  /** Without “=”; `value` is then its cached result, and absent stands for the empty text. */
  readonly formula?: string | undefined;
  /** Cells whose formulas say the same of cells in the same distance; the file then holds it once. */
  readonly formulaGroup?: string | undefined;
}

export interface SheetRange {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Validation {
  readonly cells: readonly SheetRange[];
  /** A formula that is true for what may be typed, written for the first cell. */
  readonly formula: string;
  readonly message: string;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly SheetRange[];
  /** In characters of the cell font; a Chinese character is 1. */
  readonly columnWidths: readonly number[];
  /** In points, for every row. */
  readonly rowHeights: readonly number[];
  readonly orientation: 'portrait' | 'landscape';
  /** Shrink to one page; otherwise only to the page's width. */
  readonly onOnePage: boolean;
  /** Rows before which a page begins. */
  readonly pageBreaks: readonly number[];
  /** First and last row repeated on every page. */
  readonly repeatedRows?: readonly [number, number];
  /** Rows and columns that stay while the rest scrolls. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations: readonly Validation[];
  /** Cells shown in red when their text is not this one. */
  readonly verdicts: readonly { readonly cell: SheetRange; readonly good: string }[];
  /** Names for areas of this sheet, workbook-wide. */
  readonly names: readonly { readonly name: string; readonly range: SheetRange }[];
}

/** “D5” for row 4, column 3. */
export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** “D5” or “D5:F7”. */
export function rangeReference({ row, column, rowSpan, columnSpan }: SheetRange): string {
  const first = cellReference(row, column);
  return rowSpan === 1 && columnSpan === 1
    ? first
    : `${first}:${cellReference(row + rowSpan - 1, column + columnSpan - 1)}`;
}

/** “$D$5:$F$7”, as names want it. */
export function absoluteReference(range: SheetRange): string {
  return rangeReference({ ...range, rowSpan: Math.max(1, range.rowSpan) }).replace(
    /([A-Z]+)(\d+)/gu,
    '$$$1$$$2',
  );
}

/** A sheet's name in front of a reference: “表三!”, in quotation marks where it has more than letters and digits. */
export function sheetPrefix(name: string): string {
  return /^\p{L}[\p{L}\p{N}_]*$/u.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

/** The fewest rectangles that cover these single cells; cells of one row are joined first, then equal rows. */
export function coverCells(cells: readonly SheetRange[]): SheetRange[] {
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: SheetRange[] = [];
  for (const cell of inOrder) {
    const last = runs.at(-1);
    if (last?.row === cell.row && last.column + last.columnSpan === cell.column)
      runs[runs.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else runs.push({ ...cell, rowSpan: 1, columnSpan: 1 });
  }
  const ranges: SheetRange[] = [];
  for (const run of runs) {
    const above = ranges.findIndex(
      (range) =>
        range.column === run.column &&
        range.columnSpan === run.columnSpan &&
        range.row + range.rowSpan === run.row,
    );
    if (above < 0) ranges.push(run);
    else ranges[above] = { ...ranges[above]!, rowSpan: ranges[above]!.rowSpan + 1 };
  }
  return ranges;
}

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
