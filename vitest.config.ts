// The two kinds of tests: `unit` in Node (a file that needs a page says jsdom in its first lines) and `e2e` in a
// real window, one file after the other, after all the others.

import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';
import packageFile from './package.json' with { type: 'json' };

export default defineConfig({
  plugins: [react()],
  define: {
    __APPLICATION_VERSION__: JSON.stringify(packageFile.version),
    __PINNED_ELECTRON_VERSION__: JSON.stringify(packageFile.devDependencies.electron),
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          // Property tests share two cores with everything else.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/helpers/prepare-windows.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
