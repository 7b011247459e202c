// A tab that is closed takes with it what is still being written: the browser asks first, and going back loses nothing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { createByDialog, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');

describe('closing the tab', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(() => running.dispose());

  it('asks while the last words are not on the disk, and not afterwards', async () => {
    const { page, context, url } = running;
    await createByDialog(page, report);
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
