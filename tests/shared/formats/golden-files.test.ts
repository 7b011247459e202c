// One report through every writer, compared with what was looked at page by page. When a difference is wanted, look at
// the pages again, replace the pictures beside the files, and run with `-u`.

import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../shared/compare/compare-reports';
import { buildComparisonDocument } from '../../../shared/document/build-comparison-document';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { writeDocx } from '../../../shared/formats/docx/write-docx';
import { writeExcel } from '../../../shared/formats/excel/write-excel';
import { writeHtmlBody } from '../../../shared/formats/html-body/write-html-body';
import { plainText } from '../../../shared/formats/plain-text/write-plain-text';
import { printHtml } from '../../../shared/formats/print-html/write-print-html';
import { writeWordHtml } from '../../../shared/formats/word-html/write-word-html';
import { sampleReport } from '../../helpers/sample-reports';
import { readZip } from '../../helpers/zipped-xml';

const FOLDER = '../../fixtures/golden/panyu-2021';
const COMPARISON_FOLDER = '../../fixtures/golden/comparison-2022';
const evaluation = evaluateReport(sampleReport('panyu'));
const report = buildReportDocument(evaluation);
const withEverything = buildReportDocument(evaluation, { reviewNotes: true });

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** One element a line, so that a difference can be read. */
const inLines = (xml: string): string => xml.replaceAll('><', '>\n<');

describe('the Panyu report, as it was looked at', () => {
  it.each([
    ['word-html.html', () => textOf(writeWordHtml(report))],
    ['html-body.html', () => textOf(writeHtmlBody(report))],
    ['print.html', () => printHtml(report)],
    ['plain.txt', () => plainText(report)],
  ])('is %s to the letter', async (name, write) => {
    await expect(write()).toMatchFileSnapshot(`${FOLDER}/${name}`);
  });

  it('is the Word document to the letter', async () => {
    const parts = readZip(await writeDocx(report));
    for (const part of ['document', 'styles', 'fontTable'])
      await expect(inLines(parts.get(`word/${part}.xml`)!)).toMatchFileSnapshot(`${FOLDER}/docx-${part}.xml`);
  });

  it('is the workbook to the letter', async () => {
    const parts = readZip(writeExcel(withEverything));
    for (const [path, xml] of parts)
      if (/^xl\/.*\.xml$/u.test(path))
        await expect(inLines(xml)).toMatchFileSnapshot(`${FOLDER}/xlsx-${path.split('/').at(-1)!}`);
  });
});

describe('the comparison of two years, as it was looked at', () => {
  const compared = compareReports(sampleReport('016'), sampleReport('015'));
  const captions = { current: '2022年', earlier: '2021年' };
  const comparison = buildComparisonDocument(compared, compared.lines, captions);

  it.each([
    ['word-html.html', () => textOf(writeWordHtml(comparison))],
    ['html-body.html', () => textOf(writeHtmlBody(comparison))],
    ['print.html', () => printHtml(comparison)],
    ['plain.txt', () => plainText(comparison)],
  ])('is %s to the letter', async (name, write) => {
    await expect(write()).toMatchFileSnapshot(`${COMPARISON_FOLDER}/${name}`);
  });

  it('is the Word document to the letter', async () => {
    const document = readZip(await writeDocx(comparison)).get('word/document.xml')!;
    await expect(inLines(document)).toMatchFileSnapshot(`${COMPARISON_FOLDER}/docx-document.xml`);
  });

  it('is the workbook to the letter', async () => {
    const parts = readZip(writeExcel(comparison));
    for (const [path, xml] of parts)
      if (/^xl\/(worksheets\/.*|sharedStrings)\.xml$/u.test(path))
        await expect(inLines(xml)).toMatchFileSnapshot(
          `${COMPARISON_FOLDER}/xlsx-${path.split('/').at(-1)!}`,
        );
  });
});
