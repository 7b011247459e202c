// Starts the browser edition in a real Chromium with a profile on the disk, on the bundle that npm start would serve.
// Tests drive the page with Playwright.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { RENDERER_FOLDER } from '../../build/project';
import { serveBrowserEdition } from '../../build/serve-browser-edition';
import { findChromium } from './find-chromium';

export interface ChromiumOptions {
  /** A profile folder to open again; without it a new one, removed on dispose. */
  readonly profile?: string;
  /** The port of an earlier run: data belong to the origin, so a profile is opened again on the same port. */
  readonly port?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Further switches for Chromium. */
  readonly switches?: readonly string[];
}

export interface RunningChromium {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  readonly profile: string;
  /** The bytes of the file that the act downloads. */
  savedBy(act: () => Promise<void>): Promise<Uint8Array>;
  /** Opens a report file by the button and its dialog, and waits until the window has said so. */
  openFile(path: string): Promise<void>;
  /** Closes the browser as a person does; the profile stays. */
  close(): Promise<void>;
  /** Closes it and opens it again on the same profile and address. */
  reopen(): Promise<RunningChromium>;
  /** Closes it and removes the profile. */
  dispose(): Promise<void>;
}

/** The content area of a 1366 × 768 screen less task bar and title bar. */
export const SMALL_SCREEN = { width: 1366, height: 669 } as const;

/** Waits until the application has started and drawn itself into the page. */
export async function waitForApplication(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
}

/** Opens the application; it is shown when the promise resolves. Throws when there is no Chromium. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<RunningChromium> {
  const found = await findChromium();
  if (found === undefined)
    throw new Error('没有可用的 Chromium / No Chromium could be started on this machine.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'nianbao-chromium-'));
  const edition = await serveBrowserEdition(RENDERER_FOLDER, options.port ?? 0);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.executable,
    env: definedVariables(found.environment),
    headless: true,
    chromiumSandbox: false,
    acceptDownloads: true,
    locale: 'zh-CN',
    viewport: options.viewport ?? SMALL_SCREEN,
    args: ['--lang=zh-CN', '--disable-gpu', ...(options.switches ?? [])],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // Playwright catches file choosers while somebody listens. Turned on only for the wait of a test, that sometimes comes
  // later than the key, and a chooser that nobody catches is cancelled.
  page.on('filechooser', () => undefined);
  await page.goto(edition.url);
  await waitForApplication(page);
  const close = async (): Promise<void> => {
    await context.close();
    await edition.close();
  };
  return {
    page,
    context,
    url: edition.url,
    profile,
    savedBy: async (act) => {
      const download = page.waitForEvent('download');
      await act();
      return readFileSync(await (await download).path());
    },
    openFile: async (path) => {
      const chooser = page.waitForEvent('filechooser');
      await page.locator('[data-command="open-file"]').click();
      await (await chooser).setFiles(path);
      await page.locator('.notice', { hasText: `已打开 ${basename(path)}` }).waitFor();
    },
    close,
    reopen: async () => {
      await close();
      return launchChromium({ ...options, profile, port: Number(new URL(edition.url).port) });
    },
    dispose: async () => {
      await close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** An environment as Playwright takes it: without the variables that are not set. */
export function definedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const set = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(set);
}
