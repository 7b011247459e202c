// The workbook is read from its zipped XML alone, and recalculated by LibreOffice.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { writeExcel } from '../../../shared/formats/excel/write-excel';
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
import {
  areaOfName,
  boundsOf,
  contains,
  gridOfArea,
  readWorkbook,
  referenceOf,
  sheetNamed,
  type Workbook,
} from '../../helpers/read-workbook';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';
import { plain } from '../../helpers/table-grid';
import { attributeOf, elementsOf, parseXml } from '../../helpers/zipped-xml';

const SAMPLES = ['panyu', '014', '015', '016', '025', '034'];

function workbookOf(report: Report, previous?: Report): Workbook {
  return readWorkbook(bytesOf(report, previous));
}

function bytesOf(report: Report, previous?: Report): Uint8Array {
  return writeExcel(buildReportDocument(evaluateReport(report, previous), { reviewNotes: true }));
}

/** The figures on the sheets of the tables, found by the workbook's own names for the tables. */
function figuresOnSheets(report: Report, workbook: Workbook): Map<string, string> {
  const grids = tablesOf(report.form.definition).map(({ key }) => {
    const { sheet, area } = areaOfName(workbook.names.get(key)!);
    return gridOfArea(sheetNamed(workbook, sheet), area);
  });
  return readFigures(report, grids);
}

/** The figures on the sheet of the whole report: its tables are the bordered blocks below their headings. */
function figuresInReport(report: Report, workbook: Workbook): Map<string, string> {
  const sheet = sheetNamed(workbook, '报告');
  const tables = tablesOf(report.form.definition);
  const grids = tables.map((table) => {
    const heading = [...sheet.cells.values()].find(({ text }) => text === `${table.number}、${table.label}`)!;
    const { area } = areaOfName(workbook.names.get(table.key)!);
    const { top, bottom } = boundsOf(area);
    const first = boundsOf(heading.reference).top + 1;
    return gridOfArea(sheet, `A${first}:${lastColumn(workbook)}${first + bottom - top}`);
  });
  return readFigures(report, grids);
}

function lastColumn(workbook: Workbook): string {
  const title = attributeOf(elementsOf(sheetNamed(workbook, '报告').xml, 'mergeCell')[0], 'ref')!;
  return /^A1:([A-Z]+)1$/u.exec(title)![1]!;
}

function textsInReport(workbook: Workbook): string[] {
  return [...sheetNamed(workbook, '报告').cells.values()].map(({ text }) => plain(text));
}

describe('the workbook of a report', () => {
  it.each(SAMPLES)(
    'holds every figure of sample %s on the sheets of its tables and on the report',
    (name) => {
      const report = sampleReport(name);
      const workbook = workbookOf(report);
      expect(figuresOnSheets(report, workbook)).toEqual(expectedFigures(report));
      expect(figuresInReport(report, workbook)).toEqual(expectedFigures(report));
    },
  );

  it.each([2020, 2021])('puts 166 different numbers of %i into their own cells', (year) => {
    const report = reportOfDifferentNumbers(year);
    const workbook = workbookOf(report);
    expect(figuresOnSheets(report, workbook)).toEqual(expectedFigures(report));
    expect(figuresInReport(report, workbook)).toEqual(expectedFigures(report));
  });

  it('has the whole report, one sheet a table and the review notes', () => {
    const names = workbookOf(sampleReport('panyu')).sheets.map((sheet) => sheet.name);
    expect(names).toEqual(['报告', '表二', '表三', '表四', '审核说明']);
  });

  it('holds title, section titles and paragraphs on the report in their order', () => {
    const report = sampleReport('panyu');
    const texts = textsInReport(workbookOf(report));
    const wanted = [
      '广州市番禺区人力资源和社会保障局2021年政府信息公开工作年度报告',
      ...expectedHeadings(report),
      ...expectedParagraphs(report),
    ];
    for (const text of wanted) expect(texts).toContain(text);
    const order = expectedHeadings(report).map((heading) => texts.indexOf(heading));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('computes every computed cell by a SUM and leaves no formula in an entered one', () => {
    const report = reportOfDifferentNumbers();
    const workbook = workbookOf(report);
    const cells = workbook.sheets.slice(1, 4).flatMap((sheet) => [...sheet.cells.values()]);
    const formulas = cells.filter(({ formula }) => formula !== undefined);
    expect(formulas).toHaveLength(report.form.computed.length);
    for (const { formula } of formulas) expect(formula).toMatch(/^IF\(COUNT\(.+\)=0,.+,SUM\(.+\)\)$/u);
  });

  it('writes amounts with every digit they have', () => {
    const report = sampleReport('015');
    const sheet = sheetNamed(workbookOf(report), '表二');
    const amount = [...sheet.cells.values()].find(({ text }) => text === '24252.311082')!;
    expect(amount.isNumber).toBe(true);
    const styles = parseXml(workbookOf(report).parts.get('xl/styles.xml')!);
    const format = attributeOf(elementsOf(elementsOf(styles, 'cellXfs')[0]!, 'xf')[amount.style], 'numFmtId');
    const code = elementsOf(styles, 'numFmt').find((one) => attributeOf(one, 'numFmtId') === format)!;
    expect(attributeOf(code, 'formatCode')).toBe('0.000000');
  });

  it('draws every rule of every table, those of merged cells included', () => {
    const workbook = workbookOf(sampleReport('panyu'));
    const styles = parseXml(workbook.parts.get('xl/styles.xml')!);
    const borders = elementsOf(elementsOf(styles, 'cellXfs')[0]!, 'xf').map((xf) =>
      attributeOf(xf, 'borderId'),
    );
    for (const sheet of workbook.sheets) {
      const merges = sheet.merges.map(boundsOf);
      const isBordered = (row: number, column: number): boolean =>
        borders[sheet.cells.get(referenceOf(row, column))?.style ?? 0] === '1';
      const begins = [...sheet.cells.values()].map(({ reference }) => boundsOf(reference));
      for (const { top, left } of begins.filter((place) => isBordered(place.top, place.left))) {
        const area = merges.find((one) => one.top === top && one.left === left);
        const { bottom, right } = area ?? { bottom: top, right: left };
        const isFirst =
          area !== undefined || !merges.some((one) => contains(one, { top, left, bottom: top, right: left }));
        if (!isFirst) continue;
        // A rule stands when the cell on either side of it has it.
        for (let row = top; row <= bottom; row += 1) {
          expect(isBordered(row, left) || isBordered(row, left - 1)).toBe(true);
          expect(isBordered(row, right) || isBordered(row, right + 1)).toBe(true);
        }
        for (let column = left; column <= right; column += 1) {
          expect(isBordered(top, column) || isBordered(top - 1, column)).toBe(true);
          expect(isBordered(bottom, column) || isBordered(bottom + 1, column)).toBe(true);
        }
      }
    }
  });

  it('protects everything but the entered cells and says there what may be typed', () => {
    const report = sampleReport('panyu');
    const workbook = workbookOf(report);
    const styles = parseXml(workbook.parts.get('xl/styles.xml')!);
    const locked = elementsOf(elementsOf(styles, 'cellXfs')[0]!, 'xf').map(
      (xf) => attributeOf(elementsOf(xf, 'protection')[0]!, 'locked') !== '0',
    );
    for (const sheet of workbook.sheets) expect(elementsOf(sheet.xml, 'sheetProtection')).toHaveLength(1);
    const open = workbook.sheets.flatMap((sheet) =>
      [...sheet.cells.values()]
        .filter(({ style }) => !locked[style])
        .map(({ reference }) => `${sheet.name}!${reference}`),
    );
    const validated = workbook.sheets.flatMap((sheet) =>
      elementsOf(sheet.xml, 'dataValidation').flatMap((rule) =>
        attributeOf(rule, 'sqref')!
          .split(' ')
          .flatMap(cellsOf)
          .map((reference) => `${sheet.name}!${reference}`),
      ),
    );
    expect(validated).toHaveLength(report.form.entered.length);
    expect(open).toEqual(expect.arrayContaining(validated));
  });

  it('prints on A4, each table on one page, the head of 表三 on every page', () => {
    const workbook = workbookOf(sampleReport('panyu'));
    for (const sheet of workbook.sheets) {
      const setup = elementsOf(sheet.xml, 'pageSetup')[0]!;
      expect(attributeOf(setup, 'paperSize')).toBe('9');
      expect(attributeOf(setup, 'fitToWidth')).toBe('1');
      expect(attributeOf(setup, 'fitToHeight')).toBe(sheet.name.startsWith('表') ? '1' : '0');
    }
    expect(workbook.names.get('_xlnm.Print_Titles')).toMatch(/^表[三四]!\$\d+:\$\d+$/u);
  });

  it('keeps the order of elements that ECMA-376 prescribes for a worksheet', () => {
    const order = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'sheetProtection',
      'mergeCells',
      'conditionalFormatting',
      'dataValidations',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'rowBreaks',
    ];
    for (const { xml } of workbookOf(sampleReport('025')).sheets) {
      const places = [...xml.children].map((element) => order.indexOf(element.name));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it('keeps text that begins like a formula as text', () => {
    const narrative = { overview: '=HYPERLINK("http://x")\n+1\n-1\n@SUM(A1)' };
    const organisation = '=cmd|局';
    const workbook = workbookOf({ ...sampleReport('panyu'), organisation, narrative });
    const report = sheetNamed(workbook, '报告');
    for (const { formula } of report.cells.values())
      if (formula) expect(formula).toMatch(/^IF\(表[二三四]![A-Z]+\d+="","",表[二三四]![A-Z]+\d+\)$/u);
    const title = report.cells.get('A1')!;
    expect(title.text).toBe('=cmd|局2021年政府信息公开工作年度报告');
    expect(workbook.parts.get('xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('marks a report with errors on every sheet that may be printed alone', () => {
    const workbook = workbookOf(sampleReport('025'));
    for (const name of ['报告', '表二', '表三', '表四'])
      expect(sheetNamed(workbook, name).cells.get('A1')!.text).toContain('未通过校验');
  });

  it('carries a paragraph of 3,000 characters over rows that Excel can show', () => {
    const overview = '三千字的一段。'.repeat(430).slice(0, 3000);
    const workbook = workbookOf({ ...sampleReport('panyu'), narrative: { overview } });
    const { xml, cells } = sheetNamed(workbook, '报告');
    for (const row of elementsOf(xml, 'row'))
      expect(Number(attributeOf(row, 'ht') ?? 0)).toBeLessThanOrEqual(409);
    const rows = [...cells.values()].map(({ text }) => text);
    const start = rows.findIndex((text) => text.startsWith('\u3000\u3000三千字'));
    expect(rows.slice(start).join('').slice(2)).toMatch(new RegExp(`^${overview}`, 'u'));
  });

  it('shows any report as it is', () => {
    fc.assert(
      fc.property(arbitraryReport(), arbitraryText(), (base, overview) => {
        const report = { ...base, narrative: { overview } };
        const workbook = workbookOf(report);
        expect(figuresOnSheets(report, workbook)).toEqual(expectedFigures(report));
        expect(textsInReport(workbook).join(' ').replaceAll(/\s/gu, '')).toContain(
          expectedParagraphs(report).join(' ').replaceAll(/\s/gu, ''),
        );
      }),
      { numRuns: 15 },
    );
  });
});

function cellsOf(area: string): string[] {
  const { top, bottom, left, right } = boundsOf(area);
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, at) => {
    const width = right - left + 1;
    return String.fromCharCode(64 + left + (at % width)) + String(top + Math.floor(at / width));
  });
}
