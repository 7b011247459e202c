// Which folder may know which: the dependency rules of the architecture, read from the imports as they stand.

import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../helpers/source-files';

interface ModuleRule {
  /** Other modules of ours that it may import; itself it always may. */
  readonly ours: readonly string[];
  /** Modules of which it may know the types, and nothing that runs. */
  readonly types?: readonly string[];
  /** Packages that it may import, by the start of their names. */
  readonly packages: readonly string[];
}

const SHARED = [
  'forms',
  'text',
  'report',
  'engine',
  'compare',
  'document',
  'clipboard',
  'formats',
  'ipc',
].map((name) => `shared/${name}`);
const RENDERER = ['store', 'platform', 'workers', 'grid', 'panels', 'commands'].map(
  (name) => `renderer/${name}`,
);
const WINDOW: ModuleRule = {
  ours: [...SHARED, ...RENDERER, 'renderer'],
  // What is kept has a shape that the window shows; it is reached through the store alone.
  types: ['renderer/database'],
  // pinyin-pro finds a row by the first letters of its label.
  packages: ['react', 'ag-grid', 'pinyin-pro'],
};

const RULES: Readonly<Record<string, ModuleRule>> = {
  'shared/forms': { ours: [], packages: [] },
  'shared/text': { ours: [], packages: [] },
  'shared/report': { ours: ['shared/forms', 'shared/text'], packages: ['big.js'] },
  'shared/engine': { ours: ['shared/forms', 'shared/report', 'shared/text'], packages: ['big.js'] },
  'shared/compare': {
    ours: ['shared/forms', 'shared/report', 'shared/text', 'shared/engine'],
    packages: ['big.js'],
  },
  'shared/document': {
    ours: ['shared/forms', 'shared/report', 'shared/text', 'shared/engine', 'shared/compare'],
    packages: ['big.js'],
  },
  // Amounts are summed exactly, also in the selection's sum.
  'shared/clipboard': { ours: ['shared/forms', 'shared/report', 'shared/text'], packages: ['big.js'] },
  'shared/formats': {
    ours: SHARED.filter((module) => module !== 'shared/ipc'),
    packages: ['xlsx', 'docx', 'fflate', 'big.js'],
  },
  'shared/ipc': { ours: ['shared/forms', 'shared/report', 'shared/text'], packages: [] },
  'renderer/database': { ours: ['shared/forms', 'shared/report', 'shared/text'], packages: ['dexie'] },
  'renderer/store': {
    ours: [...SHARED, 'renderer/database', 'renderer/platform', 'renderer/workers'],
    packages: ['react'],
  },
  'renderer/platform': { ours: ['shared/ipc', 'shared/text'], packages: [] },
  // Backups are made and taken in beside the window, with a connection of their own.
  'renderer/workers': { ours: [...SHARED, 'renderer/database'], packages: [] },
  'renderer/grid': WINDOW,
  'renderer/panels': WINDOW,
  'renderer/commands': WINDOW,
  // The start ties the database to the store; nothing else of the window knows it.
  renderer: { ours: [...WINDOW.ours, 'renderer/database'], packages: WINDOW.packages },
  'electron/command-line': { ours: SHARED, packages: ['node:'] },
  electron: { ours: SHARED, packages: ['electron', 'node:'] },
};

/** Node's own ways into the network: the main process opens no connection either. */
const NETWORK = /^node:(http|https|http2|net|tls|dgram|dns)(\/|$)/;

interface Import {
  readonly from: string;
  readonly module: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

/** `import … from`, `export … from`, `import '…'` and `import('…')`, with the words before the quoted target. */
const IMPORT = /(?:\b(?:import|export)\s([^;'"]*?)\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\2/g;

function moduleOf(path: string): string {
  return Object.keys(RULES)
    .filter((module) => path.startsWith(`${module}/`))
    .reduce((longest, module) => (module.length > longest.length ? module : longest), '');
}

const files = sourceFiles('shared', 'renderer', 'electron');
const imports: readonly Import[] = files.flatMap(({ path, code }) =>
  [...code.matchAll(IMPORT)].map(([, words = '', , specifier = '']) => ({
    from: path,
    module: moduleOf(path),
    target: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
    isTypeOnly: words.startsWith('type '),
  })),
);

function isAllowed({ module, target, isTypeOnly }: Import): boolean {
  const rule = RULES[module];
  if (rule === undefined) return false;
  const targetModule = moduleOf(target);
  if (isTypeOnly && rule.types?.includes(targetModule) === true) return true;
  if (targetModule !== '') return targetModule === module || rule.ours.includes(targetModule);
  return rule.packages.some((name) => target.startsWith(name));
}

const describeImport = ({ from, target }: Import): string => `${from} → ${target}`;

describe('imports', () => {
  it('are found: the test reads what it is meant to read', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.some(({ from, target }) => from.startsWith('electron/') && target === 'electron')).toBe(
      true,
    );
  });

  it('follow the dependency rules', () => {
    expect(imports.filter((one) => !isAllowed(one)).map(describeImport)).toEqual([]);
  });

  it('never lead into the build, the tests or another program', () => {
    const outside = imports.filter(({ target }) => /^(build|tests|node_modules)\//.test(target));
    expect(outside.map(describeImport)).toEqual([]);
  });

  it('of the main process open no network, and nothing of it fetches', () => {
    expect(imports.filter(({ target }) => NETWORK.test(target)).map(describeImport)).toEqual([]);
    const electron = files.filter(({ path }) => path.startsWith('electron/'));
    const fetching = electron.filter(({ code }) =>
      /\bfetch\(|\bnet\.(fetch|request)\(|autoUpdater/.test(code),
    );
    expect(fetching.map(({ path }) => path)).toEqual([]);
  });

  it('of file-format libraries, the database and the grid stand in their own folders alone', () => {
    const users = (name: RegExp): string[] => [
      ...new Set(imports.filter(({ target }) => name.test(target)).map(({ from }) => moduleOf(from))),
    ];
    const within = (found: string[], allowed: string[]): string[] =>
      found.filter((module) => !allowed.includes(module));
    expect(within(users(/^(xlsx|docx|fflate)(\/|$)/), ['shared/formats'])).toEqual([]);
    expect(within(users(/^dexie/), ['renderer/database'])).toEqual([]);
    expect(within(users(/^electron$/), ['electron'])).toEqual([]);
  });
});
