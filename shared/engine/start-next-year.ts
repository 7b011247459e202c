// Begins a year with what last year leaves to it: the cases carried forward, and on request last year's wording.
// Which cells carry forward is read off the form's rules, not known here.

import type { CompiledForm } from '../forms/compile-form';
import { formForYear } from '../forms/form-registry';
import { applyEdits, type Edit } from '../report/edits';
import { emptyReport, type Report } from '../report/report';
import { computeTotals } from './compute-totals';

/**
 * The edits that enter last year's cases carried forward as this year's carried over, one for each entered cell that
 * a rule holds equal to one cell of last year. A cell that was blank last year stays blank.
 */
export function carriedInEdits(form: CompiledForm, previous: Report): readonly Edit[] {
  const { values } = computeTotals(previous);
  return form.rules.flatMap((bound): Edit[] => {
    if (bound.kind !== 'relation' || bound.left.length !== 1 || bound.right.length !== 1) return [];
    const [here, there] = [bound.left[0]!, bound.right[0]!];
    const cell = form.cells[here.index]!;
    if (here.previousYear || !there.previousYear || cell.operands) return [];
    const index = previous.form.indexByAddress.get(form.cells[there.index]!.address);
    const value = index === undefined ? null : values[index]!;
    return value === null ? [] : [{ kind: 'value', address: cell.address, value }];
  });
}

/** An empty report of a unit for a year with what a stored last year carries into it. */
export function startYear(
  form: CompiledForm,
  identity: Pick<Report, 'organisation' | 'scope' | 'year'>,
  previous: Report | undefined,
): Report {
  const empty = emptyReport(form, identity);
  return previous ? applyEdits(empty, carriedInEdits(form, previous)).report : empty;
}

/**
 * The year after a report: cases carried in, and its wording as a starting text in every section that the new form
 * has too. Undefined when no form is known for that year.
 */
export function continueInNextYear(report: Report): Report | undefined {
  const form = formForYear(report.year + 1);
  if (!form) return undefined;
  const { organisation, scope, year } = report;
  const begun = startYear(form, { organisation, scope, year: year + 1 }, report);
  const texts = form.narratives.flatMap((section): Edit[] => {
    const text = report.narrative[section];
    return text === undefined ? [] : [{ kind: 'narrative', section, text }];
  });
  return applyEdits(begun, texts).report;
}

/** The sections whose texts are still last year's, in the form's order. */
export function sectionsOfLastYear(report: Report, previous: Report | undefined): readonly string[] {
  return report.form.narratives.filter((section) => isTextOfLastYear(report, previous, section));
}

/** Is a section's text still last year's, word for word? Empty texts are nobody's. */
export function isTextOfLastYear(report: Report, previous: Report | undefined, section: string): boolean {
  const text = (report.narrative[section] ?? '').trim();
  return text !== '' && text === (previous?.narrative[section] ?? '').trim();
}
