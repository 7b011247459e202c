// A full disk: what is shown stays in memory, says 未保存 until it is over, and can still leave as a report file.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReportFile } from '../../../shared/formats/report-file/report-file';
import { enteredValue } from '../../../shared/report/report';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');
const RECEIVED = 'requests.newlyReceived.naturalPerson';

describe('a full disk', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(() => running.dispose());

  const limitStorage = async (bytes: number | undefined): Promise<void> => {
    const session = await running.context.newCDPSession(running.page);
    const { origin } = new URL(running.url);
    await session.send(
      'Storage.overrideQuotaForOrigin',
      bytes === undefined ? { origin } : { origin, quotaSize: bytes },
    );
  };

  it('shows 未保存 with the reason, goes on, lets the report be saved elsewhere, and recovers by itself', async () => {
    const { page } = running;
    await createByDialog(page, report);
    await showSection(page, 'requests');
    await limitStorage(1);
    const status = page.locator('.save-status.unsaved');
    // Chromium remembers for half a minute how much room there was, so figures are typed until it asks again.
    const typeAndLook = async (): Promise<boolean> => {
      await cellOf(page, report, RECEIVED).click();
      await page.keyboard.type(String((figure += 1)));
      await page.keyboard.press('Enter');
      return status.isVisible();
    };
    let figure = 0;
    await expect.poll(typeAndLook, { timeout: 90_000, interval: 1000 }).toBe(true);
    expect(await status.innerText()).toContain('未保存：磁盘空间不足');
    expect(await status.getAttribute('role')).toBe('alert');

    await cellOf(page, report, 'requests.newlyReceived.commercialEnterprise').click();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    expect(await cellOf(page, report, 'requests.newlyReceived.total').innerText()).toBe(String(figure + 2));

    const download = page.waitForEvent('download');
    await page.locator('[data-command="save-as"]').click();
    const restored = readReportFile(readFileSync(await (await download).path()));
    expect(restored.ok && enteredValue(restored.report, RECEIVED)).toBe(figure);

    await limitStorage(undefined);
    // Chromium remembers this as long.
    await page.locator('.save-status', { hasText: '已保存' }).waitFor({ timeout: 90_000 });
    running = await running.reopen();
    await running.page.locator('[data-section]').first().waitFor();
    await showSection(running.page, 'requests');
    expect(await cellOf(running.page, report, 'requests.newlyReceived.total').innerText()).toBe(
      String(figure + 2),
    );
  }, 300_000);
});
