// From one year to the next in the real window: a new year begins with last year's wording and cases, both marked until
// they are no longer last year's; large changes, the carry-over and documents in force are explained, the explanation
// lapses with the figures, is printed and travels with the report.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readReportFile, writeReportFile } from '../../../shared/formats/report-file/report-file';
import { findCell } from '../../../shared/forms/compile-form';
import { applyEdits } from '../../../shared/report/edits';
import type { Report } from '../../../shared/report/report';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { samplePath, sampleReport } from '../../helpers/sample-reports';
import { cellOf, showSection } from '../../helpers/type-report';

const in2022 = sampleReport('016');
const CARRIED = 'requests.carriedOverFromLastYear';
const EXPLANATIONS = ['两件由撤并单位转入', '两件由上级划转', '集中修订了一批文件'];
const OVERVIEW = '2021 年，全区主动公开信息。';
/** 2021 with a text, and with one case of 自然人 carried forward as the source has it. */
const in2021 = applyEdits(sampleReport('015'), [
  { kind: 'narrative', section: 'overview', text: OVERVIEW },
]).report;

async function typeInto(page: Page, address: string, figure: string): Promise<void> {
  // Enter behind the last cell of a table has gone on in the next one.
  await showSection(page, findCell(in2022.form, address)!.table.key);
  await cellOf(page, in2022, address).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
}

function findingOf(page: Page, key: string) {
  return page.locator(`[data-finding="${key}"]`);
}

async function explain(page: Page, key: string, text: string): Promise<void> {
  const finding = findingOf(page, key);
  await finding.getByRole('button', { name: /^(填写|修改)说明$/u }).click();
  await finding.getByRole('textbox').fill(text);
  await finding.getByRole('button', { name: '保存说明' }).click();
  await finding.locator('.explanation', { hasText: `已说明：${text}` }).waitFor();
}

describe('the next year', () => {
  let running: RunningChromium;
  let page: Page;
  let folder: string;
  const write = (report: Report, name: string): string => {
    const path = join(folder, `${name}.nianbao`);
    writeFileSync(path, writeReportFile(report));
    return path;
  };
  const badges = () => page.locator('.navigation [data-section="overview"] .badge');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-next-year-'));
    running = await launchChromium();
    page = running.page;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await running.dispose();
  });

  it('begins with the wording marked 上年文字 and the cases carried in, each cell marked with where it is from', async () => {
    await running.openFile(write(in2021, '2021'));
    await page.keyboard.press('Control+Shift+n');
    await page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
    await showSection(page, 'requests');
    const cell = cellOf(page, in2022, `${CARRIED}.naturalPerson`);
    await expect.poll(() => cell.innerText()).toBe('1');
    expect(await cell.getAttribute('title')).toMatch(/^取自 2021 年报告“四、.*”$/u);
    expect(await page.locator('[data-taken]').count()).toBe(6);
    expect(await page.locator('[data-carried]').getAttribute('data-carried')).toBe('取自 2021 年');
    expect(await cellOf(page, in2022, 'requests.newlyReceived.naturalPerson').innerText()).toBe('');

    expect(await badges().allInnerTexts()).toEqual(['上年文字']);
    await page.locator('.findings-panel', { hasText: '还是上年文字' }).waitFor();
    await showSection(page, 'overview');
    await page.locator('.narrative h1 .badge', { hasText: '上年文字' }).waitFor();
    expect(await page.locator('.narrative textarea').inputValue()).toBe(OVERVIEW);
  });

  it('is no longer marked once the wording is edited', async () => {
    await page.locator('.narrative textarea').fill(OVERVIEW.replace('2021', '2022'));
    await expect.poll(() => page.locator('.narrative h1 .badge').count()).toBe(0);
    expect(await badges().count()).toBe(0);
    expect(await page.locator('.findings-panel', { hasText: '还是上年文字' }).count()).toBe(0);
  });

  it('holds another carry-over for an error until last year’s figure is taken or the difference explained', async () => {
    await showSection(page, 'requests');
    const key = `${CARRIED.replace('carriedOverFromLastYear', 'carryOver')}:naturalPerson`;
    await typeInto(page, `${CARRIED}.naturalPerson`, '3');
    await findingOf(page, key).getByText('采用上年数').click();
    await expect.poll(() => cellOf(page, in2022, `${CARRIED}.naturalPerson`).innerText()).toBe('1');
    expect(await findingOf(page, key).count()).toBe(0);

    await typeInto(page, `${CARRIED}.naturalPerson`, '3');
    expect(await cellOf(page, in2022, `${CARRIED}.naturalPerson`).getAttribute('data-taken')).toBeNull();
    await explain(page, key, '两件由撤并单位转入');
    await page.locator('.findings-panel .counts', { hasText: '已说明' }).waitFor();
    await typeInto(page, `${CARRIED}.naturalPerson`, '4');
    await findingOf(page, key).locator('.explanation', { hasText: '说明已过期' }).waitFor();
    await page.locator('[data-command="undo"]').click();
    await findingOf(page, key).locator('.explanation', { hasText: '已说明' }).waitFor();
  });

  it('warns where the documents in force do not follow from last year’s', async () => {
    await showSection(page, 'proactive');
    await typeInto(page, 'proactive.normativeDocuments.issuedThisYear', '88');
    await typeInto(page, 'proactive.normativeDocuments.repealedThisYear', '55');
    await typeInto(page, 'proactive.normativeDocuments.inForce', '698');
    expect(await findingOf(page, 'proactive.inForce:normativeDocuments').count()).toBe(0);
    await typeInto(page, 'proactive.normativeDocuments.inForce', '700');
    const warning = findingOf(page, 'proactive.inForce:normativeDocuments');
    await warning.waitFor();
    expect(await warning.getAttribute('class')).toContain('warn');
    await explain(page, 'proactive.inForce:normativeDocuments', '两件由上级划转');
  });

  it('warns of a change beyond the thresholds that the clerk has set, until it is explained or smaller', async () => {
    const swing = page.locator('.findings-panel [data-finding*="swing"]', { hasText: '本年制发件数' });
    expect(await swing.count()).toBe(0);
    await page.locator('[data-command="compare"]').click();
    await page.getByRole('button', { name: '大幅变化' }).click();
    await page.getByLabel('相差至少多少').fill('10');
    await page.getByLabel('变化至少百分之几').fill('20');
    await page.locator('[data-line="proactive.normativeDocuments.issuedThisYear"]').waitFor();
    await page.keyboard.press('Escape');
    await swing.waitFor();
    const found = (await swing.getAttribute('data-finding'))!;
    expect(await swing.innerText()).toContain('上年 69');
    await explain(page, found, '集中修订了一批文件');
    await typeInto(page, 'proactive.normativeDocuments.issuedThisYear', '99');
    await findingOf(page, found).locator('.explanation', { hasText: '说明已过期' }).waitFor();
    await typeInto(page, 'proactive.normativeDocuments.issuedThisYear', '70');
    await expect.poll(() => findingOf(page, found).count()).toBe(0);
    await typeInto(page, 'proactive.normativeDocuments.issuedThisYear', '88');
    await findingOf(page, found).locator('.explanation', { hasText: '已说明：集中修订了一批文件' }).waitFor();
  });

  it('prints the explanations in the 审核说明 and sends them with the report file', async () => {
    await page.locator('.save-status', { hasText: '已保存' }).waitFor();
    await page.getByRole('button', { name: '导出 ▾' }).click();
    await page.locator('[data-command="preview"]').click();
    await page.getByRole('checkbox', { name: '附审核说明' }).check();
    const printed = page.getByRole('dialog');
    for (const text of EXPLANATIONS) await printed.getByText(text).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    const sent = await running.savedBy(() => page.keyboard.press('Control+Shift+s'));
    const restored = readReportFile(sent);
    if (!restored.ok) throw new Error(restored.refusal.chinese);
    const texts = Object.values(restored.report.explanations).map(({ text }) => text);
    expect(texts.sort()).toEqual([...EXPLANATIONS].sort());
    const other = await launchChromium();
    const path = join(folder, 'sent.nianbao');
    writeFileSync(path, sent);
    await other.openFile(write(in2021, 'last-year'));
    await other.openFile(path);
    const explained = other.page.locator('.findings-panel .explanation', { hasText: '两件由撤并单位转入' });
    expect(await explained.innerText()).toBe('已说明：两件由撤并单位转入');
    await other.dispose();
  });

  it('asks before 定稿 whether last year’s wording is to stay', async () => {
    const unchanged = applyEdits(in2022, [{ kind: 'narrative', section: 'overview', text: OVERVIEW }]).report;
    const other = await launchChromium();
    await other.openFile(write(in2021, 'last-year'));
    await other.openFile(write(unchanged, 'unchanged'));
    await other.page.locator('[data-command="finalise"]').click();
    const question = other.page.getByText('与上年报告的文字完全相同，确认不改');
    await question.waitFor();
    const dialog = other.page.getByRole('dialog');
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    const finalise = dialog.getByRole('button', { name: '定稿', exact: true });
    expect(await finalise.isDisabled()).toBe(false);
    await question.click();
    expect(await finalise.isDisabled()).toBe(true);
    await other.dispose();
  });

  it('takes the cases of a last year that is stored only later when the clerk asks for them', async () => {
    const later = await launchChromium();
    const blank = applyEdits(in2022, [
      { kind: 'value', address: `${CARRIED}.naturalPerson` as never, value: null },
    ]).report;
    await later.openFile(write(blank, 'first'));
    await later.openFile(samplePath('015'));
    await later.page.locator('.navigation').getByRole('button', { name: /^2022/u }).click();
    await later.page.locator('.top-bar .unit', { hasText: '2022 年度' }).waitFor();
    await showSection(later.page, 'requests');
    const cell = cellOf(later.page, in2022, `${CARRIED}.naturalPerson`);
    expect(await cell.innerText()).toBe('');
    await later.page.keyboard.press('Control+Shift+i');
    await expect.poll(() => cell.innerText()).toBe('1');
    await later.page.locator('[data-command="undo"]').click();
    await expect.poll(() => cell.innerText()).toBe('');
    await later.dispose();
  });
});
