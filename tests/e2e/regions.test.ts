// Without a mouse: F6 takes the keyboard from a table to the findings, the commands, the list and back.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleReport } from '../helpers/sample-reports';
import { createByDialog, showSection } from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

describe.each(WINDOWS)('the keyboard in %s', (_name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
    await running.page.getByRole('button', { name: '打开示例' }).click();
    await running.page.locator('[data-section]').first().waitFor();
  });
  afterAll(() => running.dispose());

  it('goes round the parts of the window and comes back to its cell', async () => {
    const { page } = running;
    await showSection(page, 'requests');
    await page.locator('[data-cell]').first().waitFor();
    const isIn = (part: string) =>
      page.evaluate((one) => document.activeElement?.closest(one) !== null, part);
    await expect.poll(() => isIn('.section')).toBe(true);
    const cell = await page.evaluate(() => document.activeElement?.id);
    for (const part of ['.findings-panel', '.foot', '.top-bar', '.navigation', '.section']) {
      await page.keyboard.press('F6');
      expect([part, await isIn(part)]).toEqual([part, true]);
    }
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(cell);
    await page.keyboard.press('Shift+F6');
    expect(await isIn('.navigation')).toBe(true);
  });

  it('has the keyboard back in its cell when a dialog closes, and after undo', async () => {
    const { page } = running;
    const cell = page.locator('[data-cell="25"]');
    for (const shortcut of ['Control+F1', 'Control+l', 'Control+p', 'Control+n']) {
      await cell.click();
      await page.keyboard.press(shortcut);
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await expect.poll(() => cell.evaluate((one) => one === document.activeElement)).toBe(true);
    }
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null))
      .toBe(true);
  });

  it('is in the first place to type in as soon as a report opens', async () => {
    const { page } = running;
    await createByDialog(page, sampleReport('016'));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.section') !== null))
      .toBe(true);
  });
});
