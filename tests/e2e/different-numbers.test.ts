// The report in which every entered cell holds another number, typed, stored, exported and read back: real reports
// are nearly all zeros, and a swapped row would pass unseen.

import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReportFile } from '../../shared/formats/report-file/report-file';
import { tablesOf } from '../../shared/forms/compile-form';
import { convertFiles, hasLibreOffice } from '../helpers/libre-office';
import { expectedFigures, expectedParagraphs, readFigures } from '../helpers/printed-report';
import { areaOfName, gridOfArea, readWorkbook, sheetNamed, type Workbook } from '../helpers/read-workbook';
import { reportOfDifferentNumbers } from '../helpers/report-of-different-numbers';
import { gridOfHtml, plain } from '../helpers/table-grid';
import { createByDialog, readTables, typeNarrative, typeTables } from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

const report = reportOfDifferentNumbers();

function figuresOf(workbook: Workbook): Map<string, string> {
  const grids = tablesOf(report.form.definition).map(({ key }) => {
    const { sheet, area } = areaOfName(workbook.names.get(key)!);
    return gridOfArea(sheetNamed(workbook, sheet), area);
  });
  return readFigures(report, grids);
}

describe.each(WINDOWS)('the report of 166 different numbers in %s', (_name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running.dispose());

  const exportAs = (command: string): Promise<Uint8Array> =>
    running.savedBy(async () => {
      await running.page.getByRole('button', { name: '导出' }).click();
      await running.page.locator(`[data-command="${command}"]`).click();
    });

  it('shows every number at its place after typing, closing and opening', async () => {
    await createByDialog(running.page, report);
    await typeTables(running.page, report);
    await typeNarrative(running.page, report);
    await running.page.locator('.save-status', { hasText: '已保存' }).waitFor();
    running = await running.reopen();
    await running.page.locator('[data-section]').first().waitFor();
    expect(await readTables(running.page, report)).toEqual(expectedFigures(report));
  });

  it('leaves as a report file that holds exactly what was typed', async () => {
    const bytes = await running.savedBy(() => running.page.locator('[data-command="save-as"]').click());
    const restored = readReportFile(bytes);
    expect(restored.ok && restored.report.values).toEqual(report.values);
    expect(restored.ok && restored.report.narrative).toEqual(report.narrative);
  });

  it('leaves as a workbook with every number in its cell, also as LibreOffice computes it anew', async () => {
    const bytes = await exportAs('export-xlsx');
    expect(figuresOf(readWorkbook(bytes))).toEqual(expectedFigures(report));
    if (!hasLibreOffice()) return;
    const converted = await convertFiles(new Map([['report.xlsx', bytes]]), 'xlsx');
    expect(figuresOf(readWorkbook(converted.get('report.xlsx')!))).toEqual(expectedFigures(report));
  });

  it('leaves as a Word document with every number and paragraph at its place', async () => {
    const html = new TextDecoder().decode(await exportAs('export-word-html'));
    const { document } = new JSDOM(html).window;
    const grids = [...document.querySelectorAll('table[border="1"]')].map(gridOfHtml);
    expect(readFigures(report, grids)).toEqual(expectedFigures(report));
    const paragraphs = [...document.querySelectorAll('p, h2')].map((one) => plain(one.textContent ?? ''));
    for (const paragraph of expectedParagraphs(report)) expect(paragraphs).toContain(paragraph);
  });
});
