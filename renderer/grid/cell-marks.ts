// How each cell of the open report looks and what a screen reader says at it.
// Pure; whoever paints compares two of these and touches only what differs.

import type { Finding } from '../../shared/engine/check-rules';
import { countOf } from '../../shared/report/cell-value';
import { formatFigure, formatGrouped } from '../../shared/report/format-cell-value';
import type { FormCell } from '../../shared/forms/compile-form';
import type { ReportSnapshot } from '../store/report-store';
import { carriedCells, type CarriedCell } from './carried-cells';
import type { LastYearLook } from './last-year';
import { cellName } from './sheet-layout';

/** error: red · provisional: an error that rests on blank cells, amber · warning: to be verified, amber. */
export type CellMark = 'error' | 'provisional' | 'warning';

export interface CellLook {
  readonly text: string;
  readonly mark: CellMark | undefined;
  /** The total as the source printed it, where it differs from ours. */
  readonly declared: string | undefined;
  readonly isReadOnly: boolean;
  /** Where a figure comes from that stands as last year's report left it, as a sentence without its full stop. */
  readonly carried: string | undefined;
  /** While last year's figures are shown. */
  readonly lastYear: LastYearLook | undefined;
}

const MARK_WORDS: Readonly<Record<CellMark, string>> = {
  error: '有错误',
  provisional: '未填完',
  warning: '需核实',
};

const RANK: Readonly<Record<CellMark, number>> = { warning: 1, provisional: 2, error: 3 };

const NOTHING: ReadonlyMap<number, LastYearLook> = new Map();

/** The looks of these cells in the order given. Explained findings mark nothing. */
export function looksOf(
  snapshot: ReportSnapshot,
  cells: readonly FormCell[],
  lastYear: ReadonlyMap<number, LastYearLook> = NOTHING,
): CellLook[] {
  const marks = marksByAddress(snapshot.evaluation.findings);
  const carried = carriedCells(snapshot);
  const { values } = snapshot.evaluation.totals;
  return cells.map((cell) => {
    const text = formatGrouped(values[cell.index]!);
    const mark = marks.get(cell.address);
    const declared = cell.operands ? differingDeclared(snapshot, cell) : undefined;
    return {
      text,
      mark,
      declared,
      isReadOnly: snapshot.isReadOnly || cell.operands !== undefined,
      carried: carriedWords(carried.get(cell.index)),
      lastYear: lastYear.get(cell.index),
    };
  });
}

function carriedWords(cell: CarriedCell | undefined): string | undefined {
  return cell && `取自 ${cell.year} 年报告“${cell.from.row.labelPath.at(-1)!}”`;
}

/** What is to be known about a cell besides its figure: last year's, and where it was taken from. */
export function remarksOn({ carried, lastYear }: CellLook): string | undefined {
  const remarks = [lastYear?.words, carried].filter((words) => words !== undefined);
  return remarks.length === 0 ? undefined : remarks.join('。');
}

/** What a screen reader says at a cell: row, column, figure, and what is the matter with it. */
export function spokenLook(cell: FormCell, look: CellLook): string {
  const declared = look.declared === undefined ? '' : ` 原文 ${look.declared}`;
  const mark = look.mark ? `，${MARK_WORDS[look.mark]}` : '';
  return `${cellName(cell)}：${look.text === '' ? '未填' : look.text}${declared}${mark}`;
}

/** Do two looks draw the same? */
export function isSameLook(a: CellLook | undefined, b: CellLook): boolean {
  return (
    a?.text === b.text &&
    a.mark === b.mark &&
    a.declared === b.declared &&
    a.isReadOnly === b.isReadOnly &&
    a.carried === b.carried &&
    a.lastYear?.text === b.lastYear?.text &&
    a.lastYear?.words === b.lastYear?.words
  );
}

function marksByAddress(findings: readonly Finding[]): Map<string, CellMark> {
  const marks = new Map<string, CellMark>();
  for (const finding of findings) {
    if (finding.explained) continue;
    const mark = markOf(finding);
    for (const address of finding.bound.cells) {
      const present = marks.get(address);
      if (!present || RANK[mark] > RANK[present]) marks.set(address, mark);
    }
  }
  return marks;
}

function markOf(finding: Finding): CellMark {
  if (finding.bound.rule.severity === 'warning') return 'warning';
  return finding.provisional ? 'provisional' : 'error';
}

function differingDeclared(snapshot: ReportSnapshot, cell: FormCell): string | undefined {
  const { report, totals } = snapshot.evaluation;
  const declared = report.declared.get(cell.address);
  if (declared === undefined || countOf(declared) === countOf(totals.values[cell.index])) return undefined;
  return declared === '/' ? declared : formatFigure(declared);
}
