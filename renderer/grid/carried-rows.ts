// Which rows of a table stand as last year's report left them: 上年结转 taken from 结转下年度. Pure.

import { computeTotals } from '../../shared/engine/compute-totals';
import type { FigureSheet } from '../../shared/clipboard/figure-sheet';
import type { Report } from '../../shared/report/report';
import type { ReportSnapshot } from '../store/report-store';

/**
 * Rows whose every figure is one of last year's by a rule of the form, and filled in, with the year that they come
 * from. None without last year's report; a row with a blank or a different figure is none either.
 */
export function carriedRows({ evaluation }: ReportSnapshot, sheet: FigureSheet): ReadonlyMap<string, number> {
  const { report, previous } = evaluation;
  const rows = new Map<string, number>();
  if (!previous) return rows;
  const before = totalsOf(previous);
  const differing = new Set<string>();
  for (const bound of report.form.rules) {
    if (bound.kind !== 'relation' || bound.left.length !== 1 || bound.right.length !== 1) continue;
    const [left] = bound.left;
    const [right] = bound.right;
    if (!right!.previousYear || left!.previousYear) continue;
    const cell = report.form.cells[left!.index]!;
    if (cell.table !== sheet.table) continue;
    const source = previous.form.indexByAddress.get(report.form.cells[right!.index]!.address);
    const value = report.values[left!.index];
    const isCarried = source !== undefined && value !== null && value === before[source];
    if (isCarried) rows.set(cell.row.key, previous.year);
    else differing.add(cell.row.key);
  }
  for (const row of differing) rows.delete(row);
  return rows;
}

const known = new WeakMap<Report, readonly (number | string | null)[]>();

/** Last year's report does not change while this year is typed. */
function totalsOf(report: Report): readonly (number | string | null)[] {
  let values = known.get(report);
  if (!values) known.set(report, (values = computeTotals(report).values));
  return values;
}
