// How long a report takes to become a document, and how large the document is; workbooks side by side with exceljs in
// the same run. Warm: the writers have been used before, as in a window that has been open for a while.

import exceljs from 'exceljs';
import { buildReportDocument } from '../../shared/document/build-report-document';
import { tablesIn, type DocumentTable, type ReportDocument } from '../../shared/document/document-tree';
import { evaluateReport } from '../../shared/engine/evaluate-report';
import { writeDocx } from '../../shared/formats/docx/write-docx';
import { writeExcel } from '../../shared/formats/excel/write-excel';
import { writeWordHtml } from '../../shared/formats/word-html/write-word-html';
import { reportOfDifferentNumbers } from '../helpers/report-of-different-numbers';
import { sampleReport } from '../helpers/sample-reports';
import { percentile, rounded, type Figure } from './figure';

const WARM_UP = 15;
const ROUNDS = 60;

/** Times and sizes of the writers, from a fresh document tree of the report of 166 different numbers. */
export async function measureDocuments(): Promise<readonly Figure[]> {
  const evaluation = evaluateReport(reportOfDifferentNumbers());
  const build = (): ReportDocument => buildReportDocument(evaluation);
  const published = writeExcel(buildReportDocument(evaluateReport(sampleReport('016'))));
  const xlsx = await measure(build, async (document) => writeExcel(document));
  const peer = await measure(build, (document) => writeWithExceljs(tablesIn(document.body)));
  const docx = await measure(build, writeDocx);
  const html = await measure(build, async (document) => writeWordHtml(document));
  return [
    { name: 'xlsx of the report, warm, median', value: xlsx.time, unit: 'ms', atMost: 4 },
    { name: 'xlsx of the report, size', value: xlsx.size, unit: 'KiB', atMost: 12 },
    {
      name: 'xlsx of a published report, size',
      value: rounded(published.byteLength / 1024),
      unit: 'KiB',
      atMost: 12,
      reference: 'Pingtan 2022, three tables',
    },
    { name: 'xlsx of its tables by exceljs, warm, median', value: peer.time, unit: 'ms' },
    { name: 'xlsx of its tables by exceljs, size', value: peer.size, unit: 'KiB' },
    {
      name: 'time of our xlsx against exceljs',
      value: rounded(xlsx.time / peer.time),
      unit: 'ratio',
      atMost: 1,
      reference: 'exceljs 4.4, three sheets with merges, borders and formulas, in the same run',
    },
    { name: 'docx of the report, warm, median', value: docx.time, unit: 'ms', atMost: 35 },
    { name: 'docx of the report, size', value: docx.size, unit: 'KiB', atMost: 20 },
    { name: 'word-html of the report, warm, median', value: html.time, unit: 'ms', atMost: 1 },
  ];
}

async function measure(
  build: () => ReportDocument,
  write: (document: ReportDocument) => Promise<{ readonly byteLength: number }>,
): Promise<{ time: number; size: number }> {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const document = build();
    const begin = performance.now();
    const { byteLength } = await write(document);
    if (round >= WARM_UP) times.push(performance.now() - begin);
    size = byteLength;
  }
  return { time: rounded(percentile(times, 0.5)), size: rounded(size / 1024) };
}

/** Only what exceljs needs for the same three tables; it writes neither the whole report nor validation here. */
async function writeWithExceljs(tables: readonly DocumentTable[]): Promise<{ readonly byteLength: number }> {
  const workbook = new exceljs.Workbook();
  const thin = { style: 'thin' } as const;
  for (const table of tables) {
    const sheet = workbook.addWorksheet(table.name, { pageSetup: { paperSize: 9, fitToPage: true } });
    for (const { row, column, rowSpan, columnSpan, text, source } of table.cells) {
      const cell = sheet.getCell(row + 1, column + 1);
      const result = source?.kind === 'formCell' ? source.value : text;
      const isComputed = source?.kind === 'formCell' && source.cell.operands !== undefined;
      cell.value = isComputed ? { formula: 'SUM(A1:A2)', result: Number(result) } : result;
      cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      if (rowSpan > 1 || columnSpan > 1)
        sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan);
    }
  }
  return workbook.xlsx.writeBuffer();
}
