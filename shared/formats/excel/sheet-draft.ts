// Puts the nodes of a document onto a worksheet, row by row. How a figure is written (value, formula or link) is the
// caller's choice.

import {
  alignmentOf,
  type DocumentCell,
  type DocumentNode,
  type DocumentTable,
} from '../../document/document-tree';
import { estimateRowHeights } from '../../document/row-heights';
import { lineCount } from '../../document/text-width';
import { borderingCells } from './bordering-cells';
import type { CellFont, CellLook, SheetCell, SheetRange, SheetValue } from './sheet';

/** What a table's cell holds; `isEntry` marks a cell that a clerk may type into. */
export interface CellContent {
  readonly value?: SheetValue | undefined;
  readonly formula?: string | undefined;
  readonly formulaGroup?: string | undefined;
  readonly isEntry?: boolean;
  readonly isComputed?: boolean;
  readonly decimals?: number | undefined;
}

export interface DraftTable {
  readonly table: DocumentTable;
  readonly range: SheetRange;
  /** The table's cells with their ranges on the sheet. */
  readonly cells: readonly { readonly cell: DocumentCell; readonly range: SheetRange }[];
}

interface LineStyle {
  readonly font: CellFont;
  readonly align: CellLook['align'];
  readonly fromTop?: boolean;
  /** Size against the cell font, and height of a line in points. */
  readonly scale: number;
  readonly line: number;
  readonly padding: number;
}

const LINE_STYLES = {
  title: { font: 'title', align: 'centre', scale: 1.85, line: 28, padding: 12 },
  notice: { font: 'notice', align: 'centre', scale: 1.1, line: 18, padding: 8 },
  heading: { font: 'heading', align: 'left', scale: 1.3, line: 20, padding: 10 },
  subheading: { font: 'subheading', align: 'left', scale: 1.1, line: 18, padding: 8 },
  body: { font: 'body', align: 'left', fromTop: true, scale: 1.04, line: 18, padding: 2 },
  note: { font: 'note', align: 'left', scale: 0.95, line: 14, padding: 4 },
} as const satisfies Record<string, LineStyle>;

const TABLE_LINE = 14.5;
const TABLE_PADDING = 4.5;
/** A cell's own margins, in characters. */
const CELL_MARGIN = 0.4;
/** Stands between the parts of a row's name; a line is broken there first. */
const PART_SPACE = '\u3000';
/** Running text breaks before words and numbers and so needs more lines than its length says. */
const TEXT_SLACK = 1.5;
/** The small head font against the cell font; a column is a little wider than its nominal width. */
const SMALL_HEAD_SCALE = 0.7;
/** Excel shows no row higher than 409 points. */
const MOST_LINES = 21;
/** Official paragraphs begin two characters in. */
const INDENT = '\u3000\u3000';

export class SheetDraft {
  /** The first cell of every merged area and all others. */
  private readonly contents: SheetCell[] = [];
  private readonly fillers: SheetCell[] = [];
  /** Where each column begins, in characters, and where the last one ends. */
  private readonly edges: readonly number[];
  readonly merges: SheetRange[] = [];
  readonly rowHeights: number[] = [];
  readonly tables: DraftTable[] = [];
  /** The first row of each table together with the heading above it. */
  readonly blocks: { readonly first: number; readonly last: number }[] = [];

  /** With `smallHeads` column heads of one column are set smaller, so that four characters fit a narrow column. */
  constructor(
    private readonly columnWidths: readonly number[],
    private readonly smallHeads = false,
  ) {
    let edge = 0;
    this.edges = [0, ...columnWidths.map((width) => (edge += width))];
  }

  /** All cells that have to stand in the file. */
  get cells(): readonly SheetCell[] {
    const { contents, fillers, merges, rowHeights, columnWidths } = this;
    const size = { rows: rowHeights.length, columns: columnWidths.length };
    return [...contents, ...borderingCells(contents, fillers, merges, size)];
  }

  /** Adds one node below what is there. `contentOf` says what a table's cell holds; it sees every cell's place. */
  add(node: DocumentNode, contentOf: (cell: DocumentCell, range: SheetRange) => CellContent): void {
    switch (node.kind) {
      case 'title':
        return this.addLine(node.text, LINE_STYLES.title);
      case 'notice':
        return this.addLine(node.text, LINE_STYLES.notice);
      case 'heading':
        return this.addLine(node.text, node.level === 1 ? LINE_STYLES.heading : LINE_STYLES.subheading);
      case 'paragraph':
        return this.addParagraph(node.runs.map((run) => run.text).join(''));
      case 'note':
        return this.addLine(node.text, { ...LINE_STYLES.note, align: node.align });
      case 'signature':
        return this.addLine(node.text, { ...LINE_STYLES.body, align: 'right' });
      case 'field':
        return this.addLine(`${node.label}：${node.text}`, LINE_STYLES.body);
      case 'space':
        return this.addLine('', LINE_STYLES.body);
      case 'table':
        return this.addTable(node.table, contentOf);
    }
  }

  private get width(): number {
    return this.edges.at(-1)!;
  }

  /** A paragraph too long for one row goes on in the next one, without indent. */
  private addParagraph(text: string): void {
    const style = LINE_STYLES.body;
    const room = (this.width - CELL_MARGIN) / style.scale;
    const characters = [...(text === '' ? '' : INDENT + text)];
    const most = Math.floor(room * MOST_LINES);
    do this.addLine(characters.splice(0, most).join(''), style);
    while (characters.length > 0);
  }

  private addLine(text: string, { font, align, fromTop = false, scale, line, padding }: LineStyle): void {
    const row = this.rowHeights.length;
    const lines = lineCount(text, (this.width - CELL_MARGIN) / scale);
    this.rowHeights.push(lines * line + padding);
    const range = { row, column: 0, rowSpan: 1, columnSpan: this.columnWidths.length };
    this.fill(range, { font, align, fromTop }, text === '' ? {} : { value: { kind: 'text', text } });
  }

  private addTable(
    table: DocumentTable,
    contentOf: (cell: DocumentCell, range: SheetRange) => CellContent,
  ): void {
    const first = this.rowHeights.length;
    const edges = spreadColumns(table, this.columnWidths.length);
    const placed = table.cells.map((cell) => {
      const column = edges[cell.column]!;
      const columnSpan = edges[cell.column + cell.columnSpan]! - column;
      return { cell, range: { row: first + cell.row, column, rowSpan: cell.rowSpan, columnSpan } };
    });
    this.rowHeights.push(
      ...estimateRowHeights(table, {
        line: TABLE_LINE,
        padding: TABLE_PADDING,
        roomOf: (cell) => this.roomFor(cell, edges[cell.column]!, edges[cell.column + cell.columnSpan]!),
      }),
    );
    for (const { cell, range } of placed)
      this.fill(range, this.lookOf(cell, range.columnSpan), contentOf(cell, range));
    const range = { row: first, column: 0, rowSpan: table.rowCount, columnSpan: this.columnWidths.length };
    this.tables.push({ table, range, cells: placed });
    this.blocks.push({ first: Math.max(0, first - 1), last: first + table.rowCount - 1 });
  }

  /** The width for a table cell's text, in characters of its font. */
  private roomFor(cell: DocumentCell, start: number, end: number): number {
    const room = this.edges[end]! - this.edges[start]! - CELL_MARGIN;
    if (cell.role === 'text' || cell.text.includes(PART_SPACE)) return room - TEXT_SLACK;
    return this.lookOf(cell, end - start).font === 'smallHead' ? room / SMALL_HEAD_SCALE : room;
  }

  private lookOf(cell: DocumentCell, columnSpan: number): CellLook {
    const looks = alignmentOf(cell) === 'left' ? LEFT_LOOKS : CENTRED_LOOKS;
    if (cell.role === 'figure') return looks.figure;
    if (cell.role === 'text') return looks.text;
    return this.smallHeads && cell.role === 'columnHead' && columnSpan === 1 ? looks.smallHead : looks.head;
  }

  /** Writes a content into the first cell of a range; the others get the look, or their borders would vanish. */
  private fill(range: SheetRange, look: CellLook, content: CellContent): void {
    const { value, formula, formulaGroup } = content;
    const { row, column, rowSpan, columnSpan } = range;
    const full = lookFor(look, content);
    this.contents.push({ row, column, look: full, value, formula, formulaGroup });
    if (rowSpan === 1 && columnSpan === 1) return;
    this.merges.push(range);
    if (!look.bordered) return;
    for (let down = 0; down < rowSpan; down += 1)
      for (let right = down === 0 ? 1 : 0; right < columnSpan; right += 1)
        this.fillers.push({ row: row + down, column: column + right, look: full });
  }
}

/** Looks are shared objects: a workbook has two thousand cells and a dozen looks. */
function tableLooks(
  align: CellLook['align'],
): Readonly<Record<'figure' | 'text' | 'head' | 'smallHead', CellLook>> {
  const look = { align, bordered: true } as const;
  return {
    figure: { ...look, font: 'cell', shrinks: true },
    text: { ...look, font: 'cell' },
    head: { ...look, font: 'head' },
    smallHead: { ...look, font: 'smallHead' },
  };
}
const LEFT_LOOKS = tableLooks('left');
const CENTRED_LOOKS = tableLooks('centre');
const lookVariants = new WeakMap<CellLook, Map<number, CellLook>>();

/** The look for a content: open for entry, grey, with decimals, or safe from being taken for a formula. */
function lookFor(look: CellLook, { value, isEntry, isComputed, decimals }: CellContent): CellLook {
  const isQuoted = value?.kind === 'text' && FORMULA_STARTS.includes(value.text.charAt(0));
  const variation =
    (isEntry ? 1 : 0) +
    (isComputed ? 2 : 0) +
    (isQuoted ? 4 : 0) +
    (decimals === undefined ? 0 : decimals + 1) * 8;
  if (variation === 0) return look;
  let variants = lookVariants.get(look);
  if (!variants) lookVariants.set(look, (variants = new Map()));
  let variant = variants.get(variation);
  if (!variant) {
    variant = {
      ...look,
      ...(isEntry && { isEntry }),
      ...(isComputed && { fill: 'computed' as const }),
      ...(decimals !== undefined && { decimals }),
      ...(isQuoted && { isQuoted }),
    };
    variants.set(variation, variant);
  }
  return variant;
}

/** What a spreadsheet takes for the beginning of a formula when a text is edited. */
const FORMULA_STARTS = ['=', '+', '-', '@'];

/**
 * Spreads a table's columns over the sheet's columns; returns the first sheet column of each and the end. Figures get
 * equal shares by their wish for width; what is left over goes to the columns that hold words.
 */
function spreadColumns(table: DocumentTable, sheetColumns: number): number[] {
  const { columns, cells } = table;
  if (columns.length > sheetColumns) throw new Error(`${table.key} has more columns than its sheet`);
  const holdsFigures = columns.map((_, at) =>
    cells.some((cell) => cell.role === 'figure' && cell.column === at && cell.columnSpan === 1),
  );
  const wishes = columns.map((column) => column.least + column.grow * GROWTH_WISH);
  const total = wishes.reduce((sum, wish) => sum + wish, 0);
  const spans = wishes.map((wish) => Math.max(1, Math.floor((wish / total) * sheetColumns)));
  const used = (): number => spans.reduce((sum, span) => sum + span, 0);
  const words = columns.map((_, at) => at).filter((at) => !holdsFigures[at]);
  const candidates = words.length > 0 ? words : columns.map((_, at) => at);
  while (used() < sheetColumns) {
    const neediest = candidates.reduce((a, b) => (wishes[a]! / spans[a]! >= wishes[b]! / spans[b]! ? a : b));
    spans[neediest]! += 1;
  }
  while (used() > sheetColumns) spans[spans.indexOf(Math.max(...spans))]! -= 1;
  return spans.reduce((edges, span) => [...edges, edges.at(-1)! + span], [0]);
}

/** What one share of growth is worth against a character of least width. */
const GROWTH_WISH = 6;
