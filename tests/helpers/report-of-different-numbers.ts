// A report in which every entered cell holds another number. Real reports are nearly all zeros: there a swapped row or
// column would go unseen.

import type { FormCell } from '../../shared/forms/compile-form';
import { formForYear } from '../../shared/forms/form-registry';
import type { CellValue } from '../../shared/report/cell-value';
import { emptyReport, type Report } from '../../shared/report/report';

/** Different texts for the narrative sections, with the marks that markup could stumble over. */
const TEXTS: readonly string[] = [
  '（一）主动公开。全年公开信息 1771 条。\n（二）依申请公开情况。\n收到申请，<全部>按期“答复” & 归档。',
  '一是力度不够；二是"机制"不全。\n针对上述问题，逐项改进。',
  '本年度没有收取信息处理费。',
];

/**
 * The report for a year on that year's form: 166 different numbers, every one valid for its cell, signed counts among
 * them negative. The balances of 表三 do not hold. Two cells are as large as a city's, one amount has six decimals.
 */
export function reportOfDifferentNumbers(year = 2021): Report {
  const form = formForYear(year)!;
  const report = emptyReport(form, { organisation: '某市某某局', scope: 'own', year });
  const values: CellValue[] = [...report.values];
  form.entered.forEach((index, at) => (values[index] = numberOf(form.cells[index]!, at)));
  const narrative = Object.fromEntries(form.narratives.map((key, at) => [key, TEXTS[at % TEXTS.length]!]));
  return { ...report, values, narrative };
}

/** Steps of 37 keep the numbers apart, also when two digits are swapped. */
function numberOf({ column }: FormCell, at: number): CellValue {
  const number = 1013 + 37 * at;
  switch (column.type) {
    case 'count':
      return at === 5 || at === 40 ? 2_822_000 + at : number;
    case 'signedCount':
      return -number;
    case 'amount':
      return `${24_000 + at}.311082`;
    case 'asWritten':
      return `${number}.9913万元`;
  }
}
