// Lint rules for the whole tree, and the import rules of architecture: which folder may know which.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Forbids a folder to import what its place in the architecture does not allow. */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});

const NO_PLATFORM = [
  [
    '^(react|react-dom|ag-grid-.*|dexie|electron)(/|$)',
    'shared/ knows no window, no database and no desktop.',
  ],
  ['^node:', 'shared/ runs in a browser and in a worker.'],
  ['/(renderer|electron|build|tests)/', 'shared/ is imported by the others, never the other way round.'],
];
const NO_FILE_FORMATS = ['^(xlsx|docx|fflate)(/|$)', 'File-format libraries belong to shared/formats.'];

export default tseslint.config(
  { ignores: ['dist/', 'release/', '.cache/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  forbid(
    ['shared/forms/**', 'shared/text/**'],
    [...NO_PLATFORM, NO_FILE_FORMATS, ['^\\.\\./', 'forms and text import nothing but themselves.']],
  ),
  forbid(
    ['shared/report/**'],
    [
      ...NO_PLATFORM,
      NO_FILE_FORMATS,
      [
        '^\\.\\./(engine|compare|document|clipboard|formats|ipc)',
        'report stands below the modules that read it.',
      ],
    ],
  ),
  forbid(
    ['shared/engine/**'],
    [
      ...NO_PLATFORM,
      NO_FILE_FORMATS,
      ['^\\.\\./(compare|document|clipboard|formats|ipc)', 'engine stands below the modules that read it.'],
    ],
  ),
  forbid(
    ['shared/compare/**'],
    [
      ...NO_PLATFORM,
      NO_FILE_FORMATS,
      ['^\\.\\./(document|clipboard|formats|ipc)', 'compare stands below the modules that read it.'],
    ],
  ),
  forbid(['shared/document/**', 'shared/clipboard/**', 'shared/ipc/**'], [...NO_PLATFORM, NO_FILE_FORMATS]),
  forbid(['shared/formats/**'], NO_PLATFORM),
  forbid(
    ['renderer/**'],
    [
      ['^(electron|node:.*)(/|$)', 'The renderer reaches the desktop through renderer/platform only.'],
      ['/electron/', 'The renderer never imports the main process.'],
      ['^(xlsx|docx|fflate)(/|$)', 'File formats are reached through shared/formats.'],
      ['^dexie', 'Only renderer/database knows Dexie.'],
    ],
    ['renderer/database/**'],
  ),
  forbid(
    ['renderer/store/**'],
    [
      ['^ag-grid', 'The store knows no grid.'],
      ['^(electron|node:.*)(/|$)', 'No desktop here.'],
      ['^dexie', 'Only renderer/database knows Dexie.'],
    ],
  ),
  forbid(
    ['renderer/database/**'],
    [
      ['^(react|react-dom|ag-grid-.*|electron|node:.*)(/|$)', 'The database knows no window.'],
      ['^\\.\\./(grid|panels|commands|store)', 'The database stands below the store.'],
    ],
  ),
  forbid(
    ['electron/**'],
    [
      ['^(react|react-dom|ag-grid-.*|dexie)(/|$)', 'The main process draws nothing and keeps no database.'],
      ['/renderer/', 'The main process never imports the renderer.'],
    ],
    ['electron/command-line/**'],
  ),
  forbid(
    ['electron/command-line/**'],
    [
      ['^electron$', 'Outside Electron its import tries to download and throws.'],
      ['^(react|react-dom|ag-grid-.*|dexie)(/|$)', 'The command line has no window.'],
      ['/renderer/', 'The command line has no window.'],
    ],
  ),
);
