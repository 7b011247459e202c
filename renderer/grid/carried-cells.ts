// Which cells of a table stand as last year's report left them: 上年结转 taken from 结转下年度. Pure.

import type { FigureSheet } from '../../shared/clipboard/figure-sheet';
import type { FormCell } from '../../shared/forms/compile-form';
import type { Report } from '../../shared/report/report';
import type { ReportSnapshot } from '../store/report-store';

/** A cell that the form takes from one of last year's, filled in with exactly that figure. */
export interface CarriedCell {
  readonly year: number;
  /** The row of last year's report that the figure comes from. */
  readonly from: FormCell;
}

/** The carried cells by their index in the form; none without last year's report. */
export function carriedCells({ evaluation }: ReportSnapshot): ReadonlyMap<number, CarriedCell> {
  const { report, previous, previousTotals, totals } = evaluation;
  const carried = new Map<number, CarriedCell>();
  if (!previous || !previousTotals) return carried;
  for (const { here, there } of carryingPairs(report)) {
    const source = previous.form.indexByAddress.get(report.form.cells[there]!.address);
    const value = totals.values[here]!;
    if (source === undefined || value === null || value !== previousTotals.values[source]) continue;
    carried.set(here, { year: previous.year, from: previous.form.cells[source]! });
  }
  return carried;
}

/** Rows of a table whose every figure is carried, with the year that they come from. */
export function carriedRows(snapshot: ReportSnapshot, sheet: FigureSheet): ReadonlyMap<string, number> {
  const { report } = snapshot.evaluation;
  const carried = carriedCells(snapshot);
  const rows = new Map<string, number>();
  const differing = new Set<string>();
  for (const { here } of carryingPairs(report)) {
    const { table, row } = report.form.cells[here]!;
    if (table !== sheet.table) continue;
    const cell = carried.get(here);
    if (cell) rows.set(row.key, cell.year);
    else differing.add(row.key);
  }
  for (const row of differing) rows.delete(row);
  return rows;
}

/** A cell that a rule of the form holds equal to one cell of the year before: both as indices in this year's form. */
function carryingPairs(report: Report): readonly { readonly here: number; readonly there: number }[] {
  return report.form.rules.flatMap((bound) => {
    if (bound.kind !== 'relation' || bound.left.length !== 1 || bound.right.length !== 1) return [];
    const [left, right] = [bound.left[0]!, bound.right[0]!];
    if (!right.previousYear || left.previousYear) return [];
    return [{ here: left.index, there: right.index }];
  });
}
