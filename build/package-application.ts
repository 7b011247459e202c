// `npm run package`: packages the current bundles. Without words it makes an unpacked folder for this machine in
// release/, also offline, with whichever Electron is here. With words it makes installers, always with the official
// Electron:
//
// npm run package                     release/linux-unpacked (or win-unpacked, mac)
// npm run package -- --win            installer for Windows x64 and arm64
// npm run package -- --linux          deb and AppImage for x64 and arm64

import { build } from 'electron-builder';
import { bundle } from './bundle';
import { chooseElectron } from './choose-electron';
import { packageFolder } from './package-folder';
import { packagingConfiguration } from './packaging-configuration';
import { pinnedElectronVersion, PROJECT_FOLDER } from './project';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  await bundle(['renderer', 'electron'], say);
  if (words.length > 0) {
    await packageInstallers(words);
    return;
  }
  const electron = await chooseElectron('automatic', say);
  if (electron === undefined) {
    throw new Error('没有可用的 Electron / no Electron is available');
  }
  if (electron.kind === 'development') {
    say(
      '用开发用运行环境打包，只供试用，不能发布 / Packaged with the development runtime: for trials, not for release.',
    );
  }
  say(await packageFolder(electron));
}

async function packageInstallers(words: readonly string[]): Promise<void> {
  const systems: Readonly<Record<string, 'win' | 'linux'>> = { '--win': 'win', '--linux': 'linux' };
  const wanted = words.map((word) => systems[word]);
  if (wanted.includes(undefined))
    throw new Error(`只有 --win 和 --linux / only --win and --linux: ${words.join(' ')}`);
  const config = packagingConfiguration({ version: pinnedElectronVersion() });
  await build({
    projectDir: PROJECT_FOLDER,
    config,
    ...(wanted.includes('win') ? { win: [] } : {}),
    ...(wanted.includes('linux') ? { linux: [] } : {}),
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    say(`打包失败 / Packaging failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
