// The façade of the engine: everything that follows from a report's figures, recomputed whole on every edit.

import type { CellValue } from '../report/cell-value';
import type { Report, ReportState } from '../report/report';
import { assessRules, findingsOf, type Assessment, type Finding, type PreviousYear } from './check-rules';
import type { SwingThresholds } from './large-swing';
import { checkCompleteness, type Completeness } from './check-completeness';
import { computeTotals, type Totals } from './compute-totals';

export type { ReportState };

export interface FindingCounts {
  /** Unexplained errors, provisional ones included. */
  readonly errors: number;
  /** Those of the errors that rest on a cell still blank. */
  readonly provisionalErrors: number;
  /** Unexplained warnings. */
  readonly warnings: number;
  readonly explained: number;
}

export interface Evaluation {
  readonly report: Report;
  readonly previous: Report | undefined;
  readonly totals: Totals;
  /** Last year's, when last year is known. */
  readonly previousTotals: Totals | undefined;
  /** Every rule that could be assessed, kept or not; the balance strip reads it. */
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  readonly completeness: Completeness;
  readonly state: ReportState;
}

const previousTotals = new WeakMap<Report, Totals>();

/**
 * Evaluates a report. `previous` is last year's report of the same unit and scope, on whatever layout, when it is
 * known; rules that need it are not assessed without it. `swing` adds a look at large changes. Never throws for anything a report can hold.
 */
export function evaluateReport(report: Report, previous?: Report, swing?: SwingThresholds): Evaluation {
  const totals = computeTotals(report);
  const lastYear = previous && withTotals(previous);
  const assessments = assessRules(report, totals, lastYear, swing);
  const findings = findingsOf(report, assessments);
  const counts = countFindings(findings);
  const completeness = checkCompleteness(report);
  return {
    report,
    previous,
    totals,
    previousTotals: lastYear?.totals,
    assessments,
    findings,
    counts,
    completeness,
    state: stateOf(counts, completeness),
  };
}

/** The value shown in a cell: entered or computed. Null for a blank and for an address the form does not have. */
export function valueAt(evaluation: Evaluation, address: string): CellValue {
  const index = evaluation.report.form.indexByAddress.get(address);
  return index === undefined ? null : evaluation.totals.values[index]!;
}

/** Last year does not change while this year is typed: its totals are computed once. */
function withTotals(report: Report): PreviousYear {
  let totals = previousTotals.get(report);
  if (!totals) previousTotals.set(report, (totals = computeTotals(report)));
  return { report, totals };
}

function countFindings(findings: readonly Finding[]): FindingCounts {
  const open = findings.filter((finding) => !finding.explained);
  const errors = open.filter((finding) => finding.bound.rule.severity === 'error');
  return {
    errors: errors.length,
    provisionalErrors: errors.filter((finding) => finding.provisional).length,
    warnings: open.length - errors.length,
    explained: findings.length - open.length,
  };
}

function stateOf(counts: FindingCounts, completeness: Completeness): ReportState {
  if (completeness.isUntouched) return 'untouched';
  if (counts.errors > counts.provisionalErrors) return 'hasErrors';
  const isComplete = completeness.blanks.length === 0 && completeness.emptySections.length === 0;
  return isComplete && counts.errors === 0 ? 'passes' : 'inProgress';
}
