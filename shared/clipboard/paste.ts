// Turns what was pasted into edits: a block at the cursor, one value into a range, or whole official tables put
// where they belong. What is not taken is listed with its place and the reason; nothing becomes 0 silently.

import type { FormCell } from '../forms/compile-form';
import { rowName, sectionTitle } from '../forms/compile-form';
import type { TableDefinition } from '../forms/form-definition';
import { countOf, type CellValue } from '../report/cell-value';
import { applyEdits, type Edit } from '../report/edits';
import { formatCellValue, formatFigure } from '../report/format-cell-value';
import { parseCellInput } from '../report/parse-cell-input';
import type { Report } from '../report/report';
import { cellsIn, extentOf, type CellRange } from './cell-range';
import { figureAt, type FigureSheet } from './figure-sheet';
import type { ClipboardReading, PastedGrid } from './pasted-grid';
import { recogniseTables, type RecognisedTable } from './recognise-table';

export interface RefusedText {
  /** Where it would have gone: row and column by their official names, or “表格以外（第 26 行第 3 列）”. */
  readonly place: string;
  readonly text: string;
  readonly reason: string;
}

export interface PasteOutcome {
  readonly edits: readonly Edit[];
  /** How many cells received a figure, a “/” or a blank. */
  readonly taken: number;
  readonly refused: readonly RefusedText[];
  /** Sentences that a clerk should know although nothing was refused. */
  readonly notices: readonly string[];
  /** The official tables that were recognised; empty for a plain block. */
  readonly tables: readonly TableDefinition[];
  /** The range that a plain block filled. */
  readonly range?: CellRange;
}

/** Our totals of a report, computed by whoever pastes: `evaluateReport(report).totals.values`. */
export type ComputeValues = (report: Report) => readonly CellValue[];

/**
 * Pastes into a report. Official tables go where their labels say; without any, the clipboard is a block at the top
 * left of the range. Computed cells are never filled: their texts are held against our totals.
 */
export function paste(
  report: Report,
  sheet: FigureSheet,
  range: CellRange,
  { block, tables }: ClipboardReading,
  computeValues: ComputeValues,
): PasteOutcome {
  const recognised = tables.flatMap((grid) => recogniseTables(report.form, grid));
  if (recognised.length > 0) return pasteTables(report, recognised, computeValues);
  if (!block) return { edits: [], taken: 0, refused: [], notices: [], tables: [] };
  return pasteBlock(report, sheet, range, block, computeValues);
}

/** Texts bound to cells, before they are read. */
interface Intake {
  readonly entries: readonly { readonly cell: FormCell; readonly text: string }[];
  readonly refused: readonly RefusedText[];
}

function pasteTables(
  report: Report,
  recognised: readonly RecognisedTable[],
  computeValues: ComputeValues,
): PasteOutcome {
  const refused = recognised.flatMap(({ unknownLines }) =>
    unknownLines.map(({ label, reason }) => ({ place: label, text: '', reason })),
  );
  const notices = recognised.flatMap(({ renamed }) =>
    renamed.map(({ label, row }) => `“${label}”只有一行，已填在“${rowName(row)}”，请核对。`),
  );
  const tables = [...new Set(recognised.map(({ table }) => table))];
  const entries = recognised.flatMap((table) => table.entries);
  return {
    ...take(report, { entries, refused }, computeValues),
    notices: [
      `认出${tables.map((table) => `“${sectionTitle(table)}”`).join('')}，已按行列名称填入。`,
      ...notices,
    ],
    tables,
  };
}

function pasteBlock(
  report: Report,
  sheet: FigureSheet,
  range: CellRange,
  block: PastedGrid,
  computeValues: ComputeValues,
): PasteOutcome {
  if (block.rowCount === 1 && block.columnCount === 1) {
    const text = block.rows[0]![0]!.text;
    const cells = cellsIn(sheet, range);
    const several = cells.length > 1;
    const entries = cells.filter((cell) => !several || !cell.operands).map((cell) => ({ cell, text }));
    return { ...take(report, { entries, refused: [] }, computeValues), notices: [], tables: [], range };
  }
  const { top, left, bottom, right } = extentOf(sheet, range);
  const down = repeats(bottom - top + 1, block.rowCount);
  const across = repeats(right - left + 1, block.columnCount);
  const entries: { cell: FormCell; text: string }[] = [];
  const refused: RefusedText[] = [];
  const filled = new Set<FormCell>();
  for (let row = 0; row < block.rowCount * down; row += 1)
    for (let column = 0; column < block.columnCount * across; column += 1) {
      const { text, isOrigin } = block.rows[row % block.rowCount]![column % block.columnCount]!;
      // A merged cell has one figure: the positions that it only covers, and those that a shorter line does not
      // have, change nothing.
      if (!isOrigin || column % block.columnCount >= block.widths[row % block.rowCount]!) continue;
      const cell = figureAt(sheet, { row: top + row, column: left + column });
      if (!cell && text.trim() !== '') refused.push(outside(row, column, text));
      if (!cell || filled.has(cell)) continue;
      filled.add(cell);
      entries.push({ cell, text });
    }
  const lastRow = Math.min(top + block.rowCount * down, sheet.rowCount) - 1;
  const lastColumn = Math.min(left + block.columnCount * across, sheet.columnCount) - 1;
  return {
    ...take(report, { entries, refused }, computeValues),
    notices: [],
    tables: [],
    range: { anchor: { row: top, column: left }, focus: { row: lastRow, column: lastColumn } },
  };
}

/** A range that is a multiple of the block is filled with it again and again, as a spreadsheet does. */
function repeats(size: number, block: number): number {
  return size > block && size % block === 0 ? size / block : 1;
}

function outside(row: number, column: number, text: string): RefusedText {
  return {
    place: `粘贴内容第 ${String(row + 1)} 行第 ${String(column + 1)} 列`,
    text,
    reason: '在表格以外，没有填入。',
  };
}

function take(
  report: Report,
  intake: Intake,
  computeValues: ComputeValues,
): Pick<PasteOutcome, 'edits' | 'taken' | 'refused'> {
  const edits: Edit[] = [];
  const refused = [...intake.refused];
  const totals: { cell: FormCell; text: string }[] = [];
  for (const { cell, text } of intake.entries) {
    if (cell.operands) {
      totals.push({ cell, text });
      continue;
    }
    const parsed = parseCellInput(text, cell.column);
    if (parsed.accepted) edits.push({ kind: 'value', address: cell.address, value: parsed.value });
    else refused.push({ place: placeOf(cell), text, reason: parsed.reason });
  }
  const ours = totals.length > 0 ? computeValues(applyEdits(report, edits).report) : [];
  for (const { cell, text } of totals) {
    const difference = differingTotal(cell, text, ours[cell.index] ?? null);
    if (difference) refused.push(difference);
  }
  return { edits, taken: edits.length, refused };
}

function differingTotal(cell: FormCell, text: string, ours: CellValue): RefusedText | undefined {
  if (text.trim() === '') return undefined;
  // A total may have more digits than a count that is typed.
  const isOurs = text.trim() === formatCellValue(ours);
  if (isOurs) return undefined;
  const parsed = parseCellInput(text, cell.column);
  if (!parsed.accepted) return { place: placeOf(cell), text, reason: '灰格自动计算，没有填入。' };
  if (countOf(parsed.value) === countOf(ours)) return undefined;
  const reason = `原文 ${text.trim()}，按明细合计是 ${formatFigure(countOf(ours))}，以合计为准。`;
  return { place: placeOf(cell), text, reason };
}

/** How a list names a cell: row and column in the words of the form. */
export function placeOf(cell: FormCell): string {
  return `${rowName(cell.row)} ${cell.column.label}`;
}

/** The sentence after a paste: how much was taken, how much was not. */
export function describePaste(outcome: PasteOutcome): string {
  const taken = `已粘贴 ${String(outcome.taken)} 格`;
  return outcome.refused.length === 0
    ? `${taken}。`
    : `${taken}，${String(outcome.refused.length)} 处没有填入。`;
}
