// The few figures by which a year is compared with the one before. The full comparison is a document of its own.

import { compareReports } from '../compare/compare-reports';
import { differenceText, lineColumn, lineName, rateText, reasonText } from '../compare/format-comparison';
import type { FormCell } from '../forms/compile-form';
import { formatGrouped } from '../report/format-cell-value';
import type { Report } from '../report/report';
import type { DocumentNode } from './document-tree';
import { simpleTable, type SimpleCell } from './simple-table';

/** This year's key figures beside last year's, with difference and rate, or the reason why there is none. */
export function buildKeyFigures(report: Report, previous: Report): DocumentNode {
  const lines = compareReports(report, previous).lines.filter(({ cell }) => isKeyFigure(cell));
  const rows = lines.map((line): SimpleCell[] => [
    { text: `表${line.cell.table.number}\u3000${lineName(line)}`, role: 'rowHead' },
    { text: lineColumn(line), role: 'rowHead' },
    { text: formatGrouped(line.earlier), role: 'figure' },
    { text: formatGrouped(line.current), role: 'figure' },
    { text: differenceText(line) || (reasonText(line) ?? ''), role: 'figure' },
    { text: rateText(line), role: 'figure' },
  ]);
  return {
    kind: 'table',
    table: simpleTable({
      key: 'keyFigures',
      name: '主要数字',
      heading: '与上年主要数字对比',
      heads: ['项目', '类别', `${previous.year}年`, `${report.year}年`, '增减', '增减率'],
      columns: [
        { least: 9, grow: 3 },
        { least: 6, grow: 2 },
        { least: 4, grow: 1 },
        { least: 4, grow: 1 },
        { least: 4, grow: 1 },
        { least: 4, grow: 1 },
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
