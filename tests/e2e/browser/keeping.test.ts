// Kept years in a real browser: three published years compared across the layouts, revisions kept, compared and
// restored, 定稿 locks, deletion is undone, a backup brings everything to another computer.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readBackupFile } from '../../../shared/formats/backup-file/backup-file';
import { launchChromium, waitForApplication, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, showSection } from '../../helpers/type-report';

const FIXTURES = fileURLToPath(new URL('../../fixtures/reports/', import.meta.url));
const CELL = 'requests.newlyReceived.naturalPerson';
const report = sampleReport('016');

async function openFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(path);
}

/** The texts of the cells of one line of the comparison. */
async function lineOf(page: Page, key: string): Promise<readonly string[]> {
  const line = page.locator(`[data-line="${key}"]`);
  await line.waitFor();
  return line.locator('td').allInnerTexts();
}

async function typeFigure(page: Page, figure: string): Promise<void> {
  await showSection(page, 'requests');
  await cellOf(page, report, CELL).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
  await page.locator('.save-status', { hasText: '已保存' }).waitFor();
}

describe('kept years', () => {
  let running: RunningChromium;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-keeping-'));
    running = await launchChromium();
    page = running.page;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await running.dispose();
  });

  it('are opened from report files and listed with their state', async () => {
    for (const name of ['014-pingtan-2020', '015-pingtan-2021', '016-pingtan-2022']) {
      await openFile(page, join(FIXTURES, `${name}.nianbao`));
      await page.locator('.notice', { hasText: `已打开 ${name}` }).waitFor();
    }
    await page.keyboard.press('Control+l');
    const rows = page.locator('.virtual-rows .row');
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    expect(await rows.filter({ hasText: '2020' }).innerText()).toContain('4 错误');
    await page.getByRole('searchbox', { name: '查找' }).fill('汇总 2021');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: '平潭综合实验区' }).click();
    await page.locator('.top-bar .unit', { hasText: '2021 年度' }).waitFor();
  });

  it('are compared with last year across the layouts', async () => {
    await page.locator('[data-command="compare"]').click();
    expect(await lineOf(page, 'requests.newlyReceived.total')).toEqual(
      expect.arrayContaining(['21', '70', '+49', '+233.3%']),
    );
    expect(await lineOf(page, 'requests.otherHandling.naturalPerson')).toEqual(
      expect.arrayContaining(['4', '1', '−3', '−75.0%']),
    );
    await page.getByRole('button', { name: '全部', exact: true }).click();
    expect(await lineOf(page, 'proactive.normativeDocuments.inForce')).toEqual(
      expect.arrayContaining(['665', '口径不同']),
    );
    await page.locator('[data-line="requests.newlyReceived.total"]').click();
    const chart = page.locator('.years-chart svg');
    // The years that are not compared are read meanwhile.
    const years = '2020 年 21，2021 年 70，2022 年 74';
    await expect.poll(() => chart.getAttribute('aria-label')).toContain(years);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    expect((await download).suggestedFilename()).toContain('对比');
    await page.keyboard.press('Escape');
  });

  it('keep revisions that can be compared and restored, and the restoring undone', async () => {
    await page.locator('.navigation').getByRole('button', { name: /^2022/u }).click();
    await page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
    await page.locator('[data-command="history"]').click();
    await page.getByLabel('版本名称').fill('送审稿');
    await page.getByRole('button', { name: '留存版本' }).click();
    await page.locator('.revisions tr', { hasText: '送审稿' }).waitFor();
    await page.keyboard.press('Escape');
    await typeFigure(page, '99');

    await page.locator('[data-command="history"]').click();
    const kept = page.locator('.revisions tr', { hasText: '送审稿' });
    const now = page.locator('[data-state="now"]');
    await now.filter({ hasText: '表三 1 格' }).waitFor();
    await now.getByRole('checkbox').check();
    await kept.getByRole('checkbox').check();
    await page.getByRole('button', { name: '对比所选两版' }).click();
    expect(await lineOf(page, CELL)).toEqual(expect.arrayContaining(['71', '99', '+28']));
    await page.keyboard.press('Escape');
    await kept.getByRole('button', { name: '恢复到这一版' }).click();
    await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('71');
    await page.locator('[data-command="undo"]').click();
    await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('99');
    await page.locator('[data-command="redo"]').click();
    await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('71');
  });

  it('are locked by 定稿 once everything is confirmed, and opened again', async () => {
    await page.locator('[data-command="finalise"]').click();
    const finalise = page.getByRole('dialog').getByRole('button', { name: '定稿', exact: true });
    expect(await finalise.isDisabled()).toBe(true);
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
    await finalise.click();
    await page.locator('.top-bar .unit', { hasText: '已定稿' }).waitFor();
    await showSection(page, 'requests');
    await cellOf(page, report, CELL).click();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    expect(await cellOf(page, report, CELL).innerText()).toBe('71');

    await page.locator('[data-command="reopen"]').click();
    await page.locator('[data-command="finalise"]').waitFor();
    await typeFigure(page, '72');
    await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('72');
    await page.locator('[data-command="history"]').click();
    await page.locator('.revisions tr', { hasText: '重新打开' }).waitFor();
    expect(await page.locator('.revisions tr', { hasText: '定稿' }).count()).toBe(1);
    await page.keyboard.press('Escape');
  });

  it('begin the next year with the cases carried in', async () => {
    await page.locator('.navigation').getByRole('button', { name: /^2021/u }).click();
    await page.locator('.top-bar .unit', { hasText: '2021 年度' }).waitFor();
    await page.keyboard.press('Control+Shift+n');
    // 2022 is kept already: it is opened, not overwritten.
    await page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
    await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('72');
    await page.keyboard.press('Control+Shift+n');
    await page.locator('.top-bar .unit', { hasText: '2023 年度' }).waitFor();
    await showSection(page, 'requests');
    const carried = cellOf(page, report, 'requests.carriedOverFromLastYear.naturalPerson');
    await expect.poll(() => carried.innerText()).toBe('0');
  });

  it('come back after deletion', async () => {
    await page.keyboard.press('Control+l');
    const rows = page.locator('.virtual-rows .row');
    await rows.filter({ hasText: '2023' }).getByRole('button', { name: '删除' }).click();
    await expect.poll(() => rows.count()).toBe(3);
    await page.locator('.bin summary').click();
    await page.locator('.bin').getByRole('button', { name: '恢复' }).click();
    await expect.poll(() => rows.count()).toBe(4);
    await page.keyboard.press('Escape');
  });

  it('are removed for good from the bin, after a question that Enter and Esc answer with no', async () => {
    await page.keyboard.press('Control+l');
    const rows = page.locator('.virtual-rows .row');
    const bin = page.locator('.bin');
    const question = page.getByRole('alertdialog');
    await rows.filter({ hasText: '2023' }).getByRole('button', { name: '删除' }).click();
    await expect.poll(() => rows.count()).toBe(3);
    await bin.locator('summary').click();
    await bin.getByRole('button', { name: '彻底删除' }).click();
    expect(await question.innerText()).toContain('平潭综合实验区 2023 年度（汇总），连同全部历史版本');
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await bin.getByRole('button', { name: '彻底删除' }).click();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await bin.locator('li').count()).toBe(1);
    await bin.getByRole('button', { name: '彻底删除' }).click();
    await question.getByRole('button', { name: '彻底删除' }).click();
    await page.locator('.notice', { hasText: '已彻底删除 1 份报告' }).waitFor();
    await bin.waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(3);
    await page.keyboard.press('Escape');
  });

  it('are no longer offered back once the bin has been emptied', async () => {
    for (let copy = 0; copy < 2; copy += 1) {
      await page.keyboard.press('Control+l');
      await page.getByRole('searchbox', { name: '查找' }).fill('2022');
      await page.keyboard.press('Enter');
      await page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
      await page.keyboard.press('Control+Shift+n');
      await page.locator('.top-bar .unit', { hasText: '2023 年度' }).waitFor();
      await page.keyboard.press('Control+l');
      await page
        .locator('.virtual-rows .row', { hasText: '2023' })
        .getByRole('button', { name: '删除' })
        .click();
      await expect.poll(() => page.locator('.virtual-rows .row').count()).toBe(3);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+l');
    const bin = page.locator('.bin');
    await bin.locator('summary').click();
    expect(await bin.locator('li').count()).toBe(2);
    await bin.getByRole('button', { name: '清空回收站' }).click();
    const question = page.getByRole('alertdialog');
    expect(await question.innerText()).toContain('回收站里的 2 份报告');
    await question.getByRole('button', { name: '彻底删除' }).click();
    await bin.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.reload();
    await waitForApplication(page);
    await page.keyboard.press('Control+l');
    await page.locator('.virtual-rows .row').first().waitFor();
    expect(await bin.count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('travel in a backup to another computer, with their revisions, and nothing there is overwritten unseen', async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+Shift+k');
    const path = join(folder, 'backup.nianbao');
    writeFileSync(path, readFileSync(await (await download).path()));
    await page.locator('.notice', { hasText: '程序无法读回核对，请到下载文件夹确认' }).waitFor();
    const restored = readBackupFile(readFileSync(path));
    expect(restored).toMatchObject({ ok: true, backup: { damaged: [], reports: { length: 3 } } });

    const other = await launchChromium();
    await openFile(other.page, join(FIXTURES, '016-pingtan-2022.nianbao'));
    await other.page.locator('.notice', { hasText: '已打开' }).waitFor();
    await openFile(other.page, path);
    const rows = other.page.locator('[data-incoming]');
    await rows.first().waitFor();
    expect(await other.page.locator('[data-incoming="new"]').count()).toBe(2);
    const different = rows.filter({ hasText: '2022 年度' });
    expect(await different.innerText()).toContain('表三 1 格');
    await different.getByRole('combobox').selectOption('keep');
    await other.page.getByRole('button', { name: '导入 3 份' }).click();
    await other.page.locator('.notice', { hasText: '新增 2 份' }).waitFor();
    await showSection(other.page, 'requests');
    await expect.poll(() => cellOf(other.page, report, CELL).innerText()).toBe('71');
    await other.page.locator('[data-command="history"]').click();
    await other.page.locator('.revisions tr', { hasText: '未采用' }).waitFor();
    expect(await other.page.locator('.revisions tr', { hasText: '送审稿' }).count()).toBe(1);
    await other.dispose();
  });

  it('are compared with any other report and version, chosen on either side', async () => {
    await openFile(page, join(FIXTURES, '025-pingtan-gaj-2021.nianbao'));
    await page.locator('.notice', { hasText: '已打开 025-pingtan-gaj-2021' }).waitFor();
    await page.locator('[data-command="compare"]').click();
    // Its own last year is not kept: the message offers any other report instead.
    await page.getByRole('button', { name: '与其他报告对比' }).click();
    await page.getByLabel('左列的单位').selectOption({ label: '平潭综合实验区（汇总）' });
    await page.getByLabel('左列的年度').selectOption({ label: '2022 年' });
    await expect.poll(() => lineOf(page, CELL)).toEqual(expect.arrayContaining(['72', '1', '−71']));
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /平潭综合实验区 汇总 2022年 与 / })
      .waitFor();
    await page.getByRole('button', { name: '左右对调' }).click();
    await expect.poll(() => lineOf(page, CELL)).toEqual(expect.arrayContaining(['1', '72', '+71']));
    await page.getByLabel('左列的单位').selectOption({ label: '平潭综合实验区（汇总）' });
    await page.getByLabel('左列的年度').selectOption({ label: '2022 年' });
    const version = page.getByLabel('左列的版本');
    await version.locator('option', { hasText: '送审稿' }).waitFor({ state: 'attached' });
    const kept = await version.locator('option', { hasText: '送审稿' }).getAttribute('value');
    await version.selectOption(kept);
    await page.getByRole('dialog').getByRole('heading', { name: '送审稿 与 现在' }).waitFor();
    await page.keyboard.press('Escape');
  });
});
