// The Word-compatible HTML is read back as HTML, and as LibreOffice understands it, by the printed heads alone.

import { JSDOM } from 'jsdom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { writeWordHtml } from '../../../shared/formats/word-html/write-word-html';
import { emptyReport, type Report } from '../../../shared/report/report';
import { formForYear } from '../../../shared/forms/form-registry';
import { arbitraryReport } from '../../helpers/arbitrary-report';
import { arbitraryText } from '../../helpers/arbitrary-text';
import { convertFiles, hasLibreOffice } from '../../helpers/libre-office';
import { hasPoppler, textOfPages } from '../../helpers/poppler';
import {
  expectedFigures,
  expectedHeadings,
  expectedParagraphs,
  readFigures,
} from '../../helpers/printed-report';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';
import { gridOfHtml, plain } from '../../helpers/table-grid';

const SAMPLES = ['panyu', '014', '015', '016', '025', '034'];

function bytesOf(report: Report, options?: Parameters<typeof buildReportDocument>[1]): Uint8Array {
  return writeWordHtml(buildReportDocument(evaluateReport(report), options));
}

function read(report: Report): Document {
  return parse(new TextDecoder().decode(bytesOf(report)));
}

function parse(html: string): Document {
  return new JSDOM(html).window.document;
}

/** The bordered tables: the one without a border opens the file for LibreOffice and holds nothing. */
function gridsOf(document: Document) {
  return [...document.querySelectorAll('table[border="1"]')].map(gridOfHtml);
}

function textsOf(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => plain(element.textContent ?? ''));
}

describe('the Word-compatible HTML of a report', () => {
  it.each(SAMPLES)('shows every figure of sample %s under its official heads and no other table', (name) => {
    const report = sampleReport(name);
    expect(readFigures(report, gridsOf(read(report)))).toEqual(expectedFigures(report));
  });

  it.each([2020, 2021])('puts 166 different numbers of %i into their own cells', (year) => {
    const report = reportOfDifferentNumbers(year);
    expect(readFigures(report, gridsOf(read(report)))).toEqual(expectedFigures(report));
  });

  it('prints title, six fixed section titles in order and every paragraph of the narrative', () => {
    const report = sampleReport('panyu');
    const document = read(report);
    expect(textsOf(document, 'p.title')).toEqual([
      '广州市番禺区人力资源和社会保障局2021年政府信息公开工作年度报告',
    ]);
    expect(textsOf(document, 'h1')).toEqual(expectedHeadings(report));
    expect(textsOf(document, 'p.body, h2')).toEqual(expectedParagraphs(report));
  });

  it('is UTF-8 with a byte order mark, so that Word does not take it for GBK', () => {
    expect([...bytesOf(sampleReport('panyu')).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('marks a report with errors before its title and leaves a sound one unmarked', () => {
    const [notice] = read(sampleReport('025')).querySelectorAll('p.notice');
    expect(notice?.textContent).toContain('未通过校验');
    expect(notice?.nextElementSibling?.className).toBe('title');
    expect(read(sampleReport('panyu')).querySelector('p.notice')).toBeNull();
  });

  it('lets no text become markup', () => {
    const text = '<script>alert(1)</script> & "引号" \'单引号\' <b>粗</b>';
    const report = {
      ...sampleReport('panyu'),
      organisation: '<img src=x onerror=1>局',
      narrative: { overview: text },
    };
    const document = read(report);
    expect(document.querySelector('script, b, img')).toBeNull();
    expect(textsOf(document, 'p.body')[0]).toBe(plain(text));
    expect(document.title).toBe('<img src=x onerror=1>局2021年政府信息公开工作年度报告');
  });

  it('keeps an empty report whole: titles, tables without figures', () => {
    const form = formForYear(2024)!;
    const report = emptyReport(form, { organisation: '某局', scope: 'own', year: 2024 });
    const document = read(report);
    expect(textsOf(document, 'h1')).toEqual(expectedHeadings(report));
    expect(new Set(readFigures(report, gridsOf(document)).values())).toEqual(new Set(['']));
  });

  it('shows any report as it is', () => {
    fc.assert(
      fc.property(arbitraryReport(), arbitraryText(), (base, overview) => {
        const report = { ...base, narrative: { ...base.narrative, overview } };
        const document = read(report);
        expect(readFigures(report, gridsOf(document))).toEqual(expectedFigures(report));
        expect(textsOf(document, 'p.body, h2').filter((text) => text !== '')).toEqual(
          expectedParagraphs(report),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe.runIf(hasLibreOffice())('the Word-compatible HTML in LibreOffice', () => {
  it('keeps title, headings, paragraphs and every figure', { timeout: 120_000 }, async () => {
    const reports = new Map<string, Report>([
      ['panyu.doc', sampleReport('panyu')],
      ['different.doc', reportOfDifferentNumbers(2021)],
      ['older.doc', reportOfDifferentNumbers(2020)],
    ]);
    const files = new Map([...reports].map(([name, report]) => [name, bytesOf(report)]));
    const converted = await convertFiles(files, 'html:HTML (StarWriter)');
    for (const [name, report] of reports) {
      const document = parse(new TextDecoder().decode(converted.get(name)));
      const [opening, ...grids] = [...document.querySelectorAll('table')].map(gridOfHtml);
      expect(opening?.flat().map(({ text }) => text)).toEqual(['']);
      expect(readFigures(report, grids)).toEqual(expectedFigures(report));
      const withoutSpaces = (text: string): string => text.replaceAll(' ', '');
      const texts = textsOf(document, 'body > p, body > div > p, h1, h2').map(withoutSpaces);
      const { organisation, year } = report;
      for (const text of [
        `${organisation}${year}年政府信息公开工作年度报告`,
        ...expectedHeadings(report),
        ...expectedParagraphs(report),
      ])
        expect(texts).toContain(withoutSpaces(text));
    }
  });

  it.runIf(hasPoppler())('keeps an empty table with its heading', { timeout: 120_000 }, async () => {
    const blank = emptyReport(formForYear(2024)!, { organisation: '某局', scope: 'own', year: 2024 });
    const converted = await convertFiles(new Map([['empty.doc', bytesOf(blank)]]), 'pdf');
    const pages = await textOfPages(converted.get('empty.doc')!);
    const headed = pages.find((page) => page.includes(expectedHeadings(blank)[2]!));
    expect(headed).toContain('本年新收政府信息公开申请数量');
  });

  it.runIf(hasPoppler())('ends on its last page, review notes included', { timeout: 120_000 }, async () => {
    const files = new Map(
      SAMPLES.map((name) => [`${name}.doc`, bytesOf(sampleReport(name), { reviewNotes: true })]),
    );
    const converted = await convertFiles(files, 'pdf');
    for (const name of files.keys()) {
      const pages = await textOfPages(converted.get(name)!);
      for (const page of pages) expect(page.trim(), name).not.toBe('');
    }
  });
});
