// One figure over all stored years, for a line chart. Years whose layout gives the figure another meaning have a gap.

import { computeTotals } from '../engine/compute-totals';
import { totalOf, type CellValue } from '../report/cell-value';
import type { Report } from '../report/report';
import { matchCells } from './match-cells';

export interface YearFigure {
  readonly year: number;
  /** The figure, blank and “/” as stored; null as well where the year's layout has nothing of this meaning. */
  readonly value: CellValue;
  /**
   * different: the year's layout has nothing of this meaning · missing: no report of the year is kept; undefined
   * where there is a comparable figure, filled or not.
   */
  readonly gap: 'different' | 'missing' | undefined;
}

/**
 * The figure of one comparison line (`ComparedLine.key`) in each year from the first report to the last. The key is
 * one of a comparison whose current report has the newest report's form; one that it does not know gives gaps only.
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
  const figures = inOrder.map((report): YearFigure => {
    const { year } = report;
    const own = lines.find(({ form }) => form === report.form)?.line;
    // Rows taken together are a line of their own only beside another layout; their sum exists in every year.
    const indices = own?.earlier ?? (report.form === newest ? lines[0]?.line.current : undefined);
    if (own?.reason !== undefined || !indices?.length) return { year, value: null, gap: 'different' };
    const { values } = computeTotals(report);
    const value = indices.length === 1 ? values[indices[0]!]! : totalOf(values, indices);
    return { year, value, gap: undefined };
  });
  return figures.flatMap((figure, at) => [...missingYears(figures[at - 1]?.year, figure.year), figure]);
}

/** The years between two kept ones. */
function missingYears(before: number | undefined, year: number): YearFigure[] {
  const count = before === undefined ? 0 : Math.max(0, year - before - 1);
  return Array.from({ length: count }, (_, at) => ({
    year: before! + 1 + at,
    value: null,
    gap: 'missing' as const,
  }));
}
