// The tables inside the whole application, in both windows: the report of 166 different numbers by digits and Enter,
// whole tables through the real clipboard into another report, undo by Ctrl+Z with the focus in its place.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '../../shared/forms/compile-form';
import { formatCellValue } from '../../shared/report/format-cell-value';
import { enteringOrder } from '../../shared/clipboard/move-in-sheet';
import { figureSheet } from '../../shared/clipboard/figure-sheet';
import { axeComplaints } from '../helpers/axe';
import { reportOfDifferentNumbers } from '../helpers/report-of-different-numbers';
import { cellOf, createByDialog, readTables, showSection } from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

const report = reportOfDifferentNumbers();

describe.each(WINDOWS)('the tables in %s', (_name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running.dispose());

  async function entered(): Promise<Map<string, string>> {
    const shown = await readTables(running.page, report);
    return new Map(
      [...shown].filter(([address]) => !report.form.cells.find((cell) => cell.address === address)!.operands),
    );
  }

  const expected = new Map(
    report.form.entered.map((index) => [
      report.form.cells[index]!.address as string,
      formatCellValue(report.values[index]!),
    ]),
  );

  it('are filled with digits and Enter alone, from the first cell of 表二 to the last of 表四', async () => {
    const { page } = running;
    await createByDialog(page, report);
    const tables = tablesOf(report.form.definition);
    await showSection(page, tables[0]!.key);
    const order = tables.flatMap((table) => enteringOrder(figureSheet(report.form, table), 'down'));
    await cellOf(page, report, order[0]!.address).click();
    for (const cell of order) {
      await page.keyboard.type(formatCellValue(report.values[cell.index]!));
      await page.keyboard.press('Enter');
    }
    expect(await entered()).toEqual(expected);
  });

  it('are copied whole, blanked, and put back into their places from another table', async () => {
    const { page } = running;
    const tables = tablesOf(report.form.definition);
    for (const [at, table] of tables.entries()) {
      await showSection(page, table.key);
      await page.locator('[data-cell]').first().click();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      await page.keyboard.press('Delete');
      expect(await page.locator('[data-cell]').first().innerText()).toBe('');
      await showSection(page, tables[(at + 1) % tables.length]!.key);
      await page.locator('[data-cell]').first().click();
      await page.keyboard.press('Control+v');
    }
    expect(await entered()).toEqual(expected);
  });

  it('keep the focus after Ctrl+Z', async () => {
    const { page } = running;
    await showSection(page, 'requests');
    const cell = cellOf(page, report, 'requests.disclosed.naturalPerson');
    const before = await cell.innerText();
    await cell.click();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    expect(await cell.innerText()).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to say in any view, %s', async (colorScheme) => {
    const { page } = running;
    await page.emulateMedia({ colorScheme });
    for (const { key } of report.form.definition.sections) {
      await showSection(page, key);
      await page.locator(`[data-section="${key}"][aria-current]`).waitFor();
      expect([key, await axeComplaints(page)]).toEqual([key, []]);
    }
    await page.locator('[data-command="new-report"]').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});
