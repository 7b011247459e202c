// `npm start` as a person runs it: opens the application, and says in one sentence what is in its way.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_FOLDER } from '../../../build/project';
import { BROWSER_EDITION_PORT } from '../../../build/serve-browser-edition';
import { findInstalledElectron, findOfficialElectron } from '../../../build/find-electron';
import { killGroup, removeProfile } from '../../helpers/launch-electron';
import { waitForWindow } from '../../helpers/remote-window';

interface Start {
  readonly process: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

function start(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Start {
  // Without the process that tsx puts before it, which ends on its own when a signal is not heard within 30 ms.
  const program = ['--import', 'tsx', join(PROJECT_FOLDER, 'build/start.ts')];
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: PROJECT_FOLDER,
    // A group of its own, so that nothing is left running when a test fails half-way.
    detached: process.platform !== 'win32',
    env: { ...process.env, NIANBAO_RUNTIME: findInstalledElectron()?.kind, ...environment },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  onTestFinished(() => killGroup(child));
  return {
    process: child,
    said: () => said,
    ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  };
}

describe('npm start', () => {
  it('opens the current bundle, passes switches on, and ends with its window', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'nianbao-start-'));
    onTestFinished(() => removeProfile(profile));
    const started = start([`--user-data-dir=${profile}`, '--remote-debugging-port=0']);
    await waitForWindow(started.said);
    if (process.getuid?.() === 0) expect(started.said()).toMatch(/以 root 运行.*--no-sandbox/);
    started.process.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('says what to do where there is no display', async () => {
    // Other systems always have one.
    if (process.platform !== 'linux') return;
    const started = start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(await started.ended).toBe(1);
    expect(started.said()).toMatch(/没有图形界面.*xvfb-run -a npm start.*There is no display/);
  });

  it('says that the browser edition’s port is taken, and takes no other', async () => {
    await occupyPort();
    const started = start(['--no-open']);
    expect(await started.ended).toBe(1);
    expect(started.said()).toMatch(/端口 17321 用不了（EADDRINUSE）.*Port 17321 is not available/);
  });

  it('says that no Electron can be had, and goes on to the browser', async () => {
    // A machine that has the official one needs no download to fail.
    if (findOfficialElectron() !== undefined) return;
    const cache = mkdtempSync(join(tmpdir(), 'nianbao-cache-'));
    onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
    await occupyPort();
    const started = start([], {
      NIANBAO_RUNTIME: 'official',
      NIANBAO_CACHE: cache,
      // A port that nothing listens on.
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    });
    expect(await started.ended).toBe(1);
    expect(started.said()).toMatch(
      /官方 Electron 无法下载（.+）.*ELECTRON_MIRROR[\s\S]*could not be downloaded/,
    );
    expect(started.said()).toMatch(/没有可用的 Electron，改在浏览器中打开.*opening in the browser/);
    expect(started.said()).toMatch(/端口 17321/);
  });
});

/** Takes the browser edition's port until the test ends, so that nothing is served. */
async function occupyPort(): Promise<void> {
  const occupant = createServer();
  await new Promise<void>((resolve) => {
    // Taken by somebody else already is just as well.
    occupant.once('error', () => resolve());
    occupant.listen(BROWSER_EDITION_PORT, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => void occupant.close());
}
