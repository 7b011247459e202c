// Many units and many revisions in a real browser with real keys: every kept state is reached, a unit among very many
// is found by typing its name, in the list of all reports and beside a comparison.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBackupFile } from '../../../shared/formats/backup-file/backup-file';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';

const UNITS = 60;
const REVISIONS = 150;
const report = sampleReport('panyu');

/** What the history shows, from the top: the present content and the kept states, newest first. */
const STATES = [
  '现在',
  ...Array.from({ length: REVISIONS }, (_, back) => `留存版本：版本${REVISIONS - 1 - back}`),
];

const BACKUP = writeBackupFile({
  writtenAt: 1,
  reports: [
    {
      ...{ report, updatedAt: 1, finalisedAt: null },
      revisions: Array.from({ length: REVISIONS }, (_, at) => ({
        ...{ kind: 'named' as const, name: `版本${at}`, at: at * 1000, report },
      })),
    },
    ...Array.from({ length: UNITS }, (_, index) => ({
      report: { ...report, organisation: `某某单位${index}` },
      ...{ updatedAt: 1, finalisedAt: null, revisions: [] },
    })),
  ],
});

let running: RunningChromium;
let page: Page;
beforeAll(async () => {
  running = await launchChromium();
  page = running.page;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-many-'));
  const path = join(folder, 'many.nianbao');
  writeFileSync(path, BACKUP);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(path);
  await page.getByRole('button', { name: `导入 ${UNITS + 1} 份` }).click();
  await page.locator('.notice', { hasText: '导入完成' }).waitFor();
  rmSync(folder, { recursive: true });
  await page.keyboard.press('Control+l');
  await page.keyboard.insertText(report.organisation);
  await page.keyboard.press('Enter');
  await page.locator('.top-bar .unit', { hasText: report.organisation }).waitFor();
});
afterAll(() => running.dispose());

describe('a history of more states than are drawn at once', () => {
  const rows = (): ReturnType<Page['locator']> => page.locator('.revisions tr[data-state]');
  const drawn = (): Promise<readonly string[]> =>
    rows().evaluateAll((all) =>
      all.map((row) => row.children[2]!.textContent || row.children[1]!.textContent),
    );
  const boxOf = (name: string): ReturnType<Page['locator']> =>
    rows()
      .filter({ has: page.getByText(`留存版本：${name}`, { exact: true }) })
      .getByRole('checkbox');
  const isLastSeen = async (): Promise<boolean> => {
    if ((await drawn()).at(-1) !== STATES.at(-1)) return false;
    const body = (await page.locator('.modal-body').boundingBox())!;
    const last = (await rows().last().boundingBox())!;
    return last.y + last.height <= body.y + body.height + 1;
  };
  const openHistory = async (): Promise<void> => {
    await page.locator('[data-command="history"]').click();
    await rows().nth(1).waitFor();
    expect((await drawn()).length).toBeLessThan(STATES.length);
  };

  it('shows them all, each once and in their order, when it is scrolled', async () => {
    await openHistory();
    await page.locator('.revisions').hover();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 900);
        return isLastSeen();
      })
      .toBe(true);
    expect(await drawn()).toEqual(STATES);
    await page.keyboard.press('Escape');
  });

  it('gives the keyboard to each of them in turn', async () => {
    await openHistory();
    await page.getByLabel('选择现在').focus();
    const reached: string[] = [];
    for (;;) {
      const row = page.locator('tr[data-state]:focus-within');
      if ((await row.count()) === 0) break;
      const state = await row.evaluate(
        ({ children }) => children[2]!.textContent || children[1]!.textContent,
      );
      if (reached.at(-1) !== state) reached.push(state);
      await page.keyboard.press('Tab');
    }
    expect(reached).toEqual(STATES);
    await page.keyboard.press('Escape');
  });

  it('is scrolled to its end by keys, and the keyboard stays where it was', async () => {
    await openHistory();
    const box = boxOf('版本140');
    await box.focus();
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return isLastSeen();
      })
      .toBe(true);
    expect(await drawn()).toEqual(STATES);
    await page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(true);
    await boxOf('版本0').check();
    await page.getByRole('button', { name: '对比所选两版' }).click();
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /1970年.* 与 1970年/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.revisions').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });
});

describe('a unit among very many', () => {
  it('is found in the list of all reports by typing its name, and opened with Enter', async () => {
    expect(await page.getByRole('combobox', { name: '单位' }).count()).toBe(0);
    await page.getByRole('button', { name: '换一个单位…' }).focus();
    await page.keyboard.press('Enter');
    const rows = page.locator('.virtual-rows .row');
    await rows.first().waitFor();
    // Without a search no report is meant.
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('单位37 2021');
    await expect.poll(() => rows.count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.locator('.top-bar .unit', { hasText: '某某单位37' }).waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('is opened from the list with Tab and Enter as well', async () => {
    await page.getByRole('button', { name: '换一个单位…' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.virtual-rows .row').first().waitFor();
    await page.keyboard.insertText('单位41');
    await expect.poll(() => page.locator('.virtual-rows .row').count()).toBe(1);
    // The list itself can be scrolled with keys and comes before its rows.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.top-bar .unit', { hasText: '某某单位41' }).waitFor();
  });

  it('is chosen beside a comparison by typing its name, and what names none is given up', async () => {
    await page.locator('[data-command="compare"]').click();
    await page.getByRole('button', { name: '与其他报告对比' }).click();
    const field = page.getByLabel('左列的单位');
    expect(await field.inputValue()).toBe('某某单位41（本机关）');
    await field.focus();
    await page.keyboard.insertText('没有这个单位');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('某某单位41（本机关）');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.insertText('单位52');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /某某单位52 2021年 与 某某单位41/u })
      .waitFor();
    expect(await field.inputValue()).toBe('某某单位52（本机关）');
    await page.keyboard.insertText('某某单位7（本机关）');
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /某某单位7 2021年 与 某某单位41/u })
      .waitFor();
    await page.keyboard.press('Escape');
  });
});
