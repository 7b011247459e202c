// The HTML for portals and the plain text: clean markup, every figure under its heads, nothing lost.

import { JSDOM } from 'jsdom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { htmlBody, writeHtmlBody } from '../../../shared/formats/html-body/write-html-body';
import { plainText } from '../../../shared/formats/plain-text/write-plain-text';
import { tablesOf } from '../../../shared/forms/compile-form';
import type { Report } from '../../../shared/report/report';
import { arbitraryReport } from '../../helpers/arbitrary-report';
import { arbitraryText } from '../../helpers/arbitrary-text';
import {
  expectedFigures,
  expectedHeadings,
  expectedParagraphs,
  readFigures,
} from '../../helpers/printed-report';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';
import { gridOfHtml, plain } from '../../helpers/table-grid';

const documentOf = (report: Report) => buildReportDocument(evaluateReport(report));
const parse = (html: string): Document => new JSDOM(html).window.document;
const read = (report: Report): Document => parse(htmlBody(documentOf(report)));
const textsOf = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => plain(element.textContent ?? ''));

describe('the HTML body for portals', () => {
  it.each(['panyu', '014', '015', '016', '025', '034'])(
    'shows every figure of sample %s under its official heads',
    (name) => {
      const report = sampleReport(name);
      const grids = [...read(report).querySelectorAll('table')].map(gridOfHtml);
      expect(readFigures(report, grids)).toEqual(expectedFigures(report));
    },
  );

  it.each([2020, 2021])('puts 166 different numbers of %i into their own cells', (year) => {
    const report = reportOfDifferentNumbers(year);
    const grids = [...read(report).querySelectorAll('table')].map(gridOfHtml);
    expect(readFigures(report, grids)).toEqual(expectedFigures(report));
  });

  it('has title, section titles and paragraphs as what they are', () => {
    const report = sampleReport('panyu');
    const document = read(report);
    expect(textsOf(document, 'h1')).toHaveLength(1);
    expect(textsOf(document, 'h2')).toEqual(expectedHeadings(report));
    expect(textsOf(document, 'p, h3')).toEqual(expectedParagraphs(report));
  });

  it('is clean: no class, no script, no style sheet, nothing of Word, a border on every cell', () => {
    const markup = htmlBody(documentOf(sampleReport('025')));
    expect(markup).not.toMatch(/class=|<script|<style|mso|MsoNormal|<font|<o:p|id=/iu);
    const document = parse(markup);
    for (const cell of document.querySelectorAll('td, th'))
      expect(cell.getAttribute('style')).toContain('border:1px solid');
    expect(new Set([...document.body.querySelectorAll('*')].map(({ localName }) => localName))).toEqual(
      new Set(['p', 'strong', 'h1', 'h2', 'table', 'colgroup', 'col', 'thead', 'tbody', 'tr', 'th', 'td']),
    );
  });

  it('says of every head what it heads', () => {
    for (const head of read(sampleReport('panyu')).querySelectorAll('th'))
      expect(head.getAttribute('scope')).toMatch(/^(col|row|colgroup|rowgroup)$/u);
  });

  it('is a whole file that says its encoding when it is written as one', () => {
    const html = new TextDecoder().decode(writeHtmlBody(documentOf(sampleReport('panyu'))));
    expect(html).toMatch(/^<!DOCTYPE html>[\s\S]*<meta charset="utf-8">/u);
    expect(parse(html).body.innerHTML.trim()).toBe(read(sampleReport('panyu')).body.innerHTML.trim());
  });

  it('shows any report as it is', () => {
    fc.assert(
      fc.property(arbitraryReport(), arbitraryText(), (base, overview) => {
        const report = { ...base, narrative: { ...base.narrative, overview } };
        const document = read(report);
        const grids = [...document.querySelectorAll('table')].map(gridOfHtml);
        expect(readFigures(report, grids)).toEqual(expectedFigures(report));
        const paragraphs = textsOf(document, 'p[style^="text-indent"], h3').filter((text) => text !== '');
        expect(paragraphs).toEqual(expectedParagraphs(report));
      }),
      { numRuns: 15 },
    );
  });
});

describe('the plain text', () => {
  it('holds every text and, line by line, every figure of the tables', () => {
    const report = reportOfDifferentNumbers();
    const lines = plainText(documentOf(report)).split('\n');
    for (const text of [...expectedHeadings(report), ...expectedParagraphs(report)])
      expect(lines).toContain(text);
    const figures = lines.flatMap((line) => line.split('\t')).filter((text) => text !== '');
    const { cells } = report.form;
    expect(tablesOf(report.form.definition)).toHaveLength(3);
    for (const { address } of cells) expect(figures).toContain(expectedFigures(report).get(address));
  });
});
