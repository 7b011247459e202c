// Two reports side by side as a document to print or hand on: one table for each section, every line with both
// figures, difference and rate.

import type { ComparedLine, ComparedReports } from '../compare/compare-reports';
import { differenceText, lineColumn, lineName, rateText, reasonText } from '../compare/format-comparison';
import { sectionTitle } from '../forms/compile-form';
import type { TableDefinition } from '../forms/form-definition';
import { formatGrouped } from '../report/format-cell-value';
import type { DocumentNode, ReportDocument } from './document-tree';
import { simpleTable, type SimpleCell } from './simple-table';

export interface ComparisonCaptions {
  /** What the two sides are called: “2021年”, “2020年”, with the unit or the revision where these differ. */
  readonly current: string;
  readonly earlier: string;
}

/** The document of a comparison: the lines given, grouped by table in their order. */
export function buildComparisonDocument(
  compared: ComparedReports,
  lines: readonly ComparedLine[],
  captions: ComparisonCaptions,
): ReportDocument {
  const { organisation, form } = compared.current;
  const owner = organisation === compared.earlier.organisation ? organisation : '';
  const title = `${owner}${captions.current}与${captions.earlier}年报数字对比`;
  const tables = [...new Set(lines.map((line) => line.cell.table))];
  const numbers = [...new Set(tables.map((table) => table.key))];
  return {
    properties: { title, organisation, subject: form.definition.officialTitle, keywords: '年报对比' },
    cover: [],
    body: [
      { kind: 'title', text: title, lines: [title] },
      ...numbers.flatMap((key) => {
        const own = lines.filter((line) => line.cell.table.key === key);
        return sectionOf(own[0]!.cell.table, own, captions);
      }),
    ],
    reviewNotes: [],
  };
}

function sectionOf(
  table: TableDefinition,
  lines: readonly ComparedLine[],
  captions: ComparisonCaptions,
): DocumentNode[] {
  return [
    { kind: 'heading', level: 1, text: sectionTitle(table), section: table.key },
    {
      kind: 'table',
      table: simpleTable({
        key: `comparison ${table.key}`,
        name: `对比表${table.number}`,
        heading: sectionTitle(table),
        heads: ['项目', '类别', captions.earlier, captions.current, '增减', '增减率', '说明'],
        columns: [
          { least: 9, grow: 3 },
          { least: 5, grow: 1 },
          { least: 4, grow: 1 },
          { least: 4, grow: 1 },
          { least: 4, grow: 1 },
          { least: 4, grow: 1 },
          { least: 4, grow: 2 },
        ],
        rows: lines.map(rowOf),
      }),
    },
  ];
}

function rowOf(line: ComparedLine): readonly SimpleCell[] {
  return [
    { text: lineName(line), role: 'rowHead' },
    { text: lineColumn(line), role: 'rowHead' },
    { text: formatGrouped(line.earlier), role: 'figure' },
    { text: formatGrouped(line.current), role: 'figure' },
    { text: differenceText(line), role: 'figure' },
    { text: rateText(line), role: 'figure' },
    { text: reasonText(line) ?? '' },
  ];
}
