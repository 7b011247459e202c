// Every dialog and the empty state as a screen reader and a person without sharp eyes meet them, light and dark.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyReport } from '../../shared/report/report';
import { formForYear } from '../../shared/forms/form-registry';
import { axeComplaints } from '../helpers/axe';
import { createByDialog } from '../helpers/type-report';
import { WINDOWS, type RunningWindow } from '../helpers/windows';

const identity = { organisation: '某县某某局', scope: 'own' } as const;

describe.each(WINDOWS)('the dialogs in %s', (_name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running.dispose());

  const complaints = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await running.page.emulateMedia({ colorScheme });
      found.push(...(await axeComplaints(running.page)).map((one) => `${colorScheme}: ${one}`));
    }
    await running.page.emulateMedia({ colorScheme: 'light' });
    return found;
  };

  it('give axe no reason to complain about the empty state', async () => {
    await running.page.getByRole('button', { name: '新建年报' }).waitFor();
    expect(await complaints()).toEqual([]);
  });

  it.each([
    ['help', '使用说明'],
    ['all-reports', '全部报告'],
    ['compare', '对比 ·'],
    ['history', '历史版本'],
    ['finalise', '定稿'],
    ['preview', '预览'],
  ])('give axe no reason to complain about %s, and Escape closes it', async (command, title) => {
    const { page } = running;
    if ((await page.locator('[data-section]').count()) === 0)
      for (const year of [2021, 2022])
        await createByDialog(page, emptyReport(formForYear(year)!, { ...identity, year }));
    const button = page.locator(`[data-command="${command}"]`);
    if ((await button.count()) > 0) await button.first().click();
    else if (command === 'preview') {
      await page.getByRole('button', { name: '导出' }).click();
      await page.locator('[data-command="preview"]').click();
    } else await page.keyboard.press('Control+l');
    await page.locator('dialog[open] h2', { hasText: title }).waitFor();
    expect(await complaints()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });
});
