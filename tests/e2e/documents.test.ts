// Finished documents as they leave the window: Word, portal HTML as file and clipboard, the preview that turns pages.

import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedFigures, expectedHeadings, readFigures } from '../helpers/printed-report';
import { sampleReport } from '../helpers/sample-reports';
import { gridOfHtml } from '../helpers/table-grid';
import { WINDOWS, type RunningWindow } from '../helpers/windows';
import { readZip } from '../helpers/zipped-xml';

const report = sampleReport('panyu');

describe.each(WINDOWS)('the finished report in %s', (name, launch) => {
  let running: RunningWindow;
  beforeAll(async () => {
    running = await launch();
    await running.page.getByRole('button', { name: '打开示例' }).click();
    await running.page.locator('[data-section]').first().waitFor();
  });
  afterAll(() => running.dispose());

  const choose = async (command: string): Promise<void> => {
    await running.page.getByRole('button', { name: '导出' }).click();
    await running.page.locator(`[data-command="${command}"]`).click();
  };

  it('leaves as a Word document with six sections and three tables', async () => {
    const parts = readZip(await running.savedBy(() => choose('export-docx')));
    const document = parts.get('word/document.xml')!;
    for (const heading of expectedHeadings(report)) expect(document).toContain(heading);
    expect(document.match(/<w:tbl>/gu)).toHaveLength(3);
  });

  it('leaves as clean markup for a portal, as a file and on the clipboard', async () => {
    const html = new TextDecoder().decode(await running.savedBy(() => choose('export-html-body')));
    expect(html).not.toMatch(/<script|class=|Mso/u);
    const tables = [...new JSDOM(html).window.document.querySelectorAll('table')].map(gridOfHtml);
    expect(readFigures(report, tables)).toEqual(expectedFigures(report));
    if (name === 'Chromium')
      await running.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await choose('copy-html');
    await running.page.locator('.notice.done', { hasText: '已复制' }).waitFor();
    const copied = await running.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType('text/html')).text();
    });
    const pasted = [...new JSDOM(copied).window.document.querySelectorAll('table')].map(gridOfHtml);
    expect(readFigures(report, pasted)).toEqual(expectedFigures(report));
  });

  it('is previewed page by page, with a cover when it is wanted', async () => {
    const { page } = running;
    await choose('preview');
    await page.getByText('第 1 页，共 7 页').waitFor();
    for (let turned = 2; turned <= 7; turned += 1) {
      await page.getByRole('button', { name: '下一页' }).click();
      await page.getByText(`第 ${turned} 页，共 7 页`).waitFor();
    }
    expect(await page.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
    await page.getByLabel('带封面').check();
    await page.getByText('共 8 页').waitFor();
    await page.getByLabel('填表人').fill('张三');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '预览' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('[data-command="undo"]').isEnabled()).toBe(true);
  });
});
