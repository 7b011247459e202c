// Sum, number and average of the selected figures, as a spreadsheet shows them under its window.

import { Big } from 'big.js';
import type { CellValue } from '../report/cell-value';

export interface SelectionSummary {
  /** Exact decimals without idle zeros. */
  readonly sum: string;
  /** How many cells hold a number; blanks, “/” and texts are not counted. */
  readonly count: number;
  /** Rounded to two decimals; undefined when no cell holds a number. */
  readonly average: string | undefined;
}

/** Summarises values: counts and amounts are added exactly, everything else is passed over. */
export function summariseCells(values: readonly CellValue[]): SelectionSummary {
  const numbers = values.filter(
    (value): value is number | string =>
      typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/u.test(value)),
  );
  const sum = numbers.reduce<Big>((total, value) => total.plus(value), new Big(0));
  return {
    sum: sum.toFixed(),
    count: numbers.length,
    average: numbers.length === 0 ? undefined : sum.div(numbers.length).round(2).toFixed(),
  };
}
