// A published report whose printed totals are wrong: ours stand beside theirs, and 采用计算值 settles them.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { samplePath, sampleReport } from '../../helpers/sample-reports';
import { cellOf, showSection } from '../../helpers/type-report';

const report = sampleReport('034');
const TOTAL = 'requests.outcomeTotal.naturalPerson';
const FINDING = '[data-finding="requests.outcomeTotal:outcomeTotal.naturalPerson"]';

describe('the report with totals in the wrong columns', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
    const chooser = running.page.waitForEvent('filechooser');
    await running.page.locator('[data-command="open-file"]').click();
    await (await chooser).setFiles(samplePath('034'));
    await running.page.locator('.top-bar', { hasText: report.organisation }).waitFor();
    await showSection(running.page, 'requests');
  });
  afterAll(() => running.dispose());

  it('shows both figures, the difference and where the figure may belong, while all columns balance', async () => {
    const { page } = running;
    await expect.poll(() => page.locator('[data-finding^="requests.outcomeTotal"]').count()).toBe(2);
    const card = await page.locator(FINDING).innerText();
    expect(card).toContain('按明细合计 16');
    expect(card).toContain('原文填报 18');
    expect(card).toContain('相差 −2');
    expect(card).toContain('记错了列');
    expect(await cellOf(page, report, TOTAL).innerText()).toMatch(/16[\s\S]*18|18[\s\S]*16/u);
    expect(await page.locator('.balance.ok').count()).toBe(7);
  });

  it('is settled total by total, and each can be undone', async () => {
    const { page } = running;
    await page.locator(FINDING).getByRole('button', { name: '采用计算值' }).click();
    await page.locator(FINDING).waitFor({ state: 'detached' });
    expect(await cellOf(page, report, TOTAL).innerText()).toBe('16');
    await page.locator('[data-command="undo"]').click();
    await page.locator(FINDING).waitFor();
    await page.getByRole('button', { name: /全部采用计算值/u }).click();
    await expect.poll(() => page.locator('[data-finding^="requests.outcomeTotal"]').count()).toBe(0);
  });

  it('loses a printed total when a figure below it is edited', async () => {
    const { page } = running;
    await page.locator('[data-command="undo"]').click();
    await page.locator(FINDING).waitFor();
    await cellOf(page, report, 'requests.disclosed.naturalPerson').click();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.locator(FINDING).waitFor({ state: 'detached' });
  });
});
