// Automatic snapshots on the disk: written after the start and on closing, rotated, and offered when the browser's
// database has been lost.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchElectron, type RunningElectron } from '../../helpers/launch-electron';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');
const CELL = 'requests.newlyReceived.naturalPerson';
const DAY = 24 * 3_600_000;

async function type({ page }: RunningElectron, figure: string): Promise<void> {
  await showSection(page, 'requests');
  await cellOf(page, report, CELL).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
  await page.locator('.save-status', { hasText: '已保存' }).waitFor();
}

function snapshotsOf({ profile }: RunningElectron): readonly string[] {
  return readdirSync(join(profile, 'snapshots')).sort();
}

/** A name as the desktop gives it. */
function nameOf(at: number, mark = ''): string {
  return `${new Date(at).toISOString().replaceAll(/[-:.]/gu, '')}${mark}.nianbao`;
}

async function openedAgain(running: RunningElectron): Promise<RunningElectron> {
  const again = await running.reopen();
  onTestFinished(() => again.dispose());
  return again;
}

it('brings back what was typed last before closing when the database is gone', async () => {
  let running = await launchElectron();
  await createByDialog(running.page, report);
  await type(running, '4');
  await running.close();
  // One or two: a slow machine has also kept one before closing.
  const before = snapshotsOf(running);
  expect(before[0]).toMatch(/^\d{8}T\d{9}Z-start\.nianbao$/);

  running = await openedAgain(running);
  await expect.poll(() => snapshotsOf(running).length, { timeout: 20_000 }).toBe(before.length + 1);
  await expect.poll(() => running.page.getByRole('region', { name: '自动备份' }).count()).toBe(0);
  await type(running, '56');
  await running.close();
  expect(snapshotsOf(running)).toHaveLength(before.length + 2);

  rmSync(join(running.profile, 'IndexedDB'), { recursive: true });
  running = await openedAgain(running);
  const { page } = running;
  const offer = page.getByRole('region', { name: '自动备份' });
  expect(await offer.innerText()).toMatch(/发现自动备份/);
  // The newest is proposed, and the others can be chosen.
  expect(await offer.locator('option').count()).toBe(before.length + 2);
  await offer.getByRole('button', { name: '查看并恢复' }).click();
  await page.locator('[data-incoming="new"]').waitFor();
  await page.getByRole('button', { name: '导入 1 份' }).click();
  await page.locator('.notice', { hasText: '新增 1 份' }).waitFor();
  await expect.poll(() => offer.count()).toBe(0);
  await page.getByRole('button', { name: new RegExp(report.organisation) }).click();
  await showSection(page, 'requests');
  await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('56');
});

it('keeps the last ten starts and a month of days, and nothing of another kind is touched', async () => {
  let running = await launchElectron();
  await createByDialog(running.page, report);
  await running.close();
  const folder = join(running.profile, 'snapshots');
  const written = readFileSync(join(folder, snapshotsOf(running)[0]!));
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const now = Date.now();
  // Twelve starts of last year and one snapshot a day of the last forty.
  const starts = Array.from({ length: 12 }, (_, days) => nameOf(now - (400 - days) * DAY, '-start'));
  const days = Array.from({ length: 40 }, (_, age) => nameOf(now - (age + 1) * DAY));
  for (const name of [...starts, ...days, 'notes.txt']) writeFileSync(join(folder, name), written);

  running = await openedAgain(running);
  await expect.poll(() => snapshotsOf(running).at(-2), { timeout: 20_000 }).toMatch(/-start\.nianbao$/);
  // Nine of last year's starts beside today's; the last of them has the last of the days as its last snapshot.
  await expect
    .poll(() => snapshotsOf(running).filter((name) => starts.includes(name)))
    .toEqual(starts.slice(3));
  const stayed = snapshotsOf(running);
  expect(stayed).toContain('notes.txt');
  const kept = days.filter((name) => stayed.includes(name));
  expect(kept).toEqual(days.slice(0, kept.length));
  expect([29, 30]).toContain(kept.length);
});

it('brings a damaged record back from the last snapshot that still has it', async () => {
  let running = await launchElectron();
  await createByDialog(running.page, report);
  await type(running, '4');
  running = await openedAgain(running);
  await running.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('gongkai-nianbao');
        opening.onsuccess = () => {
          const change = opening.result.transaction(['contents'], 'readwrite');
          const contents = change.objectStore('contents');
          const all: IDBRequest<object[]> = contents.getAll();
          all.onsuccess = () => contents.put({ ...all.result[0], text: '{' });
          change.oncomplete = () => resolve();
        };
      }),
  );
  // Another report is typed meanwhile, and its snapshots have to do without the damaged one.
  await createByDialog(running.page, { ...report, year: report.year + 1 });
  running = await openedAgain(running);
  await expect.poll(() => snapshotsOf(running).some((name) => name.includes('partial'))).toBe(true);
  running = await openedAgain(running);
  const { page } = running;
  await page.getByRole('button', { name: new RegExp(`^${report.year} `) }).click();
  await page.locator('.notice.failed', { hasText: '已损坏' }).waitFor();
  await page.getByRole('region', { name: '自动备份' }).getByRole('button').click();
  await page.locator('[data-incoming="damaged"]').waitFor();
  await page.getByRole('button', { name: '导入 1 份' }).click();
  await page.locator('.notice', { hasText: '替换 1 份' }).waitFor();
  await page.getByRole('button', { name: new RegExp(`^${report.year} `) }).click();
  await showSection(page, 'requests');
  await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('4');
});

it('moves a database that cannot be opened aside, unless the clerk says no, and then brings everything back', async () => {
  let running = await launchElectron();
  await createByDialog(running.page, report);
  await type(running, '4');
  await running.close();
  const database = join(running.profile, 'IndexedDB/app_nianbao_0.indexeddb.leveldb');
  const manifest = readdirSync(database).find((name) => name.startsWith('MANIFEST'))!;
  // Chromium itself begins anew over most damage, but not over this.
  rmSync(join(database, manifest));

  running = await openedAgain(running);
  const { page } = running;
  await page.locator('.storage-failure', { hasText: '本机数据无法读取' }).waitFor();
  const button = page.getByRole('button', { name: '移开无法读取的数据并恢复' });
  await running.answerMessageBox(0);
  await button.click();
  await expect.poll(() => running.shownMessageBoxes()).toHaveLength(1);
  expect(existsSync(join(running.profile, 'set-aside'))).toBe(false);

  await running.answerMessageBox(1);
  await button.click();
  await page.getByRole('button', { name: '查看并恢复' }).click();
  await page.getByRole('button', { name: '导入 1 份' }).click();
  await page.locator('.notice', { hasText: '新增 1 份' }).waitFor();
  await page.getByRole('button', { name: new RegExp(report.organisation) }).click();
  await showSection(page, 'requests');
  await expect.poll(() => cellOf(page, report, CELL).innerText()).toBe('4');
  const [aside] = readdirSync(join(running.profile, 'set-aside'));
  expect(aside).toMatch(/^IndexedDB-\d{8}T\d{9}Z$/);
  // The new database is one that stays.
  await type(running, '5');
  running = await openedAgain(running);
  await showSection(running.page, 'requests');
  await expect.poll(() => cellOf(running.page, report, CELL).innerText()).toBe('5');
});

it('says so when a snapshot cannot be written, and goes on', async () => {
  let running = await launchElectron();
  await createByDialog(running.page, report);
  await running.close();
  const folder = join(running.profile, 'snapshots');
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder belongs');
  running = await openedAgain(running);
  await running.page.locator('.notice.failed', { hasText: '自动备份没有写成' }).waitFor();
  await type(running, '7');
  await running.close();
  expect(running.process.exitCode).toBe(0);
});
