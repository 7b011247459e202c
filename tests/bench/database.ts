// Many kept reports, in a real headless Chromium with its profile on the disk: the start and the list with ten and with
// ten thousand of them, the search as it is typed, and a report with three hundred revisions.

import type { Page } from 'playwright-core';
import { launchChromium } from '../helpers/launch-chromium';
import { sampleReport } from '../helpers/sample-reports';
import { createByDialog } from '../helpers/type-report';
import { percentile, rounded, type Figure } from './figure';

const STARTS = 5;
const MANY = 10_000;
const FEW = 10;
const REVISIONS = 300;

/** Fills the database past the application, starts again and searches. */
export async function measureDatabase(): Promise<readonly Figure[]> {
  const running = await launchChromium();
  const { page } = running;
  try {
    await createByDialog(page, sampleReport('panyu'));
    await fill(page, FEW - 1, 0);
    const startWithFew = await medianStart(page);
    await fill(page, MANY - FEW, REVISIONS);
    const startWithMany = await medianStart(page);
    const reading = await measureReading(page);
    const [list, search] = await measureList(page);
    const history = await measureHistory(page);
    return [
      {
        name: 'start with 10,000 reports',
        value: startWithMany / startWithFew,
        unit: 'ratio',
        atMost: 1.3,
        reference: 'start with ten reports',
      },
      { name: 'list of 10,000 reports read behind the painted report, median', value: reading, unit: 'ms' },
      { name: 'list of 10,000 reports on the screen', value: list, unit: 'ms', atMost: 200 },
      { name: 'search in 10,000 reports, median', value: search, unit: 'ms', atMost: 50 },
      { name: '300 revisions of a report on the screen', value: history, unit: 'ms', atMost: 150 },
    ].map((figure) => ({ ...figure, value: rounded(figure.value) }) as Figure);
  } finally {
    await running.dispose();
  }
}

/** Copies the one report so many times under other units, and gives it so many revisions. */
function fill(page: Page, copies: number, revisions: number): Promise<void> {
  return page.evaluate(
    ([count, states]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gongkai-nianbao');
        opening.onsuccess = () => {
          const database = opening.result;
          const stores = ['reports', 'contents', 'revisions'];
          const transaction = database.transaction(stores, 'readwrite');
          const [reports, contents, kept] = stores.map((name) => transaction.objectStore(name)) as [
            IDBObjectStore,
            IDBObjectStore,
            IDBObjectStore,
          ];
          const reading = reports.getAll();
          reading.onsuccess = () => {
            // Ids stand in order: copies of an earlier call may come before the report they were made from.
            const report = (reading.result as { id: string }[]).find(({ id }) => !id.startsWith('copy '));
            const content = contents.get(report!.id);
            content.onsuccess = () => {
              for (let copy = 0; copy < count!; copy += 1) {
                const id = `copy ${String(Math.random())}`;
                reports.add({ ...report, id, organisationId: id, organisation: `某某单位${copy}` });
                contents.add({ ...(content.result as object), id });
              }
              const { text, checksum } = content.result as { text: string; checksum: string };
              for (let at = 0; at < states!; at += 1)
                kept.add({
                  ...{ id: `kept ${at}`, reportId: report!.id, kind: 'named', name: `版本${at}`, at },
                  ...{ text, checksum },
                });
            };
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onerror = () => reject(new Error(String(transaction.error)));
        };
      }),
    [copies, revisions],
  );
}

/** Milliseconds from the beginning of loading to the sections of the report on the screen. */
async function medianStart(page: Page): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await page.reload();
    await page.locator('[data-section]').first().waitFor();
    times.push(await page.evaluate(() => performance.now()));
  }
  return percentile(times, 0.5);
}

/** Milliseconds from the sections of the report on the screen to the whole list in the window that shows them. */
async function measureReading(page: Page): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await page.reload();
    await page.locator('[data-section]').first().waitFor();
    const begin = Date.now();
    await page.locator('.other-unit').waitFor();
    times.push(Date.now() - begin);
  }
  return percentile(times, 0.5);
}

/** The list opened for the first time in a window that has read it, and the search in it. */
async function measureList(page: Page): Promise<readonly [list: number, search: number]> {
  const begin = Date.now();
  await page.keyboard.press('Control+l');
  await page.locator('.virtual-rows .row').first().waitFor();
  const list = Date.now() - begin;
  const searches = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('.all-reports input[type="search"]')!;
    const times: number[] = [];
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    for (const text of ['某', '某某', '某某单', '某某单位', '某某单位9', '某某单位99', '某某单位999']) {
      const start = performance.now();
      write.set!.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - start);
    }
    return times;
  });
  // Esc would empty the search first.
  await page.locator('dialog[open] button.primary').click();
  return [list, percentile(searches, 0.5)];
}

async function measureHistory(page: Page): Promise<number> {
  const begin = Date.now();
  await page.locator('[data-command="history"]').click();
  await page.locator('.revisions tr').nth(1).waitFor();
  return Date.now() - begin;
}
