// `npm test`: prepares a real Electron and a real Chromium, runs all tests and ends with one line
// “N passed, N failed”. With CI set nothing may be missing or skipped; on a developer's machine that cannot open one
// of the windows, the run says so in one line and goes on without it.
//
// npm test -- [words for vitest, a file or folder for one]

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseElectron } from '../build/choose-electron';
import { findInstalledElectron } from '../build/find-electron';
import { PROJECT_FOLDER } from '../build/project';
import { startDisplay } from './helpers/display';
import { findChromium } from './helpers/find-chromium';
import { countOutcome, type TestReport } from './helpers/test-outcome';
import { MISSING_WINDOWS } from './helpers/windows';

const isContinuousIntegration = (process.env['CI'] ?? '') !== '';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<boolean> {
  const words = process.argv.slice(2);
  const endDisplay = await startDisplay().catch((error: unknown) => {
    say(String(error));
    return undefined;
  });
  try {
    const missing = needsWindows(words) ? await findMissing(endDisplay !== undefined) : [];
    for (const { sentence } of missing) say(sentence);
    const folders = missing.length === 2 ? ['**'] : missing.map(({ folder }) => `${folder}/**`);
    const excluded = folders.map((files) => `--exclude=tests/e2e/${files}`);
    // Tests that run in both windows read which one to leave out.
    process.env[MISSING_WINDOWS] = missing.map(({ folder }) => folder).join(',');
    const { report, exitCode } = await runVitest([...words, ...excluded]);
    const outcome = countOutcome(
      report,
      exitCode,
      isContinuousIntegration ? missing.length : 0,
      isContinuousIntegration,
    );
    outcome.remarks.forEach(say);
    process.stdout.write(`${String(outcome.passed)} passed, ${String(outcome.failed)} failed\n`);
    return outcome.failed === 0;
  } finally {
    endDisplay?.();
  }
}

/** A run that names single files outside tests/e2e opens no window. */
function needsWindows(words: readonly string[]): boolean {
  const files = words.filter((word) => !word.startsWith('-'));
  return files.length === 0 || files.some((file) => file.includes('e2e') || !file.includes('/'));
}

interface Missing {
  readonly folder: 'desktop' | 'browser';
  readonly sentence: string;
}

async function findMissing(hasScreen: boolean): Promise<readonly Missing[]> {
  const missing: Missing[] = [];
  const electron = hasScreen
    ? (findInstalledElectron() ?? (await chooseElectron('automatic', say)))
    : undefined;
  if (electron === undefined) {
    missing.push({
      folder: 'desktop',
      sentence: `没有运行桌面窗口的测试：${hasScreen ? '没有可用的 Electron' : '没有图形界面，也没有 Xvfb'} / The tests in the desktop window did not run: ${hasScreen ? 'no Electron' : 'no display and no Xvfb'}.`,
    });
  }
  if ((await findChromium()) === undefined) {
    missing.push({
      folder: 'browser',
      sentence:
        '没有运行浏览器中的测试：没有可用的 Chromium / The tests in the browser did not run: no Chromium.',
    });
  }
  return missing;
}

async function runVitest(
  words: readonly string[],
): Promise<{ report: TestReport | undefined; exitCode: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-tests-'));
  const reportFile = join(folder, 'report.json');
  const vitest = join(PROJECT_FOLDER, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...words], {
    stdio: 'inherit',
    cwd: PROJECT_FOLDER,
  });
  const exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  try {
    return { report: JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport, exitCode };
  } catch {
    // A run that broke down before its end wrote no report; its exit code says so.
    return { report: undefined, exitCode };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    say(String(error));
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  },
);
