// Finds a real Chromium for tests: one that is installed on the machine, else the one inside @sparticuz/chromium,
// unpacked once into the cache folder together with the libraries that a bare machine lacks.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from '../../build/build-lock';
import { cacheFolder, PROJECT_FOLDER } from '../../build/project';

export interface FoundChromium {
  readonly executable: string;
  readonly environment: NodeJS.ProcessEnv;
  /** “Chromium 153.0.…”, as it says itself. */
  readonly version: string;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * A Chromium that starts, or undefined. NIANBAO_CHROMIUM names one, or says `packaged` for the one of the npm
 * package.
 */
export async function findChromium(): Promise<FoundChromium | undefined> {
  const named = process.env['NIANBAO_CHROMIUM'] ?? '';
  if (named !== '' && named !== 'packaged') return started(named, process.env);
  const installed = named === 'packaged' ? undefined : findOnPath();
  if (installed !== undefined) return started(installed, process.env);
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpackPackagedChromium();
  const executable = join(folder, 'chromium');
  const withLibraries = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  return started(executable, process.env) ?? started(executable, withLibraries);
}

function findOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
}

function started(executable: string, environment: NodeJS.ProcessEnv): FoundChromium | undefined {
  const { status, stdout } = spawnSync(executable, ['--version'], { env: environment, encoding: 'utf8' });
  return status === 0 ? { executable, environment, version: stdout.trim() } : undefined;
}

/** The package unpacks into the temporary folder, beside whoever else does; ours gets one of its own. */
async function unpackPackagedChromium(): Promise<string> {
  const packageFile = join(PROJECT_FOLDER, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const cache = cacheFolder();
  const place = join(cache, `chromium-${version}`);
  mkdirSync(cache, { recursive: true });
  return withLock(`${place}.lock`, async () => {
    if (existsSync(place)) return place;
    const staging = mkdtempSync(join(cache, '.unpacking-'));
    const script = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: PROJECT_FOLDER,
      encoding: 'utf8',
      // It unpacks its libraries only where it believes to run in that service.
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    if (status === 0) renameSync(staging, place);
    rmSync(staging, { recursive: true, force: true });
    if (status !== 0) throw new Error(`@sparticuz/chromium did not unpack: ${stderr}`);
    return place;
  });
}
