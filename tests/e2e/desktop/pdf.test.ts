// The PDF that the desktop makes of the preview: all pages, all headings, page numbers, nothing of the window itself.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchElectron, type RunningElectron } from '../../helpers/launch-electron';
import { expectedHeadings } from '../../helpers/printed-report';
import { sampleReport } from '../../helpers/sample-reports';

const report = sampleReport('panyu');

function textOfPdf(bytes: Uint8Array): { readonly text: string; readonly pages: number } {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, bytes);
    const information = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    return {
      text: execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }),
      pages: Number(/^Pages:\s+(\d+)/mu.exec(information)?.[1]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the PDF of a report', () => {
  let running: RunningElectron;
  beforeAll(async () => {
    running = await launchElectron();
    await running.page.getByRole('button', { name: '打开示例' }).click();
    await running.page.locator('[data-section]').first().waitFor();
  });
  afterAll(() => running.dispose());

  it('holds all pages of the preview with headings and page numbers', async () => {
    const { page } = running;
    const bytes = await running.savedBy(async () => {
      await page.getByRole('button', { name: '导出' }).click();
      await page.locator('[data-command="preview"]').click();
      await page.getByText('第 1 页，共 7 页').waitFor();
      await page.getByRole('button', { name: '存为 PDF' }).click();
    });
    const { text, pages } = textOfPdf(bytes);
    expect(pages).toBe(7);
    for (const heading of expectedHeadings(report)) expect(text.replaceAll(' ', '')).toContain(heading);
    expect(text).toMatch(/—\s*7\s*—/u);
    expect(text).not.toContain('填写说明');
  });
});
