// What the print dialog gets: the report or the comparison as it is laid out, and afterwards nothing of it remains.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyReport } from '../../../shared/report/report';
import { formForYear } from '../../../shared/forms/form-registry';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { expectedHeadings } from '../../helpers/printed-report';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const reportOf = (year: number) =>
  emptyReport(formForYear(year)!, { organisation: '某县某某局', scope: 'own', year });

declare global {
  interface Window {
    printedTexts: string[];
  }
}

describe('printing', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
    // The system's dialog is the edge: what stands in the page at that moment is what it prints.
    await running.page.evaluate(() => {
      window.printedTexts = [];
      window.print = () => {
        window.printedTexts.push(document.querySelector('#printed')?.textContent ?? '');
      };
    });
    for (const year of [2021, 2022]) {
      await createByDialog(running.page, reportOf(year));
      await showSection(running.page, 'requests');
      await cellOf(running.page, reportOf(year), 'requests.newlyReceived.naturalPerson').click();
      await running.page.keyboard.type(String(year - 2000));
      await running.page.keyboard.press('Enter');
    }
  });
  afterAll(() => running.dispose());

  const printed = async (): Promise<string> => {
    await running.page.locator('dialog[open]').getByRole('button', { name: '打印…' }).click();
    await running.page.waitForFunction(() => window.printedTexts.length > 0);
    expect(await running.page.locator('#printed').count()).toBe(0);
    return running.page.evaluate(() => window.printedTexts.shift()!);
  };

  it('hands the whole report over', async () => {
    await running.page.getByRole('button', { name: '导出' }).click();
    await running.page.locator('[data-command="preview"]').click();
    const text = await printed();
    for (const heading of expectedHeadings(reportOf(2022))) expect(text).toContain(heading);
    await running.page.keyboard.press('Escape');
  });

  it('hands the comparison with last year over', async () => {
    await running.page.locator('[data-command="compare"]').click();
    const text = await printed();
    expect(text).toContain('2021');
    expect(text).toMatch(/21.*22.*\+1/su);
  });
});
