// The page for printing, made a PDF of by a real Chromium: pages, page numbers, tables whole.

import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { printPdf } from '../../../electron/command-line/print-pdf';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { printHtml } from '../../../shared/formats/print-html/write-print-html';
import type { Report } from '../../../shared/report/report';
import { findChromium } from '../../helpers/find-chromium';
import {
  expectedFigures,
  expectedHeadings,
  expectedParagraphs,
  readFigures,
} from '../../helpers/printed-report';
import { hasPoppler, textOfPages } from '../../helpers/poppler';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';
import { gridOfHtml, plain } from '../../helpers/table-grid';

type Options = Parameters<typeof buildReportDocument>[1];
const pageOf = (report: Report, options?: Options): string =>
  printHtml(buildReportDocument(evaluateReport(report), options));

describe('the page for printing', () => {
  it.each([sampleReport('panyu'), sampleReport('014'), reportOfDifferentNumbers()])(
    'shows the whole report',
    (report) => {
      const { document } = new JSDOM(pageOf(report)).window;
      const grids = [...document.querySelectorAll('table')].map(gridOfHtml);
      expect(readFigures(report, grids)).toEqual(expectedFigures(report));
      const texts = [...document.querySelectorAll('p, h1, h2')].map((element) =>
        plain(element.textContent ?? ''),
      );
      for (const text of [...expectedHeadings(report), ...expectedParagraphs(report)])
        expect(texts).toContain(text);
    },
  );

  it('holds no script and asks for nothing outside itself', () => {
    const html = pageOf({ ...sampleReport('panyu'), organisation: '<img src=http://x/>' });
    const { document } = new JSDOM(html).window;
    expect(document.querySelector('script, link, img, iframe, object, [src], [href]')).toBeNull();
    expect(html).not.toMatch(/url\(|@import/iu);
  });
});

const chromium = await findChromium();
if (!chromium && process.env['CI']) throw new Error('CI is set, but no Chromium runs');
if (!chromium) process.stderr.write('No Chromium runs here: PDF files are not tested.\n');

describe.runIf(chromium !== undefined && hasPoppler())('the page for printing in a real Chromium', () => {
  it(
    'becomes a PDF of A4 pages without a blank one, each table whole on its page',
    { timeout: 120_000 },
    async () => {
      const environment = {
        ...process.env,
        ...chromium?.environment,
        NIANBAO_CHROMIUM: chromium?.executable,
      };
      const report = sampleReport('panyu');
      const printed = await printPdf(pageOf(report, { cover: true }), { environment });
      if (!printed.ok) throw new Error(printed.reason.english);
      const pages = await textOfPages(printed.bytes);
      for (const text of pages) expect(text.trim()).not.toBe('');
      expect(pages[0]).toContain('填表人');
      expect(pages[0]).not.toContain('—1—');
      const page = (text: string): number => pages.findIndex((one) => one.includes(text));
      const requests = page('三、收到和处理政府信息公开申请情况');
      expect(pages[requests]).toContain('四、结转下年度继续办理');
      expect(pages[requests]).toContain(`—${requests + 1}—`);
      expect(page('六、其他需要报告的事项')).toBe(pages.length - 1);
    },
  );
});
