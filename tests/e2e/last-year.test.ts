// Last year in the cells of the tables, in both windows: switched on by a key, followed while typing, without a trace in
// what is copied or read out of the cells, and remembered.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeComplaints } from '../helpers/axe';
import { samplePath, sampleReport } from '../helpers/sample-reports';
import { cellOf, showSection } from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

const report = sampleReport('016');
const CELL = 'requests.newlyReceived.naturalPerson';
const TOTAL = 'requests.newlyReceived.total';

/** What the style sheet draws of last year in a cell; “none” for nothing. */
function drawnIn(page: Page, address: string): Promise<string> {
  return cellOf(page, report, address).evaluate((cell) =>
    getComputedStyle(cell, '::before').content.replace(/^"|"( \/ "")?$/gu, ''),
  );
}

describe.each(WINDOWS)('last year in the cells in %s', (_name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
    for (const sample of ['014', '015', '016']) await running.openFile(samplePath(sample));
    await showSection(running.page, 'requests');
  });
  afterAll(() => running.dispose());

  it('appears at a key, with the rate for whoever asks, and the whole table stays in view', async () => {
    const { page } = running;
    expect(await drawnIn(page, CELL)).toBe('none');
    const sheet = page.locator('.table-grid .sheet');
    const before = await sheet.boundingBox();
    await page.keyboard.press('Control+Shift+l');
    await expect.poll(() => drawnIn(page, CELL)).toBe('64 +7');
    expect(await drawnIn(page, TOTAL)).toBe('70 +4');
    expect(await cellOf(page, report, CELL).getAttribute('aria-description')).toBe('上年 64，+7（+10.9%）');
    expect(await cellOf(page, report, CELL).getAttribute('title')).toBe('上年 64，+7（+10.9%）');
    expect(await sheet.boundingBox()).toEqual(before);
    expect(await axeComplaints(page)).toEqual([]);
  });

  it('follows every digit, and a large change gets its arrow', async () => {
    const { page } = running;
    await cellOf(page, report, CELL).click();
    await page.keyboard.type('1');
    await expect.poll(() => drawnIn(page, CELL)).toBe('64 ▼63');
    expect(await drawnIn(page, TOTAL)).toBe('70 ▼66');
    await page.keyboard.type('64');
    await expect.poll(() => drawnIn(page, CELL)).toBe('64 ▲100');
    expect(await cellOf(page, report, CELL).getAttribute('data-swing')).toBe('rise');
    await page.keyboard.press('Escape');
    await expect.poll(() => drawnIn(page, CELL)).toBe('64 +7');
  });

  it('leaves copied figures alone', async () => {
    const { page } = running;
    await cellOf(page, report, CELL).click();
    const copied = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener(
            'copy',
            (event) => queueMicrotask(() => resolve(event.clipboardData?.getData('text/plain') ?? '')),
            { once: true },
          );
        }),
    );
    await page.keyboard.press('Control+c');
    expect((await copied).trim()).toBe('71');
    expect(await cellOf(page, report, CELL).innerText()).toBe('71');
  });

  it('says 口径不同 with its reason across the layouts, and is remembered from year to year', async () => {
    const { page } = running;
    await page.locator('.navigation').getByRole('button', { name: /^2021/u }).click();
    await page.locator('.top-bar .unit', { hasText: '2021 年度' }).waitFor();
    const other = 'requests.otherHandling.other.naturalPerson';
    await expect.poll(() => drawnIn(page, other)).toBe('口径不同');
    expect(await cellOf(page, report, other).getAttribute('title')).toContain(
      '各项合计：上年 4，今年 1，增减 −3',
    );
    await showSection(page, 'proactive');
    await expect.poll(() => drawnIn(page, 'proactive.licensing.decisionsThisYear')).toBe('—');
  });

  it('is not there without last year, and the command says why', async () => {
    const { page } = running;
    await page.locator('[data-command="last-year-line"][aria-pressed="true"]').click();
    await page.locator('.navigation').getByRole('button', { name: /^2020/u }).click();
    await page.locator('.top-bar .unit', { hasText: '2020 年度' }).waitFor();
    await page.locator('[data-command="last-year-line"]').click();
    await page.locator('.notice', { hasText: '没有这个单位上一年度的报告' }).waitFor();
    expect(await page.locator('[data-command="last-year-line"]').getAttribute('aria-pressed')).toBe('false');
  });
});
