// Without a mouse: F6 takes the keyboard from a table to the findings, the commands, the list and back.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showSection } from '../helpers/type-report';
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
});
