// Rotating copies on the disk, and the offer to bring everything back when the browser's database has been lost.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchElectron } from '../../helpers/launch-electron';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');
const CELL = 'requests.newlyReceived.naturalPerson';

it('brings everything back from the last copy when the database is gone', async () => {
  let running = await launchElectron();
  await createByDialog(running.page, report);
  await showSection(running.page, 'requests');
  await cellOf(running.page, report, CELL).click();
  await running.page.keyboard.type('4');
  await running.page.keyboard.press('Enter');
  await running.page.locator('.save-status', { hasText: '已保存' }).waitFor();
  running = await running.reopen();
  const folder = join(running.profile, 'snapshots');
  const copies = (): readonly string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  await expect.poll(() => copies().length, { timeout: 20_000 }).toBe(1);

  await running.close();
  rmSync(join(running.profile, 'IndexedDB'), { recursive: true, force: true });
  running = await running.reopen();
  const { page } = running;
  await page.getByRole('button', { name: '查看并恢复' }).click();
  await page.locator('[data-incoming="new"]').waitFor();
  await page.getByRole('button', { name: '导入 1 份' }).click();
  await page.locator('.notice', { hasText: '新增 1 份' }).waitFor();
  await page.keyboard.press('Control+l');
  await page.locator('.virtual-rows .name').click();
  await showSection(page, 'requests');
  await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('4');
  await running.dispose();
});
