// The document of a comparison: where its tables begin, what is repeated, and which columns it has.

import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../shared/compare/compare-reports';
import { buildComparisonDocument } from '../../../shared/document/build-comparison-document';
import { rowsOf, tablesIn, type ReportDocument } from '../../../shared/document/document-tree';
import { fitTable } from '../../../shared/document/fit-table';
import { CELL_PADDING, POINTS_PER_MILLIMETRE } from '../../../shared/document/page-geometry';
import { pageSections } from '../../../shared/document/page-sections';
import { textWidth } from '../../../shared/document/text-width';
import { buildSheets } from '../../../shared/formats/excel/build-sheets';
import { sampleReport } from '../../helpers/sample-reports';

function comparisonOf(current: string, earlier: string): ReportDocument {
  const compared = compareReports(sampleReport(current), sampleReport(earlier));
  return buildComparisonDocument(compared, compared.lines, { current: '今年', earlier: '去年' });
}

const acrossLayouts = comparisonOf('015', '014');
const sameLayout = comparisonOf('016', '015');

describe('the document of a comparison', () => {
  it('begins its first table below the title, however long the table is', () => {
    const [title, heading, table] = pageSections(acrossLayouts)[0]!.nodes;
    expect(title).toMatchObject({ kind: 'title' });
    expect(heading).toMatchObject({ kind: 'heading', startsPage: false });
    expect(table).toMatchObject({ kind: 'table', fitted: { fitsOnePage: false } });
  });

  it('has a column of reasons only where one is given', () => {
    const heads = (document: ReportDocument): string[][] =>
      tablesIn(document.body).map((table) => rowsOf(table)[0]!.map(({ text }) => text));
    const figures = ['项目', '类别', '去年', '今年', '增减', '增减率'];
    expect(heads(sameLayout)).toEqual([figures, figures, figures]);
    expect(heads(acrossLayouts)).toEqual([[...figures, '说明'], [...figures, '说明'], figures]);
  });

  it.each([
    ['one layout', sameLayout],
    ['two layouts', acrossLayouts],
  ])('gives every figure of %s one line, even in faces with wide digits', (_, document) => {
    for (const table of tablesIn(document.body)) {
      const { columnWidths, typeSize } = fitTable(table);
      for (const { role, column, text } of table.cells) {
        if (role !== 'figure') continue;
        const room = ((columnWidths[column]! - 2 * CELL_PADDING) * POINTS_PER_MILLIMETRE) / typeSize;
        expect(room, text).toBeGreaterThan(1.25 * textWidth(text));
      }
    }
  });

  it('has a sheet for each table in the workbook, with its heads on every page and names wider than figures', () => {
    const sheets = buildSheets(sameLayout);
    expect(sheets.map(({ name }) => name)).toEqual(['对比表二', '对比表三', '对比表四']);
    for (const { cells, repeatedRows, columnWidths, orientation, names } of sheets) {
      const texts = cells.filter(({ row }) => row === repeatedRows![0]).map(({ value }) => value);
      expect(texts[0]).toEqual({ kind: 'text', text: '项目' });
      expect(repeatedRows![1]).toBe(repeatedRows![0]);
      expect(columnWidths[0]).toBe(Math.max(...columnWidths));
      expect(orientation).toBe('portrait');
      // A table's key is no name that a workbook may hold unless the form gave it.
      expect(names).toEqual([]);
    }
    expect(sheets.map(({ onOnePage }) => onOnePage)).toEqual([true, false, true]);
  });
});
