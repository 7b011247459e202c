// Finds the window of an application that was started with --remote-debugging-port=0 and writes where it listens: for
// starts that Playwright cannot launch itself.

import { vi } from 'vitest';
import { PRODUCT_NAME, START_URL } from '../../electron/application-identity';

interface Target {
  readonly url: string;
  readonly title: string;
}

/**
 * Waits until the application's page is open under its name and answers the endpoint for `connectOverCDP`. `said`
 * answers what the process has written to stderr so far.
 */
export async function waitForWindow(said: () => string): Promise<string> {
  const patience = { timeout: 60_000, interval: 100 };
  const endpoint = await vi.waitUntil(() => /DevTools listening on (ws:\S+)/.exec(said())?.[1], patience);
  await vi.waitUntil(async () => (await listTargets(endpoint)).some(isApplication), patience);
  return endpoint;
}

function isApplication({ url, title }: Target): boolean {
  return url === START_URL && title.includes(PRODUCT_NAME);
}

async function listTargets(endpoint: string): Promise<readonly Target[]> {
  const response = await fetch(`http://${new URL(endpoint).host}/json/list`);
  return (await response.json()) as readonly Target[];
}
