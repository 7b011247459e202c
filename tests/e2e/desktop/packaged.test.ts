// The packaged application: it opens from its archive, keeps its data in the folder of the fixed name, and its
// runtime is locked. The archive is made here, from the current bundles.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findInstalledElectron } from '../../../build/find-electron';
import { packageFolder } from '../../../build/package-folder';
import type { DesktopBridge } from '../../../shared/ipc/desktop-bridge';
import { removeProfile } from '../../helpers/launch-electron';
import { waitForWindow } from '../../helpers/remote-window';

declare const window: Window & { nianbao: DesktopBridge };

describe('打包后的程序', () => {
  let output: string;
  let folder: string;
  beforeAll(async () => {
    const electron = findInstalledElectron();
    if (electron === undefined) throw new Error('no Electron');
    output = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
    folder = await packageFolder(electron, output);
  });
  afterAll(() => rmSync(output, { recursive: true, force: true }));
  const program = (): string =>
    join(folder, process.platform === 'win32' ? '政务公开年报.exe' : 'gongkai-nianbao');

  async function open(settings: string): Promise<{ page: Page; said: () => string }> {
    const words = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];
    const child = spawn(program(), words, { env: { ...process.env, XDG_CONFIG_HOME: settings } });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
      removeProfile(settings);
    });
    const endpoint = await waitForWindow(() => said);
    const browser = await chromium.connectOverCDP(endpoint);
    const page = await vi.waitUntil(() => browser.contexts()[0]?.pages()[0]);
    return { page, said: () => said };
  }

  it('opens from its archive, with its data where the development start has them', async () => {
    const settings = mkdtempSync(join(tmpdir(), 'nianbao-settings-'));
    const { page, said } = await open(settings);
    const information = await page.evaluate(() => window.nianbao.applicationInformation());
    const isDevelopment = findInstalledElectron()?.kind === 'development';
    const name = isDevelopment ? 'gongkai-nianbao-development' : 'gongkai-nianbao';
    expect(information).toMatchObject({
      dataFolder: join(settings, name),
      isDevelopmentProfile: isDevelopment,
    });
    expect(readdirSync(settings)).toEqual([name]);
    // A fuse: nobody attaches a debugger to the main process of the released application.
    expect(said()).not.toMatch(/Debugger listening/);
  });

  it('carries nothing but its archive, and no loader of the development runtime', () => {
    expect(readdirSync(join(folder, 'resources'))).toEqual(['app.asar']);
  });

  it('has its runtime locked', async () => {
    const fuses = await getCurrentFuseWire(program());
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const option of off) expect([option, fuses[option]]).toEqual([option, FuseState.DISABLE]);
    for (const option of [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption]) {
      expect([option, fuses[option]]).toEqual([option, FuseState.ENABLE]);
    }
  });
});
