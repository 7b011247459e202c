// Makes a PDF of a page with a Chromium that is installed on the machine. The page holds everything it needs; the
// browser gets a profile of its own for the moment and no way to the network.

import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { fileFailure, type Sentence } from './console';

const TIME_LIMIT = 90_000;
/** Names a browser that is not found by itself. */
const NAMED_BROWSER = 'NIANBAO_CHROMIUM';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];
const WINDOWS_PLACES = ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe'];
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export type PrintedPdf =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: Sentence };

/** Prints a page of HTML to PDF on the paper that its style sheet names. */
export async function printPdf(html: string, environment: NodeJS.ProcessEnv): Promise<PrintedPdf> {
  const browser = await findBrowser(environment);
  if (browser === undefined)
    return refused(
      `没有找到 Chromium、Chrome 或 Edge 浏览器，不能生成 PDF；可以用 ${NAMED_BROWSER} 指明浏览器，或导出 docx 后另存为 PDF。`,
      `No Chromium, Chrome or Edge was found to make a PDF; name one in ${NAMED_BROWSER}, or export docx and save that as PDF.`,
    );
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const page = join(folder, 'report.html');
    const pdf = join(folder, 'report.pdf');
    await writeFile(page, html);
    await promisify(execFile)(browser, switches(folder, pdf, page), {
      timeout: TIME_LIMIT,
      env: environment,
    });
    return { ok: true, bytes: await readFile(pdf) };
  } catch (error) {
    const { chinese, english } = fileFailure(error);
    return refused(
      `浏览器 ${browser} 没有生成 PDF：${chinese}`,
      `The browser ${browser} made no PDF: ${english}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function switches(folder: string, pdf: string, page: string): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium's sandbox refuses to start as root.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--no-pdf-header-footer',
    '--print-to-pdf-no-header',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}

async function findBrowser(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = environment[NAMED_BROWSER] ?? '';
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
    ...(named === '' ? [] : [named]),
    ...NAMES.flatMap((name) => onPath.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' ? MAC_PLACES : []),
    ...(process.platform === 'win32' ? windowsPlaces(environment) : []),
  ];
  for (const place of places)
    if (
      await access(place).then(
        () => true,
        () => false,
      )
    )
      return place;
  return undefined;
}

function windowsPlaces(environment: NodeJS.ProcessEnv): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name] ?? '');
  return roots
    .filter((root) => root !== '')
    .flatMap((root) => WINDOWS_PLACES.map((place) => join(root, place)));
}

function refused(chinese: string, english: string): PrintedPdf {
  return { ok: false, reason: { chinese, english } };
}
