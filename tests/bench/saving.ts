// Saving one commit, in a real headless Chromium with its profile on the disk: how long it takes, and whether a frame
// waits for it. A strict put of a small record, and the same typing in memory only, are the references.

import type { Page } from 'playwright-core';
import { launchChromium } from '../helpers/launch-chromium';
import { sampleReport } from '../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../helpers/type-report';
import { percentile, rounded, type Figure } from './figure';
import { measureEnters } from './window';

const COMMITS = 60;
const PAUSES = 15;
const ROUNDS = 6;

/** Types figures and text with and without a database. */
export async function measureSaving(): Promise<readonly Figure[]> {
  return [...(await measureTransactions()), ...(await measureFrames())];
}

async function measureTransactions(): Promise<readonly Figure[]> {
  const running = await launchChromium();
  const { page } = running;
  try {
    await createByDialog(page, sampleReport('panyu'));
    const [commits, atRest] = await measureCommits(page);
    const bare = await measureBareWrites(page);
    return [
      {
        name: 'saving one commit, the window at rest, median',
        value: rounded(percentile(atRest, 0.5)),
        unit: 'ms',
        atMost: 3,
        reference: `one strict put on this disk: ${String(rounded(percentile(bare, 0.5)))} ms`,
      },
      {
        name: 'saving one commit, heard of by the window that paints it, median',
        value: rounded(percentile(commits, 0.5)),
        unit: 'ms',
      },
    ];
  } finally {
    await running.dispose();
  }
}

/** Enter to painted in a window that saves, and in one whose database cannot be opened and which keeps all in memory. */
async function measureFrames(): Promise<readonly Figure[]> {
  const report = sampleReport('panyu');
  const windows = { saving: await launchChromium(), inMemory: await launchChromium() };
  const times = { saving: [] as number[], inMemory: [] as number[] };
  try {
    await windows.inMemory.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no database', 'SecurityError');
      };
    });
    await windows.inMemory.page.reload();
    for (const { page } of Object.values(windows)) await createByDialog(page, report);
    for (const { page } of Object.values(windows)) await showSection(page, 'requests');
    // In turns, so that whatever else the machine does meets both alike.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of ['saving', 'inMemory'] as const) {
        const { page } = windows[kind];
        await page.bringToFront();
        times[kind].push(...(await measureEnters(page, report, COMMITS)));
      }
  } finally {
    await windows.saving.dispose();
    await windows.inMemory.dispose();
  }
  return ([0.5, 0.99] as const).map((share) => ({
    name: `Enter to painted with saving, beyond the same in memory only, ${share === 0.5 ? 'median' : 'p99'}`,
    value: rounded(percentile(times.saving, share) - percentile(times.inMemory, share)),
    unit: 'ms',
    atMost: 16.7,
    reference: `in memory only: ${String(rounded(percentile(times.inMemory, share)))} ms`,
  }));
}

/**
 * From the beginning of each writing transaction to its strict completion: while a figure is typed, when its completion
 * is heard only after the painting of the figure, and of a text, which is written in a pause.
 */
async function measureCommits(
  page: Page,
): Promise<readonly [typing: readonly number[], atRest: readonly number[]]> {
  const report = sampleReport('panyu');
  // Before the application opens its database: Dexie takes hold of the function then.
  await page.addInitScript(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...words) {
      const begin = performance.now();
      const transaction = original.apply(this, words);
      if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('contents'))
        transaction.addEventListener('complete', () => durations.push(performance.now() - begin));
      return transaction;
    };
  });
  await page.reload();
  await showSection(page, 'requests');
  for (let commit = 0; commit < COMMITS; commit += 1) {
    await cellOf(page, report, 'requests.newlyReceived.naturalPerson').click();
    await page.keyboard.type(String(commit + 1));
    await page.keyboard.press('Enter');
  }
  await page.locator('.save-status', { hasText: '已保存' }).waitFor();
  const typing = await durationsIn(page);
  await showSection(page, report.form.narratives[0]!);
  for (let pause = 0; pause < PAUSES; pause += 1) {
    const before = (await durationsIn(page)).length;
    await page.locator('.narrative textarea').press('1');
    await page.waitForFunction(
      (count) => (window as unknown as { durations: number[] }).durations.length > count,
      before,
    );
  }
  return [typing, (await durationsIn(page)).slice(typing.length)];
}

function durationsIn(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (window as unknown as { durations: number[] }).durations);
}

/** What the disk and the browser need at least: one strict put of a small record, nothing else going on. */
function measureBareWrites(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bare writes');
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onerror = () => reject(new Error(String(opening.error)));
      opening.onsuccess = () => resolve(opening.result);
    });
    const times: number[] = [];
    while (times.length < count) {
      const begin = performance.now();
      await new Promise((resolve) => {
        const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        transaction.objectStore('records').put('x'.repeat(4000), 1);
        transaction.oncomplete = resolve;
      });
      times.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return times;
  }, PAUSES);
}
