// What a clerk feels, in a real headless Chromium: from Enter to the painted cell, from opening to the painted third
// table, and how much has to be loaded until then.

import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { formForYear } from '../../shared/forms/form-registry';
import { launchChromium } from '../helpers/launch-chromium';
import { sampleReport } from '../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../helpers/type-report';
import { percentile, rounded, type Figure } from './figure';

const ENTERS = 150;
const STARTS = 7;
const TABLE = 'requests';

declare global {
  interface Window {
    measuredEnters: number[];
  }
}

/** Opens the window, types down the columns of the third table and opens it again several times. */
export async function measureWindow(): Promise<readonly Figure[]> {
  const running = await launchChromium();
  try {
    const report = sampleReport('panyu');
    await running.page.goto('about:blank');
    const loaded = await countLoadedBytes(running.page, async () => {
      await running.page.goto(running.url);
      await createByDialog(running.page, report);
      await showSection(running.page, TABLE);
      await cellOf(running.page, report, firstAddress()).waitFor();
    });
    const enters = await measureEnters(running.page, report, ENTERS);
    await running.page.locator('.save-status', { hasText: '已保存' }).waitFor();
    const starts = await measureStarts(running.page, report);
    return [
      { name: 'Enter to painted, median', value: rounded(percentile(enters, 0.5)), unit: 'ms', atMost: 25 },
      { name: 'Enter to painted, p99', value: rounded(percentile(enters, 0.99)), unit: 'ms', atMost: 40 },
      {
        name: 'navigation to painted 表三, median',
        value: rounded(percentile(starts, 0.5)),
        unit: 'ms',
        atMost: 700,
      },
      { name: 'loaded until 表三 is painted, gzip', value: rounded(loaded / 1024), unit: 'KiB', atMost: 400 },
    ];
  } finally {
    await running.dispose();
  }
}

function firstAddress(): string {
  const form = formForYear(2021)!;
  return form.cells.find((cell) => cell.table.key === TABLE)!.address;
}

/** The gzip size of every answer of the server while `act` runs. */
async function countLoadedBytes(page: Page, act: () => Promise<void>): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.ok()) bodies.push(response.body());
  });
  await act();
  page.removeAllListeners('response');
  const loaded = await Promise.all(bodies);
  return loaded.reduce((total, body) => total + gzipSync(body).length, 0);
}

/** Waits until the effect of the last key is painted: no hand types faster than the frames come. */
function settle(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Milliseconds from the key press of Enter to the frame that shows its effect, once for each entered cell. */
export async function measureEnters(
  page: Page,
  report: ReturnType<typeof sampleReport>,
  enters: number,
): Promise<readonly number[]> {
  await page.evaluate(() => {
    const isListening = 'measuredEnters' in window;
    window.measuredEnters = [];
    if (isListening) return;
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter') return;
        const pressed = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.measuredEnters.push(performance.now() - pressed);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  await cellOf(page, report, firstAddress()).click();
  for (let enter = 0; enter < enters; enter += 1) {
    if (enter % 140 === 0) await cellOf(page, report, firstAddress()).click();
    await page.keyboard.type(String(enter % 10));
    await settle(page);
    await page.keyboard.press('Enter');
    await settle(page);
  }
  await page.waitForFunction((expected) => window.measuredEnters.length >= expected, enters);
  return page.evaluate(() => window.measuredEnters.slice(10));
}

/** Milliseconds from navigation to the painted third table, which was open when the window was closed. */
async function measureStarts(
  page: Page,
  report: ReturnType<typeof sampleReport>,
): Promise<readonly number[]> {
  const samples: number[] = [];
  await showSection(page, TABLE);
  for (let start = 0; start < STARTS; start += 1) {
    await page.reload({ waitUntil: 'commit' });
    await cellOf(page, report, firstAddress()).waitFor();
    samples.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) =>
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
          ),
      ),
    );
  }
  return samples;
}
