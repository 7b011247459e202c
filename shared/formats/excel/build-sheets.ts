// The sheets of a workbook. A report: the whole of it on one sheet, one sheet a table to type and compute in, and the
// review notes; figures stand once, on the sheets of the tables, everything else is a formula that leads there. A
// document without tables of the form, a comparison: one sheet a table.

import type {
  CellSource,
  DocumentCell,
  DocumentNode,
  DocumentTable,
  ReportDocument,
} from '../../document/document-tree';
import { tablesIn } from '../../document/document-tree';
import type { FormCell } from '../../forms/compile-form';
import type { ColumnType } from '../../forms/form-definition';
import {
  linkFormula,
  sumFormula,
  totalFormula,
  verdictFormula,
  type CellPlace,
  type GroupedFormula,
} from './formulas';
import {
  cellReference,
  sheetPrefix,
  type Sheet,
  type SheetRange,
  type SheetValue,
  type Validation,
} from './sheet';
import { SheetDraft, type CellContent } from './sheet-draft';

const COVER_SHEET = '封面';
const REPORT_SHEET = '报告';
const NOTES_SHEET = '审核说明';
/** Width of a printed sheet in characters of the cell font; a table that needs more gets it. */
const SHEET_WIDTH = 60;
const READING_WIDTH = 48;
/** Room for a head of four characters and for a figure of eight digits. */
const FIGURE_WIDTH = 4.3;
/** Height of an upright page in points, at the scale at which a reading sheet fits its width. */
const PAGE_HEIGHT = 900;
/** So far a page may really end from where it is reckoned to. */
const PAGE_DOUBT = 130;
/** A double holds so many digits exactly; a longer amount is written as text. */
const MOST_DIGITS = 15;

/** The sheets of a document in the order of the workbook; cover and review notes when the document has them. */
export function buildSheets(document: ReportDocument): readonly Sheet[] {
  const places = new Map<number, CellPlace>();
  const notice = document.body.filter((node) => node.kind === 'notice');
  const title: DocumentNode = { kind: 'note', text: document.properties.title, align: 'centre' };
  const tables = tablesIn(document.body);
  const formTables = tables.filter(holdsFormCells);
  const tableSheetsOf = (some: readonly DocumentTable[]): Sheet[] =>
    some.map((table) => tableSheet(table, [...notice, title], places));
  if (formTables.length === 0 && tables.length > 0) return tableSheetsOf(tables);
  const tableSheets = tableSheetsOf(formTables);
  const grid = Math.max(1, ...tables.map((table) => table.columns.length));
  const reading = (name: string, nodes: readonly DocumentNode[]): Sheet[] =>
    nodes.length === 0 ? [] : [readingSheet(name, nodes, grid, places)];
  return [
    ...reading(COVER_SHEET, document.cover),
    ...reading(REPORT_SHEET, document.body),
    ...tableSheets,
    ...reading(NOTES_SHEET, document.reviewNotes),
  ];
}

/** Only tables of the form are typed in; others are read on the common sheet. */
function holdsFormCells(table: DocumentTable): boolean {
  return table.cells.some(({ source }) => source?.kind === 'formCell');
}

/** A sheet of a table with its own columns; in one of the form entered cells are open and computed cells formulas. */
function tableSheet(
  table: DocumentTable,
  above: readonly DocumentNode[],
  places: Map<number, CellPlace>,
): Sheet {
  const isOfForm = holdsFormCells(table);
  const widths = tableWidths(table);
  const draft = new SheetDraft(widths);
  const heading: DocumentNode = { kind: 'heading', level: 1, text: table.heading };
  for (const node of [...above, heading]) draft.add(node, plainContent);
  const first = draft.rowHeights.length;
  const prefix = sheetPrefix(table.name);
  for (const { source, row, column } of table.cells)
    if (source?.kind === 'formCell') places.set(source.cell.index, { prefix, row: first + row, column });
  draft.add({ kind: 'table', table }, ({ source, text }, range) => {
    if (source?.kind !== 'formCell') return textContent(text);
    const isComputed = source.cell.operands !== undefined;
    const formula = isComputed ? totalFormula(source.cell, places) : undefined;
    return formCellContent(source, isComputed ? 'computed' : 'entry', range, formula);
  });
  const headRows: [number, number] = [first, first + Math.max(0, table.headRowCount - 1)];
  return {
    ...sheetOf(table.name, draft, widths),
    orientation: isOfForm && isWide(draft, widths) ? 'landscape' : 'portrait',
    onOnePage: isOfForm || sum(draft.rowHeights) <= PAGE_HEIGHT,
    pageBreaks: [],
    ...(table.headRowCount > 0 && {
      repeatedRows: headRows,
      frozen: { rows: first + table.headRowCount, columns: rowHeadColumns(table) },
    }),
    validations: validationsOf(draft),
    names: isOfForm ? draft.tables.map(({ range }) => ({ name: table.key, range })) : [],
  };
}

/** A sheet to read and print: everything in order on a common grid, figures linked to the sheets of the tables. */
function readingSheet(
  name: string,
  nodes: readonly DocumentNode[],
  grid: number,
  places: ReadonlyMap<number, CellPlace>,
): Sheet {
  const widths = Array.from({ length: grid }, () => READING_WIDTH / grid);
  const draft = new SheetDraft(widths, true);
  for (const node of nodes)
    draft.add(node, ({ source, text }, range) => {
      switch (source?.kind) {
        case undefined:
          return textContent(text);
        case 'formCell':
          return formCellContent(source, 'link', range, linkTo(source.cell, range, places));
        case 'sum':
          return { value: number(source.value), formula: sumFormula(source.terms, places) };
        case 'verdict':
          return { ...textContent(text), formula: verdictFormula(source, places) };
      }
    });
  return {
    ...sheetOf(name, draft, widths),
    orientation: 'portrait',
    onOnePage: false,
    pageBreaks: breaksBefore(draft),
    validations: [],
    names: [],
  };
}

/** Links that lead the same way have the same group. */
function linkTo(
  { index }: FormCell,
  range: SheetRange,
  places: ReadonlyMap<number, CellPlace>,
): GroupedFormula {
  const { prefix, row, column } = places.get(index)!;
  return {
    formula: linkFormula(index, places),
    formulaGroup: `${prefix} ${row - range.row} ${column - range.column}`,
  };
}

function sheetOf(
  name: string,
  draft: SheetDraft,
  columnWidths: readonly number[],
): Pick<Sheet, 'name' | 'cells' | 'merges' | 'rowHeights' | 'columnWidths' | 'verdicts'> {
  const { cells, merges, rowHeights } = draft;
  const verdicts = draft.tables.flatMap((table) =>
    table.cells.flatMap(({ cell, range }) =>
      cell.source?.kind === 'verdict' ? [{ cell: range, good: cell.source.whenZero }] : [],
    ),
  );
  return { name, cells, merges, rowHeights, columnWidths, verdicts };
}

function plainContent({ text }: DocumentCell): CellContent {
  return textContent(text);
}

function textContent(text: string): CellContent {
  return text === '' ? {} : { value: { kind: 'text', text } };
}

/**
 * A figure as the sheet holds it: counts and amounts as numbers, “/” and figures as written as text. Formulas of one
 * group stand in the file once; a merged cell keeps its own.
 */
function formCellContent(
  { cell, value }: Extract<CellSource, { kind: 'formCell' }>,
  use: 'entry' | 'computed' | 'link',
  { columnSpan }: SheetRange,
  formula: GroupedFormula | undefined,
): CellContent {
  const amount = typeof value === 'string' && cell.column.type === 'amount' ? AMOUNT.exec(value) : null;
  const isNumber = typeof value === 'number' || (amount !== null && amount[0].length <= MOST_DIGITS);
  return {
    value: value === null ? undefined : isNumber ? number(value) : { kind: 'text', text: value },
    decimals: isNumber && amount ? (amount[1]?.length ?? 0) : undefined,
    formula: formula?.formula,
    formulaGroup: columnSpan > 1 ? undefined : formula?.formulaGroup,
    isEntry: use === 'entry',
    isComputed: use === 'computed',
  };
}

const AMOUNT = /^\d+(?:\.(\d+))?$/u;

function number(value: number | string): SheetValue {
  return { kind: 'number', digits: String(value) };
}

/** Columns as wide as they must be; what is left of the page's width goes to those that grow. */
function tableWidths(table: DocumentTable): number[] {
  const figures = new Set(table.cells.filter((cell) => cell.role === 'figure').map((cell) => cell.column));
  const least = table.columns.map((column, at) =>
    figures.has(at) ? Math.max(FIGURE_WIDTH, column.least + 0.4) : column.least + 0.4,
  );
  const left = Math.max(0, SHEET_WIDTH - least.reduce((sum, width) => sum + width, 0));
  const shares = table.columns.reduce((sum, column) => sum + column.grow, 0);
  return least.map((width, at) => (shares === 0 ? width : width + (left * table.columns[at]!.grow) / shares));
}

/** Leading columns without figures. */
function rowHeadColumns(table: DocumentTable): number {
  const figures = table.cells.filter((cell) => cell.role === 'figure').map((cell) => cell.column);
  return figures.length === 0 ? 0 : Math.min(...figures);
}

/** Is the printed sheet broader than high? A character is about 11 points. */
function isWide({ rowHeights }: SheetDraft, widths: readonly number[]): boolean {
  return 11 * sum(widths) > sum(rowHeights);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** A page begins before a table, heading included, that would otherwise be torn or might be. */
function breaksBefore({ blocks, rowHeights }: SheetDraft): number[] {
  const breaks: number[] = [];
  let row = 0;
  let used = 0;
  let isDoubtful = false;
  for (const { first, last } of blocks) {
    for (; row < first; row += 1) {
      used += rowHeights[row]!;
      if (used <= PAGE_HEIGHT) continue;
      used = rowHeights[row]!;
      isDoubtful = true;
    }
    const height = rowHeights.slice(first, last + 1).reduce((sum, one) => sum + one, 0);
    const isTorn = used > 0 && used + height > PAGE_HEIGHT;
    if (!isTorn && !(isDoubtful && used < PAGE_DOUBT)) continue;
    breaks.push(first);
    used = 0;
    isDoubtful = false;
  }
  return breaks;
}

const COUNT_MESSAGE = '请填 0 或正整数；不适用的填“/”。';

/** What may be typed, by the kind of column. “/” is always allowed; figures as written take any text. */
function validationRule(type: ColumnType, cell: string): Pick<Validation, 'formula' | 'message'> | undefined {
  switch (type) {
    case 'count':
      return {
        formula: `OR(${cell}="/",AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell})))`,
        message: COUNT_MESSAGE,
      };
    case 'signedCount':
      return {
        formula: `OR(${cell}="/",AND(ISNUMBER(${cell}),${cell}=INT(${cell})))`,
        message: '请填整数，减少写负数；不适用的填“/”。',
      };
    case 'amount':
      return {
        formula: `OR(${cell}="/",AND(ISNUMBER(${cell}),${cell}>=0))`,
        message: '请填 0 或正数，小数写全；不适用的填“/”。',
      };
    case 'asWritten':
      return undefined;
  }
}

function validationsOf({ tables }: SheetDraft): Validation[] {
  const byType = new Map<ColumnType, SheetRange[]>();
  for (const { cell, range } of tables.flatMap((table) => table.cells)) {
    if (cell.source?.kind !== 'formCell' || cell.source.cell.operands) continue;
    const { type } = cell.source.cell.column;
    let ranges = byType.get(type);
    if (!ranges) byType.set(type, (ranges = []));
    ranges.push({ ...range, rowSpan: 1, columnSpan: 1 });
  }
  return [...byType].flatMap(([type, cells]) => {
    const [first] = cells as [SheetRange];
    const rule = validationRule(type, cellReference(first.row, first.column));
    return rule ? [{ cells, ...rule }] : [];
  });
}
