// “Offline” is a tested promise: whatever a page or the main process tries, nothing reaches a listening server,
// while the same probes reach it from a window without the policies.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PROJECT_FOLDER } from '../../../build/project';
import { attended, installedElectron, launchElectron } from '../../helpers/launch-electron';
import {
  countArrivals,
  runProbes,
  startProbeServers,
  stopProbeServers,
  type ProbeServers,
} from './network-probes';

const CONTROL_WINDOW = join(PROJECT_FOLDER, 'tests/e2e/desktop/control-window');

/** Absence cannot be awaited: what is on its way when the last probe has ended gets this long to arrive. */
const GRACE_MILLISECONDS = 1500;

async function servers(): Promise<ProbeServers> {
  const started = await startProbeServers();
  onTestFinished(() => stopProbeServers(started));
  return started;
}

function nothing(started: ProbeServers): Record<string, number> {
  return Object.fromEntries(Object.keys(started).map((name) => [name, 0]));
}

describe('不联网', () => {
  it('lets no probe of the page or of the main process reach a server', async () => {
    const started = await servers();
    const running = await launchElectron();
    onTestFinished(() => running.dispose());
    await runProbes(running.app, running.page, started);
    await pause(GRACE_MILLISECONDS);
    expect(countArrivals(started)).toEqual(nothing(started));
    expect(running.page.url()).toMatch(/^app:\/\/nianbao\//);
  });

  it('still lets none through when the content security policy is switched off', async () => {
    const started = await servers();
    const running = await launchElectron();
    onTestFinished(() => running.dispose());
    const inspector = await running.app.context().newCDPSession(running.page);
    await inspector.send('Page.setBypassCSP', { enabled: true });
    await running.page.reload();
    await runProbes(running.app, running.page, started);
    await pause(GRACE_MILLISECONDS);
    expect(countArrivals(started)).toEqual(nothing(started));
  });

  it('refuses in three layers, each of which would be enough: request, resolver, proxy', async () => {
    const running = await launchElectron();
    onTestFinished(() => running.dispose());
    const layers = await running.app.evaluate(async ({ net, session }) => ({
      request: await net.fetch('http://127.0.0.1:9/').then(() => 'answered', String),
      address: await session.defaultSession.resolveHost('127.0.0.1').then(() => 'resolved', String),
      name: await session.defaultSession.resolveHost('localhost').then(() => 'resolved', String),
      proxy: await session.defaultSession.resolveProxy('http://127.0.0.1:9/'),
    }));
    expect(layers.request).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(layers.address).toContain('ERR_NAME_NOT_RESOLVED');
    expect(layers.name).toContain('ERR_NAME_NOT_RESOLVED');
    expect(layers.proxy).toBe('PROXY network.invalid:1');
  });

  it('would see them: every probe arrives from a window without the policies', async () => {
    const started = await servers();
    const profile = mkdtempSync(join(tmpdir(), 'nianbao-control-'));
    const app = await _electron.launch({
      executablePath: installedElectron(),
      args: [...attended(CONTROL_WINDOW), `--user-data-dir=${profile}`],
    });
    onTestFinished(async () => {
      app.process().kill('SIGKILL');
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    });
    await runProbes(app, await app.firstWindow(), started);
    await vi.waitFor(
      () => {
        const missing = Object.entries(countArrivals(started)).filter(([, count]) => count === 0);
        expect(missing.map(([name]) => name)).toEqual([]);
      },
      { timeout: 60_000, interval: 200 },
    );
  });
});
