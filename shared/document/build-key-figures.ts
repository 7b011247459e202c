// The few figures by which a year is compared with the one before. A full comparison is not made here.

import type { Evaluation } from '../engine/evaluate-report';
import { computeTotals } from '../engine/compute-totals';
import { rowName, type FormCell } from '../forms/compile-form';
import type { CellValue } from '../report/cell-value';
import { formatCellValue, formatDifference } from '../report/format-cell-value';
import type { Report } from '../report/report';
import { columnHeadText } from './lay-out-table';
import type { DocumentNode } from './document-tree';
import { simpleTable, type SimpleCell } from './simple-table';

/** What cannot be subtracted: a blank, “/”, an amount, a figure that last year's layout does not have. */
const NO_DIFFERENCE = '—';

/**
 * This year's key figures beside last year's, with the difference of counts. A cell means the same in every layout
 * in which its address stands; where last year's layout lacks it, nothing is compared.
 */
export function buildKeyFigures(evaluation: Evaluation, previous: Report): DocumentNode {
  const lastYear = computeTotals(previous).values;
  const rows = evaluation.report.form.cells.filter(isKeyFigure).map((cell): SimpleCell[] => {
    const index = previous.form.indexByAddress.get(cell.address);
    const before = index === undefined ? undefined : lastYear[index]!;
    const now = evaluation.totals.values[cell.index]!;
    return [
      {
        text: `表${cell.table.number}\u3000${rowName(cell.row)}\u3000${columnHeadText(cell.column)}`,
        role: 'rowHead',
      },
      { text: before === undefined ? '口径不同' : formatCellValue(before), role: 'figure' },
      { text: formatCellValue(now), role: 'figure' },
      { text: differenceOf(before, now), role: 'figure' },
    ];
  });
  return {
    kind: 'table',
    table: simpleTable({
      key: 'keyFigures',
      name: '主要数字',
      heading: '与上年主要数字对比',
      heads: ['项目', `${previous.year}年`, `${evaluation.report.year}年`, '增减'],
      columns: [
        { least: 12, grow: 3 },
        { least: 5, grow: 1 },
        { least: 5, grow: 1 },
        { least: 5, grow: 1 },
      ],
      rows,
    }),
  };
}

/** Every figure of a table of blocks; in the others the grand totals of the outermost or computed rows. */
function isKeyFigure({ table, row, column, operands }: FormCell): boolean {
  switch (table.arrangement) {
    case 'stacked':
      return true;
    case 'side-by-side':
      return operands !== undefined;
    case 'matrix':
      return column.formula !== undefined && (row.labelPath.length === 1 || row.formula !== undefined);
  }
}

function differenceOf(before: CellValue | undefined, now: CellValue): string {
  return typeof before === 'number' && typeof now === 'number'
    ? formatDifference(now - before)
    : NO_DIFFERENCE;
}
