// What a document says of its report's state when it leaves the window: open errors, or the date of 定稿, in its name and
// on its pages.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../../shared/document/dates';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { readDocx } from '../../helpers/read-docx';
import { samplePath } from '../../helpers/sample-reports';

describe('the Word document of a report, in Chromium', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(() => running.dispose());

  const exported = async (): Promise<{ name: string; texts: string[] }> => {
    const { page } = running;
    const begun = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.locator('[data-command="export-docx"]').click();
    const download = await begun;
    const { paragraphs } = readDocx(readFileSync(await download.path()));
    return { name: download.suggestedFilename(), texts: paragraphs.map(({ text }) => text) };
  };

  it('says 未通过校验 in its name and above its title while there are errors', async () => {
    await running.openFile(samplePath('025'));
    const { name, texts } = await exported();
    expect(name).toMatch(/^【未通过校验】.*年度报告.*\.docx$/u);
    expect(texts[0]).toMatch(/^未通过校验：有 \d+ 处错误/u);
  });

  it('carries the date of 定稿 in its name and at its end', async () => {
    const { page } = running;
    await running.openFile(samplePath('016'));
    expect((await exported()).name).not.toMatch(/定稿|未通过校验/u);
    await page.locator('[data-command="finalise"]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().waitFor();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByRole('button', { name: '定稿', exact: true }).click();
    await page.locator('.top-bar .unit', { hasText: '已定稿' }).waitFor();
    const { name, texts } = await exported();
    const date = /（(\d{4}-\d\d-\d\d)定稿）\.docx$/u.exec(name)?.[1];
    expect(date).toBeDefined();
    expect(texts.at(-1)).toBe(formatDate(date!));
  });
});
