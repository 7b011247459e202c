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
      /** The difference as a fraction of the earlier figure; null when that is 0. */
      readonly rate: number | null;
      /** What the earlier side is called where there is no rate: “上年”, “左列”. */
      readonly earlierSide: string;
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
  const lines = compareFigures(figuresOf(current), figuresOf(earlier), sidesOf(current, earlier));
  return { current, earlier, lines, texts: compareTexts(current, earlier) };
}

/** What the two sides are called in a few words. */
interface Sides {
  readonly current: string;
  readonly earlier: string;
}

const YEARS: Sides = { current: '今年', earlier: '上年' };
/** Of any two reports or revisions; the earlier one stands at the left wherever they are shown. */
const COLUMNS: Sides = { current: '右列', earlier: '左列' };

function sidesOf(current: Report, earlier: Report): Sides {
  const isLastYear =
    earlier.year === current.year - 1 &&
    earlier.organisation === current.organisation &&
    earlier.scope === current.scope;
  return isLastYear ? YEARS : COLUMNS;
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
export function compareFigures(
  current: ReportFigures,
  earlier: ReportFigures,
  sides: Sides = YEARS,
): readonly ComparedLine[] {
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
          ? compareValues(here, there, match.cell, sides)
          : { kind: 'incomparable', reason: match.reason, isDifferentMeaning: true },
    };
  });
}

/** One cell's figure, the total of several, or blank where the form has no such cell. */
function valueOf(values: readonly CellValue[], indices: readonly number[]): CellValue {
  if (indices.length === 0) return null;
  return indices.length === 1 ? values[indices[0]!]! : totalOf(values, indices);
}

function compareValues(current: CellValue, earlier: CellValue, cell: FormCell, sides: Sides): Comparison {
  if (current === null || earlier === null) {
    if (current === earlier) return { kind: 'same' };
    return incomparable(`${current === null ? sides.current : sides.earlier}未填`);
  }
  if (current === NOT_APPLICABLE || earlier === NOT_APPLICABLE) {
    if (current === earlier) return { kind: 'same' };
    return incomparable(`${current === NOT_APPLICABLE ? sides.current : sides.earlier}不适用`);
  }
  const earlierSide = sides.earlier;
  if (typeof current === 'number' && typeof earlier === 'number') {
    const difference = current - earlier;
    const rate = earlier === 0 ? null : difference / Math.abs(earlier);
    return { kind: 'numeric', difference, rate, earlierSide };
  }
  if (cell.column.type !== 'amount')
    return current === earlier ? { kind: 'same' } : incomparable('照原文填写，不计算增减');
  const base = new Big(earlier);
  const difference = new Big(current).minus(base);
  return {
    kind: 'numeric',
    difference: difference.toFixed(),
    rate: base.eq(0) ? null : Number(difference.div(base)),
    earlierSide,
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
