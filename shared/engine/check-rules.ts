// Holds every rule of the form against the figures. A rule gives one assessment per column, row, total or text;
// what fails becomes a finding. Sentences are made elsewhere, and only for what is shown.

import type { CellAddress } from '../forms/cell-address';
import type { BoundDeclaredTotal, BoundRelation, BoundRule, BoundTerm } from '../forms/compile-form';
import { countOf } from '../report/cell-value';
import { explanationKey, type Report } from '../report/report';
import type { Totals } from './compute-totals';
import { countCharacters } from './count-characters';

/**
 * unfilled: nothing entered, neutral · holds · fails.
 * A rule that cannot be assessed (no year before, no declared total, a blank where figures are needed) gives none.
 */
export interface Assessment {
  readonly bound: BoundRule;
  readonly outcome: 'unfilled' | 'holds' | 'fails';
  readonly left: number;
  readonly right: number;
  /** A cell it rests on is still blank. */
  readonly provisional: boolean;
}

/** A rule that fails. `difference` = left − right. */
export interface Finding extends Assessment {
  readonly outcome: 'fails';
  /** Its name in the report's explanations. */
  readonly key: string;
  readonly difference: number;
  /** Settled by a written explanation of exactly these figures: then neither error nor warning. */
  readonly explained: boolean;
  /** There is an explanation, but of other figures: it settles nothing (说明已过期). */
  readonly lapsed: boolean;
  /** The cells it points at; none for a text. */
  readonly cells: readonly CellAddress[];
}

/** Last year's report with its totals. */
export interface PreviousYear {
  readonly report: Report;
  readonly totals: Totals;
}

/** Assesses every rule that can be assessed, in the order of the definition, then of columns or rows. */
export function assessRules(
  report: Report,
  totals: Totals,
  previous: PreviousYear | undefined,
): Assessment[] {
  const assessments: Assessment[] = [];
  for (const bound of report.form.rules) {
    const assessment = assess(bound, report, totals, previous);
    if (assessment) assessments.push(assessment);
  }
  return assessments;
}

/** The failing assessments as findings, with what the report's explanations say to them. */
export function findingsOf(report: Report, assessments: readonly Assessment[]): Finding[] {
  const findings: Finding[] = [];
  for (const assessment of assessments) {
    if (assessment.outcome !== 'fails') continue;
    const { bound, left, right } = assessment;
    const key = explanationKey(bound.rule.id, bound.subject);
    const explanation = bound.rule.explainable ? report.explanations[key] : undefined;
    const explained = explanation?.left === left && explanation.right === right;
    findings.push({
      ...assessment,
      outcome: 'fails',
      key,
      difference: left - right,
      explained,
      lapsed: explanation !== undefined && !explained,
      cells: cellsOf(bound).map((index) => report.form.cells[index]!.address),
    });
  }
  return findings;
}

function cellsOf(bound: BoundRule): readonly number[] {
  if (bound.kind === 'relation') return bound.cells;
  return bound.kind === 'declaredTotal' ? [bound.index] : [];
}

function assess(
  bound: BoundRule,
  report: Report,
  totals: Totals,
  previous: PreviousYear | undefined,
): Assessment | undefined {
  switch (bound.kind) {
    case 'relation':
      return assessRelation(bound, report, totals, previous);
    case 'declaredTotal':
      return assessDeclaredTotal(bound, report, totals);
    case 'text':
      return assessText(bound, report.narrative[bound.rule.section] ?? '');
  }
}

function assessRelation(
  bound: BoundRelation,
  report: Report,
  totals: Totals,
  previous: PreviousYear | undefined,
): Assessment | undefined {
  let hasBlank = false;
  let hasEntry = false;
  let isKnown = true;
  const sum = (terms: readonly BoundTerm[]): number => {
    let result = 0;
    for (const term of terms) {
      const year = term.previousYear ? previous : { report, totals };
      const index = term.previousYear ? indexInPrevious(report, previous, term.index) : term.index;
      if (!year || index === undefined) {
        isKnown = false;
        continue;
      }
      hasBlank ||= year.totals.hasBlank[index]!;
      hasEntry ||= !term.previousYear && year.totals.hasEntry[index]!;
      result += term.sign * countOf(year.totals.values[index]);
    }
    return result;
  };
  const left = sum(bound.left);
  const right = sum(bound.right);
  if (!isKnown || (hasBlank && bound.rule.assessed === 'whenFilled')) return undefined;
  if (!hasEntry) return { bound, outcome: 'unfilled', left: 0, right: 0, provisional: true };
  return { bound, outcome: left === right ? 'holds' : 'fails', left, right, provisional: hasBlank };
}

/** Last year's cell of the same address; undefined when last year's form does not have it. */
function indexInPrevious(
  report: Report,
  previous: PreviousYear | undefined,
  index: number,
): number | undefined {
  if (!previous) return undefined;
  if (previous.report.form === report.form) return index;
  return previous.report.form.indexByAddress.get(report.form.cells[index]!.address);
}

function assessDeclaredTotal(
  bound: BoundDeclaredTotal,
  report: Report,
  totals: Totals,
): Assessment | undefined {
  const declared = report.declared.get(report.form.cells[bound.index]!.address);
  if (declared === undefined) return undefined;
  const left = countOf(totals.values[bound.index]);
  const right = countOf(declared);
  return {
    bound,
    outcome: left === right ? 'holds' : 'fails',
    left,
    right,
    provisional: totals.hasBlank[bound.index]!,
  };
}

function assessText(bound: Extract<BoundRule, { kind: 'text' }>, text: string): Assessment {
  const { rule } = bound;
  const isEmpty = text.trim() === '';
  if (rule.kind === 'textLength') {
    const left = countCharacters(text);
    const outcome = isEmpty ? 'unfilled' : left <= rule.atMost ? 'holds' : 'fails';
    return { bound, outcome, left, right: rule.atMost, provisional: false };
  }
  const left = text.split(rule.phrase).length - 1;
  const outcome = isEmpty ? 'unfilled' : left > 0 ? 'holds' : 'fails';
  return { bound, outcome, left, right: 1, provisional: false };
}
