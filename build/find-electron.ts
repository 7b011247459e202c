// Decides which Electron runs the application from the project folder: the official one, else the npm-hosted
// development runtime. Starts nothing.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDevelopmentRuntime } from './development-runtime';
import { PROJECT_FOLDER } from './project';

export interface FoundElectron {
  readonly kind: 'official' | 'development';
  readonly executable: string;
}

/** The official Electron once it has been downloaded, else undefined. Never downloads. */
export function findOfficialElectron(): FoundElectron | undefined {
  const packageFolder = join(PROJECT_FOLDER, 'node_modules/electron');
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? { kind: 'official', executable } : undefined;
}

/** An Electron that is on this machine already, the official one first; undefined when none is. */
export function findInstalledElectron(): FoundElectron | undefined {
  const development = findDevelopmentRuntime();
  return (
    findOfficialElectron() ??
    (development === undefined
      ? undefined
      : { kind: 'development', executable: join(development, 'electron') })
  );
}
