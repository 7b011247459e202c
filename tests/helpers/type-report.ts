// Types a report into the real window with real key presses, cell by cell and text by text, as a clerk would.

import type { Page } from 'playwright-core';
import type { FormCell } from '../../shared/forms/compile-form';
import { tablesOf } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { CellAddress } from '../../shared/forms/cell-address';
import { formatCellValue } from '../../shared/report/format-cell-value';
import type { Report } from '../../shared/report/report';

/** Makes a new report in the window by its dialog; the unit, scope and year are those of the report. */
export async function createByDialog(page: Page, report: Report): Promise<void> {
  await page.locator('[data-command="new-report"]').click();
  await page.getByLabel('单位名称').fill(report.organisation);
  if (report.scope === 'consolidated') await page.getByRole('radio', { name: '汇总' }).check();
  await page.getByLabel('报告年度').selectOption(String(report.year));
  await page.getByRole('button', { name: '新建', exact: true }).last().click();
  // Another report may have been open before.
  const shown = page.locator('.top-bar .unit', { hasText: report.organisation });
  await shown.filter({ hasText: `${report.year} 年度` }).waitFor();
  await page.locator('[data-section]').first().waitFor();
}

/** Opens a section from the list on the left. */
export async function showSection(page: Page, section: string): Promise<void> {
  await page.locator(`[data-section="${section}"]`).click();
}

/** The cell of an address on the screen; its table must be open. */
export function cellOf(page: Page, report: Report, address: string) {
  return page.locator(`[data-cell="${report.form.indexByAddress.get(address)}"]`);
}

/** Types every entered value of every table with digits and Enter; the mouse only chooses where a column begins. */
export async function typeTables(page: Page, report: Report): Promise<void> {
  for (const table of tablesOf(report.form.definition)) {
    for (const column of columnsOf(report, table)) {
      // Enter behind the last cell of a table goes on in the next one.
      await showSection(page, table.key);
      await cellOf(page, report, column[0]!.address).click();
      for (const cell of column) {
        await page.keyboard.type(formatCellValue(report.values[cell.index]!));
        await page.keyboard.press('Enter');
      }
    }
  }
}

/** Writes the narrative sections, each in one go as a paste from elsewhere would. */
export async function typeNarrative(page: Page, report: Report): Promise<void> {
  for (const section of report.form.narratives) {
    await showSection(page, section);
    const field = page.locator('.narrative textarea');
    await field.click();
    await page.keyboard.insertText(report.narrative[section] ?? '');
  }
}

/** What the window shows in every cell of every table, by address, thousands separators removed. */
export async function readTables(page: Page, report: Report): Promise<Map<CellAddress, string>> {
  const shown = new Map<CellAddress, string>();
  for (const table of tablesOf(report.form.definition)) {
    await showSection(page, table.key);
    const cells = report.form.cells.filter((cell) => cell.table === table);
    await page.locator(`[data-cell="${cells[0]!.index}"]`).waitFor();
    const texts = await page.evaluate(
      (indices) =>
        indices.map((index) => document.querySelector(`[data-cell="${index}"]`)?.textContent ?? null),
      cells.map((cell) => cell.index),
    );
    for (const [at, cell] of cells.entries()) {
      const text = texts[at];
      if (text === null || text === undefined) throw new Error(`${cell.address} is not on the screen`);
      shown.set(cell.address, text.replaceAll(',', ''));
    }
  }
  return shown;
}

/** The entered cells that Enter goes through without leaving a column. */
function columnsOf(report: Report, table: TableDefinition): readonly (readonly FormCell[])[] {
  return table.blocks.flatMap((block) =>
    block.columns.flatMap((column) => {
      const cells = report.form.cells.filter(
        (cell) => cell.block === block && cell.column === column && !cell.operands,
      );
      if (table.arrangement === 'side-by-side') return cells.map((cell) => [cell]);
      return cells.length === 0 ? [] : [cells];
    }),
  );
}
