// The whole path on a real published report, in a real browser and in a real Electron window: open, type with real
// key presses, watch the checks, close, open again.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateReport } from '../../shared/engine/evaluate-report';
import { formatCellValue } from '../../shared/report/format-cell-value';
import { sampleReport } from '../helpers/sample-reports';
import {
  cellOf,
  createByDialog,
  readTables,
  showSection,
  typeNarrative,
  typeTables,
} from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

const report = sampleReport('panyu');
const expected = evaluateReport(report);
const DISCLOSED = 'requests.disclosed.commercialEnterprise';

describe.each(WINDOWS)('the Panyu report in %s', (_name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running.dispose());

  it('begins with an empty state that offers 新建 and 打开示例', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '新建年报' }).waitFor();
    expect(await page.getByRole('button', { name: '打开示例' }).isVisible()).toBe(true);
    await createByDialog(page, report);
    expect(await page.locator('.top-bar').innerText()).toContain(report.organisation);
    await expect.poll(() => page.locator('.balance.calm').count()).toBe(7);
  });

  it('is typed into all three tables and the texts: every column balances, two warnings and no error', async () => {
    const { page } = running;
    await typeTables(page, report);
    await typeNarrative(page, report);
    const shown = await readTables(page, report);
    for (const cell of report.form.cells)
      expect([cell.address, shown.get(cell.address)]).toEqual([
        cell.address,
        formatCellValue(expected.totals.values[cell.index]!),
      ]);
    expect(await page.locator('.balance.ok').count()).toBe(7);
    const findings = page.locator('[data-finding]');
    // The list follows the cells by a frame.
    await expect
      .poll(() => findings.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-finding'))))
      .toEqual(['narrative.overviewLength:overview', 'narrative.processingFee:other']);
    expect(await page.locator('.findings-panel .counts').innerText()).not.toContain('错误');
  });

  it('shows the exact difference in strip, findings and cells while one figure is being changed', async () => {
    const { page } = running;
    await showSection(page, 'requests');
    await cellOf(page, report, DISCLOSED).click();
    await page.keyboard.type('3');
    await page.locator('[data-balance="commercialEnterprise"].bad').waitFor();
    expect(await page.locator('[data-balance="commercialEnterprise"]').innerText()).toContain('相差 −3');
    expect(await page.locator('[data-balance="total"]').innerText()).toContain('相差 −3');
    const card = page.locator('[data-finding="requests.balance:commercialEnterprise"]');
    expect(await card.innerText()).toContain('一 0 + 二 0 = 0');
    expect(await card.innerText()).toContain('三（七）3 + 四 0 = 3');
    const total = cellOf(page, report, 'requests.outcomeTotal.commercialEnterprise');
    expect(await total.innerText()).toContain('3');
    expect(await total.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Enter');
    await page.locator('.findings-panel .counts', { hasText: '2 错误' }).waitFor();
  });

  it('jumps from a finding to its cell', async () => {
    const { page } = running;
    await showSection(page, 'overview');
    await page.locator('[data-finding="requests.balance:commercialEnterprise"] .jump').click();
    const first = cellOf(page, report, 'requests.newlyReceived.commercialEnterprise');
    await expect.poll(() => first.evaluate((cell) => cell === document.activeElement)).toBe(true);
  });

  it('settles a warning by a written explanation in place', async () => {
    const { page } = running;
    const card = page.locator('[data-finding="narrative.overviewLength:overview"]');
    await card.getByRole('button', { name: '填写说明' }).click();
    await page.keyboard.insertText('按区里要求逐项写明各平台情况');
    await card.getByRole('button', { name: '保存说明' }).click();
    await card.getByText('已说明：按区里要求逐项写明各平台情况').waitFor();
    await page.locator('.findings-panel .counts', { hasText: '1 已说明' }).waitFor();
  });

  it('takes everything back and does it again', async () => {
    const { page } = running;
    await showSection(page, 'requests');
    await page.locator('[data-command="undo"]').click();
    await page.locator('[data-command="undo"]').click();
    await expect.poll(() => page.locator('.balance.ok').count()).toBe(7);
    await page.locator('[data-command="redo"]').click();
    await expect.poll(() => cellOf(page, report, DISCLOSED).innerText()).toBe('3');
    await page.locator('[data-command="undo"]').click();
    await expect.poll(() => cellOf(page, report, DISCLOSED).innerText()).toBe('0');
  });

  it('is there again after closing and opening, every cell and text', async () => {
    await running.page.locator('.save-status', { hasText: '已保存' }).waitFor();
    running = await running.reopen();
    const { page } = running;
    await page.locator('[data-section]').first().waitFor();
    const shown = await readTables(page, report);
    for (const cell of report.form.cells)
      expect([cell.address, shown.get(cell.address)]).toEqual([
        cell.address,
        formatCellValue(expected.totals.values[cell.index]!),
      ]);
    for (const section of report.form.narratives) {
      await showSection(page, section);
      expect(await page.locator('.narrative textarea').inputValue()).toBe(report.narrative[section]);
    }
    expect(await page.locator('.balance.ok').count()).toBe(7);
  });
});
