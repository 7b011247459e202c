// How fast the tables answer in a headless Chromium. A plain table of the same size, measured in the same run, is the
// reference. Nothing is asserted here.

import type { Page } from 'playwright-core';
import { openHarness, type OpenHarness } from '../renderer/grid/harness/open-harness';
import { percentile, rounded, type Figure } from './figure';

const SAMPLES = 240;
/** One frame at 60 Hz, in milliseconds. */
const FRAME = 16.7;

/** Enter, its handler and a large paste. Throws when there is no Chromium. */
export async function measureGrid(): Promise<readonly Figure[]> {
  const harness = await openHarness();
  try {
    return [...(await measureEnter(harness)), await measureHandler(harness), await measurePaste(harness)];
  } finally {
    await harness.dispose();
  }
}

/** Enter to painted: from the time of the key event to the first task behind the frame that shows its effect. */
async function measureEnter(harness: OpenHarness): Promise<readonly Figure[]> {
  const grid = await harness.openTable('requests', 'panyu');
  const plain = await harness.openTable('plain', 'panyu');
  const withLastYear = await harness.openTable('requests', 'panyu&previous&last-year');
  const times = { grid: [] as number[], plain: [] as number[], withLastYear: [] as number[] };
  // In turns, so that whatever else the machine does meets both alike.
  for (let round = 0; round < 6; round += 1) {
    await grid.bringToFront();
    times.grid.push(...(await timeEnters(grid, '[id="cell-requests.newlyReceived.naturalPerson"]')));
    await withLastYear.bringToFront();
    times.withLastYear.push(
      ...(await timeEnters(withLastYear, '[id="cell-requests.newlyReceived.naturalPerson"]')),
    );
    await plain.bringToFront();
    times.plain.push(...(await timeEnters(plain, '[id="plain-requests.newlyReceived.naturalPerson"]')));
  }
  await withLastYear.context().close();
  await grid.context().close();
  await plain.context().close();
  const beyond = (share: number): number =>
    rounded(percentile(times.grid, share) - percentile(times.plain, share));
  const reference = 'a plain table of the same size in the same run';
  return [
    {
      name: 'Enter to painted beyond the plain table, median',
      value: beyond(0.5),
      unit: 'ms',
      atMost: FRAME,
      reference,
    },
    {
      name: 'Enter to painted beyond the plain table, p99',
      value: beyond(0.99),
      unit: 'ms',
      atMost: 2 * FRAME,
      reference,
    },
    {
      name: 'Enter to painted with last year in the cells, beyond the plain table, median',
      value: rounded(percentile(times.withLastYear, 0.5) - percentile(times.plain, 0.5)),
      unit: 'ms',
      atMost: FRAME,
      reference,
    },
    {
      name: 'Enter to painted with last year in the cells, beyond the plain table, p99',
      value: rounded(percentile(times.withLastYear, 0.99) - percentile(times.plain, 0.99)),
      unit: 'ms',
      atMost: 2 * FRAME,
      reference,
    },
    {
      name: 'Enter to painted, plain table, median',
      value: rounded(percentile(times.plain, 0.5)),
      unit: 'ms',
    },
  ];
}

async function timeEnters(page: Page, first: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    (window as unknown as { times: number[] }).times = times;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', listen, { capture: true });
    (window as unknown as { stop: () => void }).stop = () =>
      window.removeEventListener('keydown', listen, { capture: true });
  });
  await page.locator(first).click();
  await page.locator(first).focus();
  const count = 23;
  const key = SAMPLES / 6;
  for (let at = 0; at < key; at += 1) {
    if (at % count === 0) await page.locator(first).focus();
    await page.keyboard.press(String((at % 9) + 1));
    await page.keyboard.press('Enter');
  }
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 100));
    const { times, stop } = window as unknown as { times: number[]; stop: () => void };
    stop();
    return times;
  });
}

/** Enter alone, without the frame: key handler, edit, totals, rules, and every dependent figure in the page. */
async function measureHandler(harness: OpenHarness): Promise<Figure> {
  const page = await harness.openTable('requests', 'panyu');
  await page.locator('[id="cell-requests.newlyReceived.naturalPerson"]').click();
  const times = await page.evaluate((samples) => {
    const durations: number[] = [];
    const press = (key: string): void => {
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    };
    for (let at = 0; at < samples; at += 1) {
      if (at % 20 === 0)
        document.getElementById('cell-requests.newlyReceived.naturalPerson')!.focus({ preventScroll: true });
      press('5');
      const field = document.activeElement as HTMLInputElement;
      field.value = String(at + 1);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const start = performance.now();
      press('Enter');
      durations.push(performance.now() - start);
    }
    return durations;
  }, SAMPLES);
  await page.context().close();
  return {
    name: 'Enter to all dependent figures in the page, median',
    value: rounded(percentile(times, 0.5)),
    unit: 'ms',
    atMost: 4,
  };
}

/** A block of 23 × 6 cells, to the frame that shows it. */
async function measurePaste(harness: OpenHarness): Promise<Figure> {
  const page = await harness.openTable('requests', 'empty');
  await page.locator('[id="cell-requests.newlyReceived.naturalPerson"]').click();
  const times = await page.evaluate(async () => {
    const durations: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      const text = Array.from({ length: 23 }, (_, row) =>
        Array.from({ length: 6 }, (_cell, column) => String(at + row * 6 + column)).join('\t'),
      ).join('\n');
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.getElementById('cell-requests.newlyReceived.naturalPerson')!.focus();
      const start = performance.now();
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement!.dispatchEvent(event);
      await new Promise<void>((done) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done();
          channel.port2.postMessage(null);
        }),
      );
      durations.push(performance.now() - start);
    }
    return durations;
  });
  await page.context().close();
  return {
    name: 'paste of 23 × 6 cells to painted, median',
    value: rounded(percentile(times, 0.5)),
    unit: 'ms',
    atMost: 40,
  };
}
