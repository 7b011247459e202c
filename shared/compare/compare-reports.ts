// Two reports side by side, cell by cell, also across layouts. Usually this year against last year, but any two
// reports or revisions may be compared. Nothing is judged here and nothing is drawn.

import Big from 'big.js';
import { computeTotals } from '../engine/compute-totals';
import type { CompiledForm, FormCell } from '../forms/compile-form';
import { NOT_APPLICABLE, totalOf, type CellValue } from '../report/cell-value';
import type { Report } from '../report/report';
import { matchCells } from './match-cells';

/**
 * numeric: both sides are figures of the same meaning · same: both are blank, both “/”, or the same written text ·
 * incomparable: `reason` says why there is no difference to state.
 */
export type Comparison =
  | {
      readonly kind: 'numeric';
      /** This year − last year: a number for counts, an exact decimal text for amounts. */
      readonly difference: number | string;
      /** The difference as a fraction of last year's figure; null when that is 0. */
      readonly rate: number | null;
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'incomparable'; readonly reason: string; readonly isDifferentMeaning: boolean };

export interface ComparedLine {
  /** The cell's address; for rows taken together the address of the earlier layout's row. */
  readonly key: string;
  /** Names the line: its table, row, column and type. */
  readonly cell: FormCell;
  /** Stands for the row's label where several rows are taken together. */
  readonly label: string | undefined;
  /** Does the current form have the cell itself? Then `key` is an address in it. */
  readonly isCell: boolean;
  readonly current: CellValue;
  readonly earlier: CellValue;
  readonly comparison: Comparison;
}

export interface ComparedText {
  /** The section's key. */
  readonly section: string;
  readonly current: string;
  readonly earlier: string;
}

export interface ComparedReports {
  readonly current: Report;
  readonly earlier: Report;
  readonly lines: readonly ComparedLine[];
  readonly texts: readonly ComparedText[];
}

/** Why a meaning differs, as the window and the documents head it. */
export const DIFFERENT_MEANING = '口径不同';

/**
 * Compares two reports on their entered figures and our totals; totals that a source declared play no part.
 * Blank gives no difference (未填), neither does “/” (不适用); 0 is a figure.
 */
export function compareReports(current: Report, earlier: Report): ComparedReports {
  const lines = compareFigures(figuresOf(current), figuresOf(earlier));
  return { current, earlier, lines, texts: compareTexts(current, earlier) };
}

/** The figures of a report, computed totals among them, in the order of its form. */
export interface ReportFigures {
  readonly form: CompiledForm;
  readonly values: readonly CellValue[];
}

function figuresOf(report: Report): ReportFigures {
  return { form: report.form, values: computeTotals(report).values };
}

/** The lines of two reports whose totals are known already, one for each of `matchCells` in its order. */
export function compareFigures(current: ReportFigures, earlier: ReportFigures): readonly ComparedLine[] {
  return matchCells(current.form, earlier.form).map((match): ComparedLine => {
    const here = valueOf(current.values, match.current);
    const there = valueOf(earlier.values, match.earlier);
    return {
      key: match.key,
      cell: match.cell,
      label: match.label,
      isCell: match.label === undefined && match.current.length > 0,
      current: here,
      earlier: there,
      comparison:
        match.reason === undefined
          ? compareValues(here, there, match.cell)
          : { kind: 'incomparable', reason: match.reason, isDifferentMeaning: true },
    };
  });
}

/** One cell's figure, the total of several, or blank where the form has no such cell. */
function valueOf(values: readonly CellValue[], indices: readonly number[]): CellValue {
  if (indices.length === 0) return null;
  return indices.length === 1 ? values[indices[0]!]! : totalOf(values, indices);
}

function compareValues(current: CellValue, earlier: CellValue, cell: FormCell): Comparison {
  if (current === null || earlier === null)
    return current === earlier ? { kind: 'same' } : incomparable(current === null ? '今年未填' : '上年未填');
  if (current === NOT_APPLICABLE || earlier === NOT_APPLICABLE)
    return current === earlier
      ? { kind: 'same' }
      : incomparable(current === NOT_APPLICABLE ? '今年不适用' : '上年不适用');
  if (typeof current === 'number' && typeof earlier === 'number') {
    const difference = current - earlier;
    return { kind: 'numeric', difference, rate: earlier === 0 ? null : difference / Math.abs(earlier) };
  }
  if (cell.column.type !== 'amount')
    return current === earlier ? { kind: 'same' } : incomparable('照原文填写，不计算增减');
  const base = new Big(earlier);
  const difference = new Big(current).minus(base);
  return {
    kind: 'numeric',
    difference: difference.toFixed(),
    rate: base.eq(0) ? null : Number(difference.div(base)),
  };
}

function incomparable(reason: string): Comparison {
  return { kind: 'incomparable', reason, isDifferentMeaning: false };
}

/** Narrative sections of both forms, in the current form's order. */
function compareTexts(current: Report, earlier: Report): ComparedText[] {
  const sections = [...new Set([...current.form.narratives, ...earlier.form.narratives])];
  return sections.map((section) => ({
    section,
    current: current.narrative[section] ?? '',
    earlier: earlier.narrative[section] ?? '',
  }));
}
