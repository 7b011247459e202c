// Downloads the official Electron that package.json pins, with its own downloader (which checks its checksums and
// honours ELECTRON_MIRROR) and with the time limits that the downloader lacks.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './build-lock';
import { findOfficialElectron, type FoundElectron } from './find-electron';
import { cacheFolder, PROJECT_FOLDER } from './project';
import { StalledError, watchProgress, type ProgressLimits } from './watch-progress';

const LIMITS: ProgressLimits = { connectSeconds: 10, stallSeconds: 30 };

/** How a download went; `reason` is short, in Chinese and English. */
export type OfficialDownload =
  | { readonly outcome: 'ready'; readonly electron: FoundElectron }
  | { readonly outcome: 'unreachable'; readonly reason: string };

/**
 * Downloads and unpacks the official Electron into node_modules, unless it is there. Gives up after 10 s without
 * a first byte and after 30 s without a further one.
 */
export async function downloadOfficialElectron(progress: (line: string) => void): Promise<OfficialDownload> {
  return withLock(join(cacheFolder(), 'official-electron.lock'), async () => {
    const present = findOfficialElectron();
    if (present !== undefined) return { outcome: 'ready', electron: present };
    progress('正在下载官方 Electron（约 120 MB）/ downloading the official Electron (about 120 MB) …');
    const failure = await runInstaller(join(PROJECT_FOLDER, 'node_modules/electron/install.js'), LIMITS);
    const electron = findOfficialElectron();
    if (failure === undefined && electron !== undefined) return { outcome: 'ready', electron };
    return { outcome: 'unreachable', reason: failure ?? '没有写出文件 / nothing was written' };
  });
}

/** Runs the installer's script; undefined when it went well, else the reason, in Chinese and English. */
export async function runInstaller(installer: string, limits: ProgressLimits): Promise<string | undefined> {
  const temporary = mkdtempSync(join(tmpdir(), 'gongkai-nianbao-electron-'));
  const child = spawn(process.execPath, [installer], {
    cwd: PROJECT_FOLDER,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...proxySetting(), TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  try {
    const unpacked = join(PROJECT_FOLDER, 'node_modules/electron/dist');
    await watchProgress(child, [temporary, unpacked], limits);
    return undefined;
  } catch (error) {
    if (error instanceof StalledError) {
      return '服务器没有响应 / the server does not answer';
    }
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Its downloader uses the proxy of the environment only when told to. */
function proxySetting(): NodeJS.ProcessEnv {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy', 'http_proxy'];
  return names.some((name) => process.env[name] !== undefined) ? { ELECTRON_GET_USE_PROXY: 'true' } : {};
}
