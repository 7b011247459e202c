// `npm run test:faults`: the long loop of kills while typing, in Electron and in Chromium. KILLS sets how many.

process.env['KILLS'] ??= '200';
process.argv.push('tests/e2e/desktop/durability.test.ts', 'tests/e2e/browser/durability.test.ts');
await import('./run');

export {};
