// Packages the current bundles into an unpacked folder for this machine, around an Electron that is here already.
// Downloads nothing.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, Platform, type Configuration } from 'electron-builder';
import { DEVELOPMENT_ELECTRON } from './development-runtime';
import type { FoundElectron } from './find-electron';
import { packagingConfiguration } from './packaging-configuration';
import { pinnedElectronVersion, PROJECT_FOLDER } from './project';

/** Packages into a folder below `output` and answers its path, for example release/linux-unpacked. */
export async function packageFolder(electron: FoundElectron, output?: string): Promise<string> {
  const runtime = dirname(electron.executable);
  if (electron.kind === 'official') {
    return buildFolder(packagingConfiguration({ version: pinnedElectronVersion(), folder: runtime }, output));
  }
  const copy = withoutLoader(runtime);
  try {
    return await buildFolder(packagingConfiguration({ version: DEVELOPMENT_ELECTRON, folder: copy }, output));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A copy of the runtime without the loader in resources/app, which would be opened in place of the packaged archive. */
function withoutLoader(runtime: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'gongkai-nianbao-runtime-'));
  const loader = join(runtime, 'resources');
  cpSync(runtime, copy, { recursive: true, filter: (path) => !path.startsWith(loader) });
  return copy;
}

async function buildFolder(config: Configuration): Promise<string> {
  let folder = '';
  await build({
    projectDir: PROJECT_FOLDER,
    targets: Platform.current().createTarget('dir'),
    config: { ...config, afterPack: ({ appOutDir }) => void (folder = appOutDir) },
  });
  return folder;
}
