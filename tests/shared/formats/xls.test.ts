// The workbook for old machines, whose bytes we write ourselves: read back by SheetJS, and by LibreOffice.

import fc from 'fast-check';
import { read, utils, type WorkSheet } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { BiffTexts } from '../../../shared/formats/excel/biff-texts';
import { writeXls } from '../../../shared/formats/excel/write-xls';
import { tablesOf } from '../../../shared/forms/compile-form';
import type { Report } from '../../../shared/report/report';
import { arbitraryReport } from '../../helpers/arbitrary-report';
import { arbitraryText } from '../../helpers/arbitrary-text';
import { convertFiles, hasLibreOffice } from '../../helpers/libre-office';
import {
  expectedFigures,
  expectedHeadings,
  expectedParagraphs,
  readFigures,
} from '../../helpers/printed-report';
import { gridOfArea, readWorkbook, sheetNamed } from '../../helpers/read-workbook';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';
import { gridOfCells, plain, type Grid } from '../../helpers/table-grid';

function bytesOf(report: Report): Uint8Array {
  return writeXls(buildReportDocument(evaluateReport(report), { reviewNotes: true }));
}

const textOf = (value: unknown): string =>
  typeof value === 'number' ? String(value) : plain(String(value ?? ''));

/** The table on a sheet: what stands below the line with its heading. */
function gridOfSheet(sheet: WorkSheet, heading: string): Grid {
  const { e: end } = utils.decode_range(sheet['!ref']!);
  const at = (row: number, column: number): unknown => sheet[utils.encode_cell({ r: row, c: column })]?.v;
  const first = Array.from({ length: end.r }, (_, row) => row).find((row) => at(row, 0) === heading)! + 1;
  const merges = (sheet['!merges'] ?? []).filter(({ s }) => s.r >= first);
  const cells = [];
  for (let row = first; row <= end.r; row += 1)
    for (let column = 0; column <= end.c; column += 1) {
      const merge = merges.find(({ s, e }) => s.r <= row && row <= e.r && s.c <= column && column <= e.c);
      if (merge && (merge.s.r !== row || merge.s.c !== column)) continue;
      cells.push({
        row: row - first,
        column,
        rowSpan: merge ? merge.e.r - merge.s.r + 1 : 1,
        columnSpan: merge ? merge.e.c - merge.s.c + 1 : 1,
        text: textOf(at(row, column)),
      });
    }
  return gridOfCells(cells);
}

function figuresBySheetJs(report: Report, bytes: Uint8Array): Map<string, string> {
  const workbook = read(bytes);
  const grids = tablesOf(report.form.definition).map(({ number, label }) =>
    gridOfSheet(workbook.Sheets[`表${number}`]!, `${number}、${label}`),
  );
  return readFigures(report, grids);
}

/** Amounts are doubles in this format: idle zeros at their end are not kept. */
function asNumbers(figures: ReadonlyMap<string, string>): Map<string, string> {
  const plainNumber = (text: string): string => (/^-?\d+(\.\d+)?$/u.test(text) ? String(Number(text)) : text);
  return new Map([...figures].map(([address, text]) => [address, plainNumber(text)]));
}

describe('the workbook for old machines', () => {
  it.each(['panyu', '014', '015', '016', '025', '034'])(
    'holds every figure of sample %s under its official heads',
    (name) => {
      const report = sampleReport(name);
      expect(figuresBySheetJs(report, bytesOf(report))).toEqual(asNumbers(expectedFigures(report)));
    },
  );

  it.each([2020, 2021])('puts 166 different numbers of %i into their own cells', (year) => {
    const report = reportOfDifferentNumbers(year);
    expect(figuresBySheetJs(report, bytesOf(report))).toEqual(asNumbers(expectedFigures(report)));
  });

  it('has the sheets of the .xlsx, the report with every title and paragraph', () => {
    const report = sampleReport('panyu');
    const workbook = read(bytesOf(report));
    expect(workbook.SheetNames).toEqual(['报告', '表二', '表三', '表四', '审核说明']);
    const texts = Object.values(workbook.Sheets['报告']!).map((cell) => textOf((cell as { v?: unknown }).v));
    for (const text of [...expectedHeadings(report), ...expectedParagraphs(report)])
      expect(texts).toContain(text);
  });

  it('carries long texts from one record to the next without losing a character', () => {
    const overview = Array.from({ length: 12 }, (_, at) => `${at}段`.repeat(900)).join('\n');
    const report = { ...sampleReport('panyu'), narrative: { overview } };
    const rows = Object.values(read(bytesOf(report)).Sheets['报告']!).map((cell) =>
      textOf((cell as { v?: unknown }).v),
    );
    expect(rows.join('').replaceAll(/\s/gu, '')).toContain(overview.replaceAll(/\s/gu, ''));
  });

  it('marks a report with errors', () => {
    expect(read(bytesOf(sampleReport('025'))).Sheets['表三']!['A1'].v).toContain('未通过校验');
  });

  it('holds any report as it is', () => {
    fc.assert(
      fc.property(arbitraryReport(), arbitraryText(), (base, overview) => {
        const report = { ...base, narrative: { overview } };
        expect(figuresBySheetJs(report, bytesOf(report))).toEqual(asNumbers(expectedFigures(report)));
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

describe('the shared texts of an .xls file', () => {
  it('count each text once, and its uses', () => {
    const texts = new BiffTexts();
    expect(['一', '二', '一'].map((text) => texts.numberOf(text))).toEqual([0, 1, 0]);
    const view = new DataView(texts.toRecords().toBytes().buffer);
    expect([view.getUint16(0, true), view.getUint32(4, true), view.getUint32(8, true)]).toEqual([
      0x00fc, 3, 2,
    ]);
  });
});

describe.runIf(hasLibreOffice())('the workbook for old machines in LibreOffice', () => {
  it('keeps every figure, merge and text', { timeout: 120_000 }, async () => {
    const reports = new Map<string, Report>([
      ['panyu.xls', sampleReport('panyu')],
      ['different.xls', reportOfDifferentNumbers(2021)],
      ['older.xls', reportOfDifferentNumbers(2020)],
    ]);
    const files = new Map([...reports].map(([name, report]) => [name, bytesOf(report)]));
    const converted = await convertFiles(files, 'xlsx');
    for (const [name, report] of reports) {
      const workbook = readWorkbook(converted.get(name)!);
      const grids = tablesOf(report.form.definition).map(({ number, label }) => {
        const sheet = sheetNamed(workbook, `表${number}`);
        const cells = [...sheet.cells.values()];
        const heading = cells.find(({ text }) => text === `${number}、${label}`)!;
        const first = Number(heading.reference.slice(1)) + 1;
        return gridOfArea(sheet, `A${first}:${cells.at(-1)!.reference}`);
      });
      expect(asNumbers(readFigures(report, grids))).toEqual(asNumbers(expectedFigures(report)));
    }
  });
});
