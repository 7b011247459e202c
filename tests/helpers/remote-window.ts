// Finds the window of an application that was started with --remote-debugging-port=0 and writes where it listens: for
// starts that Playwright cannot launch itself.

import { vi } from 'vitest';

export interface RemoteWindow {
  /** For `connectOverCDP`. */
  readonly endpoint: string;
  readonly title: string;
}

interface Target {
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

/** Waits until the application's page is open and named; `said` answers what the process has written to stderr so far. */
export async function waitForWindow(said: () => string, url: string): Promise<RemoteWindow> {
  const endpoint = await vi.waitUntil(() => /DevTools listening on (ws:\S+)/.exec(said())?.[1], {
    timeout: 60_000,
  });
  const page = await vi.waitUntil(
    async () => (await listTargets(endpoint)).find((target) => target.url === url && target.title !== ''),
    {
      timeout: 60_000,
      interval: 100,
    },
  );
  return { endpoint, title: page.title };
}

async function listTargets(endpoint: string): Promise<readonly Target[]> {
  const response = await fetch(`http://${new URL(endpoint).host}/json/list`);
  return (await response.json()) as readonly Target[];
}
