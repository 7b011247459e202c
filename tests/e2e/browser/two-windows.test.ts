// Two tabs on the same data: one edits, the other says so and follows, and takes over when the first one goes.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');
const CELL = 'requests.newlyReceived.naturalPerson';

let running: RunningChromium;
beforeAll(async () => {
  running = await launchChromium();
});
afterAll(() => running.dispose());

async function typeInto(page: Page, figure: string): Promise<void> {
  await cellOf(page, report, CELL).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
}

it('lets one tab edit, the other follow, and the other edit when the first is closed', async () => {
  const first = running.page;
  await createByDialog(first, report);
  await showSection(first, 'requests');
  await typeInto(first, '4');
  await first.locator('.save-status', { hasText: '已保存' }).waitFor();

  const second = await running.context.newPage();
  await second.goto(running.url);
  await second.locator('.following', { hasText: '另一个窗口正在编辑' }).waitFor();
  await showSection(second, 'requests');
  await expect.poll(() => cellOf(second, report, CELL).innerText()).toBe('4');
  await typeInto(second, '9');
  expect(await cellOf(second, report, CELL).innerText()).toBe('4');

  await first.bringToFront();
  await typeInto(first, '5');
  await expect.poll(() => cellOf(second, report, CELL).innerText()).toBe('5');

  await first.close();
  await second.locator('.following').waitFor({ state: 'detached' });
  await typeInto(second, '6');
  await second.locator('.save-status', { hasText: '已保存' }).waitFor();
  await second.reload();
  await showSection(second, 'requests');
  await expect.poll(() => cellOf(second, report, CELL).innerText()).toBe('6');
});
