// What a cell shows of last year: its figure and the difference, small beside or below this year's, and the same in
// words for the tooltip and a screen reader. It compares nothing itself and draws nothing.

import { compareFigures, type ComparedLine } from '../../shared/compare/compare-reports';
import { differenceText, rateText, reasonText } from '../../shared/compare/format-comparison';
import { matchCells } from '../../shared/compare/match-cells';
import { isLargeChange } from '../../shared/compare/select-lines';
import type { SwingThresholds } from '../../shared/engine/large-swing';
import { formatGrouped } from '../../shared/report/format-cell-value';
import type { ReportSnapshot } from '../store/report-store';

export interface LastYearLook {
  /** “64 +7”, “64” without a change, “—” for a blank, “口径不同” where the cells do not compare. */
  readonly text: string;
  /** Set for a change that reaches the clerk's thresholds. */
  readonly swing: 'rise' | 'fall' | undefined;
  /** The same as a sentence without its full stop, with the rate, or why there is no difference. */
  readonly words: string;
}

/** Last year by the index of this year's cell; empty when last year's report is not known. */
export function lastYearLooks(
  { evaluation }: ReportSnapshot,
  thresholds: SwingThresholds,
): ReadonlyMap<number, LastYearLook> {
  const { report, previous, totals, previousTotals } = evaluation;
  const looks = new Map<number, LastYearLook>();
  if (!previous || !previousTotals) return looks;
  const lines = compareFigures(
    { form: report.form, values: totals.values },
    { form: previous.form, values: previousTotals.values },
  );
  const together = new Map<number, ComparedLine>();
  matchCells(report.form, previous.form).forEach(({ current }, at) => {
    if (lines[at]!.label !== undefined) for (const index of current) together.set(index, lines[at]!);
  });
  for (const line of lines)
    if (line.isCell) looks.set(line.cell.index, lookOf(line, together.get(line.cell.index), thresholds));
  return looks;
}

function lookOf(
  line: ComparedLine,
  together: ComparedLine | undefined,
  thresholds: SwingThresholds,
): LastYearLook {
  const isLarge = isLargeChange(line, thresholds);
  const difference = line.comparison.kind === 'numeric' ? Number(line.comparison.difference) : 0;
  const swing = !isLarge ? undefined : difference > 0 ? 'rise' : 'fall';
  const isDifferent = line.comparison.kind === 'incomparable' && line.comparison.isDifferentMeaning;
  const earlierText = isDifferent ? differenceText(line) : formatGrouped(line.earlier) || '—';
  return {
    text: difference === 0 ? earlierText : `${earlierText} ${changeText(line, swing)}`,
    swing,
    words: isDifferent ? differentWords(line, together) : wordsOf(line, isLarge),
  };
}

/** “+7”; a large change has an arrow in place of the sign. */
function changeText(line: ComparedLine, swing: LastYearLook['swing']): string {
  const text = differenceText(line);
  return swing === undefined ? text : `${swing === 'rise' ? '▲' : '▼'}${text.slice(1)}`;
}

function wordsOf(line: ComparedLine, isLarge: boolean): string {
  if (line.earlier === null) return '上年未填';
  const earlier = `上年 ${formatGrouped(line.earlier)}`;
  if (line.comparison.kind === 'same') return earlier;
  if (line.comparison.kind === 'incomparable') return `${earlier}，${reasonText(line)!}`;
  if (Number(line.comparison.difference) === 0) return `${earlier}，没有变化`;
  const rate = line.comparison.rate === null ? '' : `（${rateText(line)}）`;
  return `${earlier}，${differenceText(line)}${rate}${isLarge ? '，变化较大' : ''}`;
}

/** Rows that compare only together say how they do. */
function differentWords(line: ComparedLine, together: ComparedLine | undefined): string {
  const sum =
    together &&
    `。各项合计：上年 ${formatGrouped(together.earlier) || '未填'}，今年 ${formatGrouped(together.current) || '未填'}，增减 ${differenceText(together)}`;
  return `${differenceText(line)}：${reasonText(line)!}${sum ?? ''}`;
}
