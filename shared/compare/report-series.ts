// One figure over all stored years, for a line chart. Years whose layout gives the figure another meaning have a gap.

import { computeTotals } from '../engine/compute-totals';
import { totalOf, type CellValue } from '../report/cell-value';
import type { Report } from '../report/report';
import { matchCells } from './match-cells';

export interface YearFigure {
  readonly year: number;
  /** The figure, blank and “/” as stored; null as well where the year's layout has nothing of this meaning. */
  readonly value: CellValue;
  /** Why there is no comparable figure; undefined where there is one, filled or not. */
  readonly reason: string | undefined;
}

/**
 * The figure of one comparison line (`ComparedLine.key`) in each report, in the order of the years. The key is one
 * of a comparison whose current report has the newest report's form; one that it does not know gives gaps only.
 */
export function seriesOf(reports: readonly Report[], key: string): readonly YearFigure[] {
  const inOrder = [...reports].sort((one, other) => one.year - other.year);
  const newest = inOrder.at(-1)?.form;
  if (!newest) return [];
  const lines = [...new Set([newest, ...inOrder.map((report) => report.form)])].flatMap((form) =>
    matchCells(newest, form)
      .filter((line) => line.key === key)
      .map((line) => ({ form, line })),
  );
  return inOrder.map((report): YearFigure => {
    const { year } = report;
    const own = lines.find(({ form }) => form === report.form)?.line;
    // Rows taken together are a line of their own only beside another layout; their sum exists in every year.
    const indices = own?.earlier ?? (report.form === newest ? lines[0]?.line.current : undefined);
    if (own?.reason !== undefined || !indices?.length)
      return { year, value: null, reason: own?.reason ?? '这一年的表格没有这一项' };
    const { values } = computeTotals(report);
    const value = indices.length === 1 ? values[indices[0]!]! : totalOf(values, indices);
    return { year, value, reason: undefined };
  });
}
