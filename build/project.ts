// Where things stand in the project folder, and what package.json says about it.
// Builds nothing and starts nothing.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder: the one that holds package.json. */
export const PROJECT_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every built bundle lies below this folder; version control ignores it. */
export const DIST_FOLDER = join(PROJECT_FOLDER, 'dist');

/** The window's built pages and scripts. */
export const RENDERER_FOLDER = join(DIST_FOLDER, 'renderer');

interface PackageFile {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function readPackageFile(): PackageFile {
  return JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as PackageFile;
}

/** The application's own version, “0.1.0”. */
export function applicationVersion(): string {
  return readPackageFile().version;
}

/** The exact Electron version that releases are made with; throws when package.json no longer pins one. */
export function pinnedElectronVersion(): string {
  const version = readPackageFile().devDependencies['electron'];
  if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error('package.json must pin an exact electron version.');
  }
  return version;
}

/**
 * The folder for what is fetched once and used by every clone: NIANBAO_CACHE, else `gongkai-nianbao` in the
 * user's cache folder.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['NIANBAO_CACHE'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const base = environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'gongkai-nianbao');
}
