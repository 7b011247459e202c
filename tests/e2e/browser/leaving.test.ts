// A tab that is closed takes with it what is still being written: the browser asks first, and going back loses nothing.
// A tab that is only out of sight keeps everything as it is, a half-typed cell too.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');

describe('leaving the tab', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(() => running.dispose());

  it('for another one and coming back goes on in the cell that was being typed', async () => {
    const { page } = running;
    await createByDialog(page, report);
    await showSection(page, 'requests');
    const cell = cellOf(page, report, 'requests.newlyReceived.naturalPerson');
    await cell.click();
    await page.keyboard.type('1');
    // A page without a screen is never out of sight: it is told so.
    await page.evaluate(() => {
      const seen = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Object.defineProperty(document, 'visibilityState', seen);
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell.innerText()).toBe('12');
    await page.locator('.save-status', { hasText: '已保存' }).waitFor();
  });

  it('for good asks while the last words are not on the disk, and not afterwards', async () => {
    const { page, context, url } = running;
    await showSection(page, 'overview');
    const field = page.locator('.narrative textarea');
    await field.click();
    await page.keyboard.insertText('刚输入的一句');
    const question = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await question).type()).toBe('beforeunload');
    await (await question).dismiss();
    await page.locator('.save-status', { hasText: '已保存' }).waitFor();

    const next = await context.newPage();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    await next.goto(url);
    await showSection(next, 'overview');
    expect(await next.locator('.narrative textarea').inputValue()).toBe('刚输入的一句');
  });
});
