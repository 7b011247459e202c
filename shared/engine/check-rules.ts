// Holds every rule of the form against the figures. A rule gives one assessment per column, row, total or text;
// what fails becomes a finding. Sentences are made elsewhere, and only for what is shown.

import type {
  BoundDeclaredTotal,
  BoundRelation,
  BoundRule,
  BoundSwing,
  BoundTerm,
} from '../forms/compile-form';
import { countOf, differenceOf, figureOf } from '../report/cell-value';
import type { Report } from '../report/report';
import type { Totals } from './compute-totals';
import { countCharacters } from './count-characters';
import { isLargeSwing, type SwingThresholds } from './large-swing';

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
  readonly difference: number;
  /** Settled by a written explanation of exactly these figures: then neither error nor warning. */
  readonly explained: boolean;
  /** There is an explanation, but of other figures: it settles nothing (说明已过期). */
  readonly lapsed: boolean;
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
  swing?: SwingThresholds,
): Assessment[] {
  const assessments: Assessment[] = [];
  const texts = textAssessments(report);
  for (const bound of report.form.rules) {
    const assessment =
      bound.kind === 'text'
        ? texts.get(bound)
        : bound.kind === 'swing'
          ? swing && previous && assessSwing(bound, report, totals, previous, swing)
          : assess(bound, report, totals, previous);
    if (assessment) assessments.push(assessment);
  }
  return assessments;
}

/** The failing assessments as findings, with what the report's explanations say to them. */
export function findingsOf(report: Report, assessments: readonly Assessment[]): Finding[] {
  const findings: Finding[] = [];
  for (const { bound, outcome, left, right, provisional } of assessments) {
    if (outcome !== 'fails') continue;
    const explanation = bound.rule.explainable ? report.explanations[bound.key] : undefined;
    const explained = explanation?.left === left && explanation.right === right;
    const lapsed = explanation !== undefined && !explained;
    const difference = differenceOf(left, right);
    findings.push({ bound, outcome, left, right, difference, provisional, explained, lapsed });
  }
  return findings;
}

const assessedTexts = new WeakMap<Report['narrative'], ReadonlyMap<BoundRule, Assessment>>();

/** Texts are counted again only when they change: edits of figures keep the same narrative object. */
function textAssessments(report: Report): ReadonlyMap<BoundRule, Assessment> {
  const known = assessedTexts.get(report.narrative);
  if (known && report.form.rules.every((bound) => bound.kind !== 'text' || known.has(bound))) return known;
  const fresh = new Map<BoundRule, Assessment>();
  for (const bound of report.form.rules)
    if (bound.kind === 'text')
      fresh.set(bound, assessText(bound, report.narrative[bound.rule.section] ?? ''));
  assessedTexts.set(report.narrative, fresh);
  return fresh;
}

function assess(
  bound: BoundRelation | BoundDeclaredTotal,
  report: Report,
  totals: Totals,
  previous: PreviousYear | undefined,
): Assessment | undefined {
  switch (bound.kind) {
    case 'relation':
      return assessRelation(bound, report, totals, previous);
    case 'declaredTotal':
      return assessDeclaredTotal(bound, report, totals);
  }
}

/** Both years must have a count or an amount of the same address: a blank, “/” or another meaning has not swung. */
function assessSwing(
  bound: BoundSwing,
  report: Report,
  totals: Totals,
  previous: PreviousYear,
  swing: SwingThresholds,
): Assessment | undefined {
  const there =
    previous.report.form === report.form
      ? bound.index
      : previous.report.form.indexByAddress.get(bound.cells[0]!);
  const left = figureOf(totals.values[bound.index]);
  const right = there === undefined ? undefined : figureOf(previous.totals.values[there]);
  if (left === undefined || right === undefined || totals.hasBlank[bound.index]) return undefined;
  const outcome = isLargeSwing(left, right, swing) ? 'fails' : 'holds';
  return { bound, outcome, left, right, provisional: false };
}

function assessRelation(
  bound: BoundRelation,
  report: Report,
  totals: Totals,
  previous: PreviousYear | undefined,
): Assessment | undefined {
  const left = sumOf(bound.left, report, totals, previous);
  const right = sumOf(bound.right, report, totals, previous);
  const provisional = left.hasBlank || right.hasBlank;
  if (!left.isKnown || !right.isKnown) return undefined;
  if (provisional && bound.rule.assessed === 'whenFilled') return undefined;
  if (!left.hasEntry && !right.hasEntry)
    return { bound, outcome: 'unfilled', left: 0, right: 0, provisional };
  const outcome = left.sum === right.sum ? 'holds' : 'fails';
  return { bound, outcome, left: left.sum, right: right.sum, provisional };
}

interface SideOfRelation {
  readonly sum: number;
  readonly hasBlank: boolean;
  /** Something was entered this year. */
  readonly hasEntry: boolean;
  /** Every cell it names exists and, for last year's, last year is known. */
  readonly isKnown: boolean;
}

function sumOf(
  terms: readonly BoundTerm[],
  report: Report,
  totals: Totals,
  previous: PreviousYear | undefined,
): SideOfRelation {
  let sum = 0;
  let hasBlank = false;
  let hasEntry = false;
  let isKnown = true;
  for (const term of terms) {
    const source = term.previousYear ? previous?.totals : totals;
    const index = term.previousYear ? indexInPrevious(report, previous, term.index) : term.index;
    if (!source || index === undefined) {
      isKnown = false;
      continue;
    }
    hasBlank ||= source.hasBlank[index]!;
    hasEntry ||= !term.previousYear && source.hasEntry[index]!;
    sum += term.sign * countOf(source.values[index]);
  }
  return { sum, hasBlank, hasEntry, isKnown };
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
