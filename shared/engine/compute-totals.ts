// What the computed cells hold: every total of a report from its entered figures. Declared totals play no part.

import { totalOf, type CellValue } from '../report/cell-value';
import type { Report } from '../report/report';

export interface Totals {
  /** Entered and computed values, one for each cell of the form. */
  readonly values: readonly CellValue[];
  /** For each cell: is it blank, or does it add up a cell that is? */
  readonly hasBlank: readonly boolean[];
  /** For each cell: was anything entered in it or in what it adds up? */
  readonly hasEntry: readonly boolean[];
}

/** Computes all totals in dependency order. Blank and “/” add nothing; see the truth table in cell-value.ts. */
export function computeTotals(report: Report): Totals {
  const { form } = report;
  const values = report.values.slice();
  const hasBlank = new Array<boolean>(values.length);
  const hasEntry = new Array<boolean>(values.length);
  for (let index = 0; index < values.length; index += 1) {
    hasBlank[index] = values[index] === null;
    hasEntry[index] = values[index] !== null;
  }
  for (const index of form.computed) {
    const operands = form.cells[index]!.operands!;
    let isBlank = false;
    let isEntered = false;
    for (const operand of operands) {
      isBlank ||= hasBlank[operand]!;
      isEntered ||= hasEntry[operand]!;
    }
    values[index] = totalOf(values, operands);
    hasBlank[index] = isBlank;
    hasEntry[index] = isEntered;
  }
  return { values, hasBlank, hasEntry };
}
