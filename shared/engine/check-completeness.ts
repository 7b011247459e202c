// What is still to be filled in: blank entered cells and empty narrative sections. A blank is never an error.

import type { CellAddress } from '../forms/cell-address';
import type { Report } from '../report/report';

export interface Completeness {
  /** Addresses of the blank entered cells, in form order. “/” and 0 are filled. */
  readonly blanks: readonly CellAddress[];
  /** Keys of the narrative sections without text. */
  readonly emptySections: readonly string[];
  /** Nothing at all has been entered. */
  readonly isUntouched: boolean;
}

/** Finds the blank cells and empty sections of a report. */
export function checkCompleteness(report: Report): Completeness {
  const { form } = report;
  const blanks: CellAddress[] = [];
  for (const index of form.entered)
    if (report.values[index] === null) blanks.push(form.cells[index]!.address);
  const emptySections = form.narratives.filter((key) => (report.narrative[key] ?? '').trim() === '');
  return {
    blanks,
    emptySections,
    isUntouched: blanks.length === form.entered.length && emptySections.length === form.narratives.length,
  };
}
