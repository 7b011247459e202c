// Builds the page with one table and opens it in a real Chromium, under the security policy of the browser edition.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { PROJECT_FOLDER } from '../../../../build/project';
import { serveBrowserEdition } from '../../../../build/serve-browser-edition';
import { findChromium } from '../../../helpers/find-chromium';

export interface OpenHarness {
  readonly browser: Browser;
  /** A new page with this table (`requests`) and this sample report (`panyu`, `empty`, `different` …). */
  openTable(table: string, report: string, viewport?: Viewport): Promise<Page>;
  /** What was sent to the pages, by file. */
  readonly served: ReadonlyMap<string, Buffer>;
  /** What the pages complained about on their consoles. */
  readonly complaints: readonly string[];
  dispose(): Promise<void>;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Builds, serves and opens; throws when there is no Chromium on this machine. */
export async function openHarness(): Promise<OpenHarness> {
  const found = await findChromium();
  if (found === undefined) throw new Error('No Chromium could be started on this machine.');
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-grid-'));
  await build({
    configFile: false,
    root: join(PROJECT_FOLDER, 'tests/renderer/grid/harness'),
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  const server = await serveBrowserEdition(folder, 0);
  const browser = await chromium.launch({
    executablePath: found.executable,
    env: Object.fromEntries(
      Object.entries(found.environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    chromiumSandbox: false,
    args: ['--lang=zh-CN', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const complaints: string[] = [];
  const served = new Map<string, Buffer>();
  return {
    browser,
    complaints,
    served,
    async openTable(table, report, viewport = { width: 1366, height: 669 }) {
      const context = await browser.newContext({ viewport, locale: 'zh-CN' });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
      // tsx marks inner functions with this helper, which does not exist where they are sent to.
      await context.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!/\.(js|css)$/u.test(pathname) || served.has(pathname)) return;
        served.set(pathname, Buffer.alloc(0));
        void response.body().then(
          (body) => served.set(pathname, body),
          () => undefined,
        );
      });
      await page.goto(`${server.url}?table=${table}&report=${report}`);
      await page.locator('[data-cell], td[tabindex]').first().waitFor();
      return page;
    },
    async dispose() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
