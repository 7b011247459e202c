// A large backup in a real browser with its real worker: its progress is seen, and where the worker cannot be
// loaded or dies in the middle the clerk reads so, keeps what was kept and goes on working.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBackupFile } from '../../../shared/formats/backup-file/backup-file';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const REPORTS = 1000;
const CELL = 'requests.newlyReceived.naturalPerson';
const report = sampleReport('panyu');

let running: RunningChromium;
let page: Page;
let folder: string;
let backup: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-large-'));
  backup = join(folder, 'large.nianbao');
  const reports = Array.from({ length: REPORTS }, (_, index) => ({
    report: { ...report, organisation: `单位${index}` },
    updatedAt: 1,
    finalisedAt: null,
    revisions: [{ at: 1, kind: 'named' as const, name: '送审稿', report }],
  }));
  writeFileSync(backup, writeBackupFile({ writtenAt: 1, reports }));
  running = await launchChromium();
  page = running.page;
  await createByDialog(page, report);
});
afterAll(async () => {
  await running.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function choose(path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(path);
}

/** Opens the backup and begins to import all of it. */
async function beginImport(): Promise<void> {
  await choose(backup);
  await page.getByRole('button', { name: `导入 ${REPORTS} 份` }).click();
}

/** Waits until the window shows that some reports have been dealt with. */
async function waitForProgress(): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0, undefined, {
    polling: 'raf',
  });
}

async function countKept(): Promise<string> {
  await page.keyboard.press('Control+l');
  const count = page.locator('dialog .count');
  await count.waitFor();
  const text = await count.innerText();
  await page.keyboard.press('Escape');
  return text;
}

async function typeFigure(figure: string): Promise<void> {
  await showSection(page, 'requests');
  await cellOf(page, report, CELL).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
  await page.locator('.save-status', { hasText: '已保存' }).waitFor();
}

it('says so where the worker cannot be loaded, and opens nothing', async () => {
  const withoutWorker = /exchange-worker/u;
  await page.route(withoutWorker, (route) => route.abort());
  await choose(backup);
  await page.locator('.notice', { hasText: '打不开 large.nianbao：读取时内存不足或程序出错' }).waitFor();
  await page.unroute(withoutWorker);
  expect(await countKept()).toBe('共 1 份');
});

it('says so when the worker dies in the middle of an import, keeps what was kept and goes on', async () => {
  await beginImport();
  await waitForProgress();
  await page.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('out of memory');
    });
  });
  const notice = page.locator('.notice', { hasText: '没有导入，本机数据未作改动：' });
  await notice.filter({ hasText: '中途停止' }).waitFor();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await page.locator('dialog').count()).toBe(0);
  expect(await countKept()).toBe('共 1 份');
  await typeFigure('41');
  await page.reload();
  await page.locator('[data-section]').first().waitFor();
  expect(await countKept()).toBe('共 1 份');
  await showSection(page, 'requests');
  await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('41');
});

it('shows how far it is, and that it has finished', async () => {
  await choose(backup);
  await page.getByRole('button', { name: `导入 ${REPORTS} 份` }).waitFor();
  await page.evaluate(() => {
    const seen = new Set<number>();
    Object.assign(window, { seen });
    const look = (): void => {
      const bar = document.querySelector('progress');
      if (bar) seen.add(bar.value);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.getByRole('button', { name: `导入 ${REPORTS} 份` }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `正在导入 ${REPORTS} 份` })
    .waitFor();
  await page.locator('.notice', { hasText: `导入完成：新增 ${REPORTS} 份` }).waitFor();
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<number> }).seen]);
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(seen.filter((done) => done > 0 && done < REPORTS).length).toBeGreaterThan(3);
  expect(await countKept()).toBe(`共 ${REPORTS + 1} 份`);
});
