// `npm start`: builds what is out of date, gets an Electron and opens the application in it; where no Electron is to
// be had, serves the same bundle to the browser of this machine. Every failure is one sentence, in two languages.
//
// npm start -- [--browser] [--no-open] [switches and report files for the application]
//   --browser    serve to the browser without looking for an Electron
//   --no-open    serve, but open no browser
// Environment: NIANBAO_RUNTIME = official | development (no other is tried), NIANBAO_CACHE (folder for runtimes),
// ELECTRON_MIRROR (where the official Electron is downloaded from).

import { spawn } from 'node:child_process';
import { bundle } from './bundle';
import { chooseElectron, type RuntimeChoice } from './choose-electron';
import { electronCommandLine, explainExit, hasDisplay, NO_DISPLAY } from './electron-command-line';
import type { FoundElectron } from './find-electron';
import { PROJECT_FOLDER, RENDERER_FOLDER } from './project';
import { BROWSER_EDITION_PORT, serveBrowserEdition } from './serve-browser-edition';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const wantsBrowser = words.includes('--browser') || words.includes('--no-open');
  const passedOn = words.filter((word) => word !== '--browser' && word !== '--no-open');
  if (!wantsBrowser && !hasDisplay(process.platform, process.env)) {
    say(NO_DISPLAY);
    return 1;
  }
  await bundle(['renderer', 'electron'], say);
  if (!wantsBrowser) {
    const electron = await chooseElectron(runtimeChoice(), say);
    if (electron !== undefined) return runElectron(electron, passedOn);
    say(
      '没有可用的 Electron，改在浏览器中打开；数据保存在浏览器里 / ' +
        'No Electron is available; opening in the browser, which will keep the data.',
    );
  }
  return serve(!words.includes('--no-open'));
}

function runtimeChoice(): RuntimeChoice {
  const choice = process.env['NIANBAO_RUNTIME'] ?? '';
  if (choice === '') return 'automatic';
  if (choice === 'official' || choice === 'development') return choice;
  throw new Error(
    `NIANBAO_RUNTIME 只能是 official 或 development / must be official or development: ${choice}`,
  );
}

function runElectron(electron: FoundElectron, passedOn: readonly string[]): Promise<number> {
  const { words, remarks } = electronCommandLine(passedOn, {
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
  });
  remarks.forEach(say);
  return new Promise((resolve, reject) => {
    const child = spawn(electron.executable, [PROJECT_FOLDER, ...words], {
      stdio: 'inherit',
      // npm runs scripts in the project folder; relative report files are meant from where npm was called.
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
    });
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', (error) =>
      reject(new Error(`无法启动 / could not start ${electron.executable}: ${error.message}`)),
    );
    child.once('exit', (code, signal) => {
      const explanation = explainExit(code, signal);
      if (explanation !== undefined) say(explanation);
      resolve(code ?? 1);
    });
  });
}

async function serve(opensBrowser: boolean): Promise<number> {
  const address = `http://127.0.0.1:${String(BROWSER_EDITION_PORT)}/`;
  let url: string;
  try {
    ({ url } = await serveBrowserEdition(RENDERER_FOLDER));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    say(
      `端口 ${String(BROWSER_EDITION_PORT)} 用不了（${code}）：如果浏览器版已在运行，请直接打开 ${address}，否则请先关闭占用它的程序 / ` +
        `Port ${String(BROWSER_EDITION_PORT)} is not available (${code}): if the browser edition is running, open ${address}; otherwise close the program that uses it.`,
    );
    return 1;
  }
  say(`浏览器版已就绪，按 Ctrl+C 结束 / The browser edition is ready, Ctrl+C ends it: ${url}`);
  if (opensBrowser) openBrowser(url);
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
  });
}

function openBrowser(url: string): void {
  const commands: Readonly<Record<string, readonly [string, ...string[]]>> = {
    win32: ['cmd', '/c', 'start', '', url],
    darwin: ['open', url],
  };
  const [command, ...words] = commands[process.platform] ?? ['xdg-open', url];
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.once('error', () => say(`请在浏览器中打开 / Please open in a browser: ${url}`));
  child.unref();
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(`启动失败 / Could not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
