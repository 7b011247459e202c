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
  const values = [...report.values];
  const hasBlank = values.map((value) => value === null);
  const hasEntry = values.map((value) => value !== null);
  for (const index of form.computed) {
    const operands = form.cells[index]!.operands!;
    values[index] = totalOf(operands.map((operand) => values[operand]!));
    hasBlank[index] = operands.some((operand) => hasBlank[operand]);
    hasEntry[index] = operands.some((operand) => hasEntry[operand]);
  }
  return { values, hasBlank, hasEntry };
}
