// The Word document is read back from its zipped XML alone, and as LibreOffice understands it.

import { JSDOM } from 'jsdom';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { writeDocx } from '../../../shared/formats/docx/write-docx';
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
import { gridOfDocx, readDocx, type DocxFile } from '../../helpers/read-docx';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';
import { gridOfHtml, plain, withoutSlivers } from '../../helpers/table-grid';
import { attributeOf, childrenNamed, elementsOf, parseXml, type XmlElement } from '../../helpers/zipped-xml';

const SAMPLES = ['panyu', '014', '015', '016', '025', '034'];

type Options = Parameters<typeof buildReportDocument>[1];

function bytesOf(report: Report, options?: Options): Promise<Uint8Array> {
  return writeDocx(buildReportDocument(evaluateReport(report), options));
}

async function read(report: Report, options?: Options): Promise<DocxFile> {
  return readDocx(await bytesOf(report, options));
}

function textsOf(file: DocxFile, ...styles: string[]): string[] {
  return file.paragraphs
    .filter(({ style }) => style !== undefined && styles.includes(style))
    .map(({ text }) => plain(text));
}

/** Is a switch of Word on? It is when it stands without a value. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['false', 'off', '0'].includes(attributeOf(element, 'val') ?? '');
}

/** Figures of 表四 so wide that they turn their page. */
function reportOfWideFigures(): Report {
  const base = reportOfDifferentNumbers();
  const values = base.values.map((value, at) =>
    typeof value === 'number' && base.form.cells[at]!.table.arrangement === 'side-by-side'
      ? 100_000_000 + at
      : value,
  );
  return { ...base, values };
}

describe('the Word document of a report', () => {
  it.each(SAMPLES)(
    'shows every figure of sample %s under its official heads and no other table',
    async (name) => {
      const report = sampleReport(name);
      expect(readFigures(report, (await read(report)).tables.map(gridOfDocx))).toEqual(
        expectedFigures(report),
      );
    },
  );

  it.each([2020, 2021])('puts 166 different numbers of %i into their own cells', async (year) => {
    const report = reportOfDifferentNumbers(year);
    expect(readFigures(report, (await read(report)).tables.map(gridOfDocx))).toEqual(expectedFigures(report));
  });

  it('prints title, six fixed section titles in order and every paragraph of the narrative', async () => {
    const report = sampleReport('panyu');
    const file = await read(report);
    expect(textsOf(file, 'Title')).toEqual([
      '广州市番禺区人力资源和社会保障局2021年政府信息公开工作年度报告',
    ]);
    expect(textsOf(file, 'Heading1')).toEqual(expectedHeadings(report));
    expect(textsOf(file, 'OfficialBody', 'Heading2')).toEqual(expectedParagraphs(report));
    // What is only “（一）…” stands in the outline of Word.
    expect(textsOf(file, 'Heading2').length).toBeGreaterThan(0);
    for (const text of textsOf(file, 'Heading2')) expect(text).toMatch(/^[（(][一二三四五][）)][^。]*。?$/u);
  });

  it('repeats the heads of a table and splits none of its rows', async () => {
    const file = await read(sampleReport('panyu'));
    const rows = file.tables.map((table) => childrenNamed(table, 'tr'));
    const heads = rows.map((trs) => trs.filter((tr) => isOn(elementsOf(tr, 'tblHeader')[0])).length);
    expect(heads).toEqual([0, 3, 3]);
    for (const tr of rows.flat()) expect(isOn(elementsOf(tr, 'cantSplit')[0])).toBe(true);
  });

  it('draws the rules of every table and fixes its widths to the text area', async () => {
    for (const table of (await read(sampleReport('panyu'))).tables) {
      const borders = elementsOf(table, 'tblBorders')[0]!;
      for (const side of ['top', 'bottom', 'left', 'right', 'insideH', 'insideV'])
        expect(attributeOf(elementsOf(borders, side)[0], 'val')).toBe('single');
      expect(attributeOf(elementsOf(table, 'tblLayout')[0], 'type')).toBe('fixed');
      const grid = elementsOf(table, 'gridCol').map((column) => Number(attributeOf(column, 'w')));
      // 156 mm in twentieths of a point.
      expect(grid.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8850);
    }
  });

  it('sets official type: 28 points between lines, two characters of indent, the standard families', async () => {
    const styles = parseXml((await read(sampleReport('panyu'))).parts.get('word/styles.xml')!);
    const style = (id: string): XmlElement =>
      elementsOf(styles, 'style').find((one) => attributeOf(one, 'styleId') === id)!;
    const family = (parent: XmlElement): string | null =>
      attributeOf(elementsOf(parent, 'rFonts')[0], 'eastAsia');
    const defaults = elementsOf(styles, 'docDefaults')[0]!;
    expect(family(defaults)).toBe('仿宋_GB2312');
    expect(attributeOf(elementsOf(defaults, 'spacing')[0], 'line')).toBe('560');
    expect(['Title', 'Heading1', 'Heading2'].map((id) => family(style(id)))).toEqual([
      '方正小标宋简体',
      '黑体',
      '楷体_GB2312',
    ]);
    expect(attributeOf(elementsOf(style('OfficialBody'), 'ind')[0], 'firstLineChars')).toBe('200');
  });

  it('names families that stand in for those a machine lacks', async () => {
    const fonts = parseXml((await read(sampleReport('panyu'))).parts.get('word/fontTable.xml')!);
    const body = elementsOf(fonts, 'font').find((font) => attributeOf(font, 'name') === '仿宋_GB2312')!;
    expect(attributeOf(elementsOf(body, 'altName')[0], 'val')).toContain('仿宋');
  });

  it('is A4 upright; only a table that needs the width turns its page', async () => {
    const turned = async (report: Report): Promise<boolean[]> =>
      elementsOf((await read(report)).body, 'pgSz').map(
        (size) => attributeOf(size, 'orient') === 'landscape',
      );
    expect(await turned(sampleReport('panyu'))).toEqual([false]);
    expect(await turned(reportOfWideFigures())).toEqual([false, true, false]);
    const [size] = elementsOf((await read(sampleReport('panyu'))).body, 'pgSz');
    expect([attributeOf(size, 'w'), attributeOf(size, 'h')]).toEqual(['11906', '16838']);
  });

  it('numbers its pages, but not the cover', async () => {
    const file = await read(sampleReport('panyu'), { cover: true });
    const sections = elementsOf(file.body, 'sectPr');
    expect(sections.map((section) => elementsOf(section, 'footerReference').length)).toEqual([0, 1]);
    const footers = [...file.parts].filter(([path]) => /word\/footer\d+\.xml$/u.test(path));
    expect(footers.some(([, xml]) => xml.includes('PAGE'))).toBe(true);
  });

  it('fills the document properties and holds no date of its own', async () => {
    const { parts } = await read(sampleReport('panyu'));
    const core = parts.get('docProps/core.xml')!;
    expect(core).toContain(
      '<dc:title>广州市番禺区人力资源和社会保障局2021年政府信息公开工作年度报告</dc:title>',
    );
    expect(core).toContain('<dc:creator>广州市番禺区人力资源和社会保障局</dc:creator>');
    expect(core).not.toMatch(/dcterms:created/u);
  });

  it('has the same bytes a year later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2025, 0, 13, 9, 30, 20) });
    try {
      const before = await bytesOf(sampleReport('panyu'));
      vi.setSystemTime(new Date(2026, 1, 14, 10, 31, 42));
      expect(await bytesOf(sampleReport('panyu'))).toEqual(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it('marks a report with errors before its title', async () => {
    const [first, second] = (await read(sampleReport('025'))).paragraphs;
    expect(first!.text).toContain('未通过校验');
    expect(second!.style).toBe('Title');
  });

  it('has only well-formed parts, every one of them named in the content types', async () => {
    const { parts } = await read(sampleReport('025'), { cover: true, reviewNotes: true });
    for (const [path, xml] of parts) expect(() => parseXml(xml), path).not.toThrow();
    const types = parseXml(parts.get('[Content_Types].xml')!);
    const defaults = elementsOf(types, 'Default').map((one) => attributeOf(one, 'Extension'));
    const named = elementsOf(types, 'Override').map((one) => attributeOf(one, 'PartName'));
    for (const path of parts.keys())
      expect(named.includes(`/${path}`) || defaults.includes(path.split('.').at(-1)!), path).toBe(true);
    for (const path of named) expect(parts.has(path!.slice(1)), path!).toBe(true);
  });

  it('shows any report as it is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport(), arbitraryText(), async (base, overview) => {
        const report = { ...base, narrative: { ...base.narrative, overview } };
        const file = await read(report);
        expect(readFigures(report, file.tables.map(gridOfDocx))).toEqual(expectedFigures(report));
        const paragraphs = textsOf(file, 'OfficialBody', 'Heading2').filter((text) => text !== '');
        expect(paragraphs).toEqual(expectedParagraphs(report));
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

describe.runIf(hasLibreOffice())('the Word document in LibreOffice', () => {
  it('keeps title, headings, paragraphs and every figure', { timeout: 120_000 }, async () => {
    const reports = new Map<string, Report>([
      ['panyu.docx', sampleReport('panyu')],
      ['different.docx', reportOfDifferentNumbers(2021)],
      ['older.docx', reportOfDifferentNumbers(2020)],
      ['wide.docx', reportOfWideFigures()],
    ]);
    const files = new Map<string, Uint8Array>();
    for (const [name, report] of reports) files.set(name, await bytesOf(report));
    const converted = await convertFiles(files, 'html:HTML (StarWriter)');
    for (const [name, report] of reports) {
      const { document } = new JSDOM(new TextDecoder().decode(converted.get(name))).window;
      const grids = [...document.querySelectorAll('table')].map(gridOfHtml).map(withoutSlivers);
      expect(readFigures(report, grids)).toEqual(expectedFigures(report));
      const texts = [...document.querySelectorAll('p, h1, h2')].map((element) =>
        plain(element.textContent ?? ''),
      );
      for (const text of [...expectedHeadings(report), ...expectedParagraphs(report)])
        expect(texts).toContain(text);
    }
  });
});
