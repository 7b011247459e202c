// A command that is given while a figure is being typed takes the figure along: what is saved, printed or left behind is
// what the window shows. A figure that is refused is seen to first.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { enteredValue } from '../../shared/report/report';
import { readReportFile } from '../../shared/formats/report-file/report-file';
import { samplePath, sampleReport } from '../helpers/sample-reports';
import { cellOf, showSection } from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

const report = sampleReport('016');
const CELL = 'requests.newlyReceived.naturalPerson';

describe.each(WINDOWS)('a command while a figure is being typed, in %s', (_, launch) => {
  let running: RunningWindow;
  let page: Page;
  beforeAll(async () => {
    running = await launch();
    page = running.page;
    await running.openFile(samplePath('016'));
  });
  afterAll(() => running.dispose());

  const type = async (text: string): Promise<void> => {
    await showSection(page, 'requests');
    await cellOf(page, report, CELL).click();
    await page.keyboard.type(text);
  };
  const shown = (): Promise<string> => cellOf(page, report, CELL).innerText();
  const isTyping = async (): Promise<boolean> => (await page.locator('.cell-editor').count()) > 0;

  it('saves the figure with the report and leaves the keyboard in its cell', async () => {
    await type('81');
    const bytes = await running.savedBy(() => page.keyboard.press('Control+Shift+s'));
    const read = readReportFile(bytes);
    expect(read.ok && enteredValue(read.report, CELL)).toBe(81);
    expect(await isTyping()).toBe(false);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('82');
    await page.keyboard.press('Enter');
    await expect.poll(shown).toBe('82');
  });

  it('does nothing while the figure is refused, and says why at the cell', async () => {
    await type('8x');
    await page.keyboard.press('Control+h');
    await page.locator('.cell-refusal', { hasText: '数' }).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await isTyping()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await shown()).toBe('82');
  });

  it('takes back what is typed in the cell, not the step before it', async () => {
    await type('9');
    await page.keyboard.press('Control+z');
    expect(await isTyping()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await shown()).toBe('82');
  });

  it('keeps the figure of the year that is left for the next one', async () => {
    await type('83');
    await page.keyboard.press('Control+Shift+n');
    await page.locator('.top-bar .unit', { hasText: '2023 年度' }).waitFor();
    expect(await shown()).toBe('');
    await page.locator('.navigation button', { hasText: '2022' }).first().click();
    await page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
    await expect.poll(shown).toBe('83');
  });

  it('keeps an explanation that is being written when a cell is clicked or another report opened', async () => {
    await running.openFile(samplePath('015'));
    await page.locator('.navigation button', { hasText: '2022' }).first().click();
    await page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
    const finding = (name: string) => page.locator('.finding', { hasText: `${name} 本年处理决定数量` });
    const write = async (name: string, text: string): Promise<void> => {
      await finding(name).getByRole('button', { name: '填写说明' }).click();
      await page.keyboard.type(text);
    };
    await write('行政许可', '新增事项');
    await cellOf(page, report, CELL).click();
    await finding('行政许可').locator('.explanation', { hasText: '已说明：新增事项' }).waitFor();
    await write('行政强制', '不要了');
    await page.keyboard.press('Escape');
    expect(await finding('行政强制').locator('.explanation').count()).toBe(0);
    await write('行政处罚', '专项整治');
    await page.keyboard.press('Control+Shift+n');
    await page.locator('.top-bar .unit', { hasText: '2023 年度' }).waitFor();
    await page.locator('.navigation button', { hasText: '2022' }).first().click();
    await finding('行政处罚').locator('.explanation', { hasText: '已说明：专项整治' }).waitFor();
    expect(await finding('行政强制').locator('.explanation').count()).toBe(0);
  });
});
