// Two reports side by side as a document to print or hand on: one table for each section, every line with both
// figures, difference and rate.

import type { ComparedLine, ComparedReports } from '../compare/compare-reports';
import { differenceText, lineColumn, lineName, rateText, reasonText } from '../compare/format-comparison';
import { sectionTitle } from '../forms/compile-form';
import type { TableDefinition } from '../forms/form-definition';
import { formatGrouped } from '../report/format-cell-value';
import type { DocumentColumn, DocumentNode, ReportDocument } from './document-tree';
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
  const matter = `${captions.current}与${captions.earlier}年报数字对比`;
  const title = owner + matter;
  const tables = [...new Set(lines.map((line) => line.cell.table))];
  const numbers = [...new Set(tables.map((table) => table.key))];
  return {
    properties: { title, organisation, subject: form.definition.officialTitle, keywords: '年报对比' },
    cover: [],
    body: [
      { kind: 'title', text: title, lines: owner === '' ? [title] : [owner, matter] },
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
  const columns = lines.some((line) => reasonText(line) !== undefined) ? [...COLUMNS, REASON] : COLUMNS;
  return [
    { kind: 'heading', level: 1, text: sectionTitle(table), section: table.key },
    {
      kind: 'table',
      table: simpleTable({
        key: `comparison ${table.key}`,
        name: `对比表${table.number}`,
        heading: sectionTitle(table),
        heads: columns.map(({ head }) => head(captions)),
        columns,
        rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
      }),
    },
  ];
}

interface ComparisonColumn extends DocumentColumn {
  readonly head: (captions: ComparisonCaptions) => string;
  readonly cell: (line: ComparedLine) => SimpleCell;
}

const figure = (text: string): SimpleCell => ({ text, role: 'figure' });

/** Names are wide; a column of figures becomes as wide as its widest one. */
const COLUMNS: readonly ComparisonColumn[] = [
  { head: () => '项目', cell: (line) => ({ text: lineName(line), role: 'rowHead' }), least: 9, grow: 4 },
  { head: () => '类别', cell: (line) => ({ text: lineColumn(line), role: 'rowHead' }), least: 5, grow: 2 },
  {
    head: ({ earlier }) => earlier,
    cell: ({ earlier }) => figure(formatGrouped(earlier)),
    least: 4,
    grow: 0,
  },
  {
    head: ({ current }) => current,
    cell: ({ current }) => figure(formatGrouped(current)),
    least: 4,
    grow: 0,
  },
  { head: () => '增减', cell: (line) => figure(differenceText(line)), least: 4, grow: 0 },
  { head: () => '增减率', cell: (line) => figure(rateText(line)), least: 4, grow: 0 },
];
/** Stands only where there is something to explain. */
const REASON: ComparisonColumn = {
  head: () => '说明',
  cell: (line) => ({ text: reasonText(line) ?? '' }),
  least: 7,
  grow: 3,
};
