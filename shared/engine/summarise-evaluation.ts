// What lists show of a report beside its name, out of its evaluation.

import type { ReportState } from '../report/report';
import type { Evaluation } from './evaluate-report';

/** State and counts; `blanks` (未填) are blank entered cells and empty texts. */
export function summaryOf({ evaluation }: { readonly evaluation: Evaluation }): {
  readonly state: ReportState;
  readonly errors: number;
  readonly warnings: number;
  readonly blanks: number;
} {
  const { state, counts, completeness } = evaluation;
  const blanks = completeness.blanks.length + completeness.emptySections.length;
  return { state, errors: counts.errors, warnings: counts.warnings, blanks };
}
