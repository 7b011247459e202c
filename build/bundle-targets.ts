// The three bundles of the application: from which folders each is made, and how Vite makes it.
// When they are built is decided in bundle.ts.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { applicationVersion, pinnedElectronVersion, PROJECT_FOLDER } from './project';

export interface BundleTarget {
  readonly name: 'renderer' | 'electron' | 'command-line';
  /** Folders and files, relative to the project, whose contents decide whether the bundle is current. */
  readonly sources: readonly string[];
  /** The file that it starts from; the target is passed over while that file does not exist. */
  readonly entry: string;
  /** The file below dist/<name> that the application opens first. */
  readonly product: string;
  /** Vite's settings, one build after the other, into the empty folder given. It becomes dist/<name>. */
  readonly configure: (outputFolder: string) => readonly InlineConfig[];
}

/** Files that every bundle depends on beside its own sources. */
export const COMMON_SOURCES: readonly string[] = [
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
  'build/bundle.ts',
  'build/bundle-targets.ts',
];

// Windows 7 and several domestic desktops stop at Chromium 109; the browser edition runs there.
const OLDEST_BROWSER = 'chrome109';
const NODE_TARGET = 'node20';

const quietBuild: InlineConfig = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  clearScreen: false,
};

function configureRenderer(outputFolder: string): InlineConfig {
  return {
    ...quietBuild,
    root: join(PROJECT_FOLDER, 'renderer'),
    base: '/',
    plugins: [react()],
    define: { __APPLICATION_VERSION__: JSON.stringify(applicationVersion()) },
    worker: { format: 'es' },
    build: {
      outDir: outputFolder,
      emptyOutDir: false,
      target: OLDEST_BROWSER,
      // The polyfill fetches modules by script; every browser we accept preloads them natively.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
    },
  };
}

/** A bundle for Node or Electron's main process: every dependency inside, only Node and Electron outside. */
function configureNode(entry: string, fileName: string, outputFolder: string): InlineConfig {
  return {
    ...quietBuild,
    root: PROJECT_FOLDER,
    publicDir: false,
    define: {
      __APPLICATION_VERSION__: JSON.stringify(applicationVersion()),
      __PINNED_ELECTRON_VERSION__: JSON.stringify(pinnedElectronVersion()),
    },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: entry,
      outDir: outputFolder,
      emptyOutDir: false,
      target: NODE_TARGET,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: fileName, chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  };
}

/** Electron opens a folder with a manifest that names its first file. */
const PAGE_PRINTER = 'page-printer';

function withManifest(config: InlineConfig): InlineConfig {
  const manifest = { name: PAGE_PRINTER, version: applicationVersion(), type: 'module', main: 'main.mjs' };
  return {
    ...config,
    plugins: [
      {
        name: 'manifest',
        generateBundle() {
          const fileName = `${PAGE_PRINTER}/package.json`;
          this.emitFile({ type: 'asset', fileName, source: JSON.stringify(manifest) });
        },
      },
    ],
  };
}

function configurePreload(outputFolder: string): InlineConfig {
  return {
    ...quietBuild,
    root: PROJECT_FOLDER,
    publicDir: false,
    build: {
      outDir: outputFolder,
      emptyOutDir: false,
      target: OLDEST_BROWSER,
      minify: false,
      reportCompressedSize: false,
      lib: {
        entry: join(PROJECT_FOLDER, 'electron/preload.ts'),
        formats: ['cjs'],
        fileName: () => 'preload.cjs',
      },
      // A sandboxed preload can require nothing but electron, so it must be one file.
      rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
    },
  };
}

/** All bundles; a target whose entry file is absent is left out. */
export function bundleTargets(): readonly BundleTarget[] {
  const targets: readonly BundleTarget[] = [
    {
      name: 'renderer',
      sources: ['renderer', 'shared'],
      entry: 'renderer/index.html',
      product: 'index.html',
      configure: (folder) => [configureRenderer(folder)],
    },
    {
      name: 'electron',
      sources: ['electron', 'shared'],
      entry: 'electron/main.ts',
      product: 'main.mjs',
      configure: (folder) => [
        configureNode('electron/main.ts', 'main.mjs', folder),
        configurePreload(folder),
      ],
    },
    {
      name: 'command-line',
      sources: ['electron', 'shared'],
      entry: 'electron/command-line/report.ts',
      product: 'report.mjs',
      configure: (folder) => [
        configureNode('electron/command-line/report.ts', 'report.mjs', folder),
        withManifest(configureNode('electron/print-page.ts', `${PAGE_PRINTER}/main.mjs`, folder)),
      ],
    },
  ];
  return targets.filter((target) => existsSync(join(PROJECT_FOLDER, target.entry)));
}
