// Makes a PDF of a page with the application's Electron or with a Chromium that is installed on the machine. The page
// holds everything it needs; the program gets a profile of its own for the moment and no way to the network.

import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { fileFailure, type Console, type Sentence } from './console';

const TIME_LIMIT = 60_000;
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

/** A program that prints, and what it is told. */
interface Printer {
  readonly program: string;
  readonly words: (place: Place) => readonly string[];
}

/** A folder for the moment, with the page and the place for its PDF. */
interface Place {
  readonly profile: string;
  readonly page: string;
  readonly pdf: string;
}

/**
 * Prints a page of HTML to PDF on the paper that its style sheet names, by the first program that manages it: the
 * browser named by the caller, the application's own Electron, a browser of the machine.
 */
export async function printPdf(
  html: string,
  { environment, electron }: Pick<Console, 'environment' | 'electron'>,
): Promise<PrintedPdf> {
  const printers = await findPrinters(environment, electron);
  let failure: PrintedPdf = refused(
    `没有找到能用的 Electron、Chromium、Chrome 或 Edge，不能生成 PDF；可以用 ${NAMED_BROWSER} 指明浏览器，或导出 docx 后另存为 PDF。`,
    `No usable Electron, Chromium, Chrome or Edge was found to make a PDF; name a browser in ${NAMED_BROWSER}, or export docx and save that as PDF.`,
  );
  for (const printer of printers) {
    const printed = await printWith(printer, html, environment);
    if (printed.ok) return printed;
    failure = printed;
  }
  return failure;
}

async function printWith(
  { program, words }: Printer,
  html: string,
  environment: NodeJS.ProcessEnv,
): Promise<PrintedPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-'));
  const place = {
    profile: join(folder, 'profile'),
    page: join(folder, 'report.html'),
    pdf: join(folder, 'report.pdf'),
  };
  try {
    await writeFile(place.page, html);
    await promisify(execFile)(program, words(place), { timeout: TIME_LIMIT, env: environment });
    return { ok: true, bytes: await readFile(place.pdf) };
  } catch (error) {
    const { chinese, english } = fileFailure(error);
    return refused(`${program} 没有生成 PDF：${chinese}`, `${program} made no PDF: ${english}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chromium's sandbox refuses to start as root. */
function sandboxSwitches(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function browserPrinter(program: string): Printer {
  return {
    program,
    words: ({ profile, page, pdf }) => [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${profile}`,
      ...sandboxSwitches(),
      '--no-pdf-header-footer',
      '--print-to-pdf-no-header',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ],
  };
}

/**
 * The application's Electron with its page printer. On Linux it needs a screen, also for a window that is never shown;
 * its headless platform crashes.
 */
function electronPrinter(
  { executable, pagePrinter }: NonNullable<Console['electron']>,
  environment: NodeJS.ProcessEnv,
): Printer | undefined {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  const [hasX, hasWayland] = [isSet('DISPLAY'), isSet('WAYLAND_DISPLAY')];
  if (process.platform === 'linux' && !hasX && !hasWayland) return undefined;
  return {
    program: executable,
    words: ({ profile, page, pdf }) => [
      pagePrinter,
      ...sandboxSwitches(),
      ...(process.platform === 'linux' && !hasX ? ['--ozone-platform=wayland'] : []),
      `--user-data-dir=${profile}`,
      `--page=${page}`,
      `--pdf=${pdf}`,
    ],
  };
}

async function findPrinters(
  environment: NodeJS.ProcessEnv,
  electron: Console['electron'],
): Promise<readonly Printer[]> {
  const named = environment[NAMED_BROWSER] ?? '';
  const found = await findBrowser(environment);
  const printers = [
    named === '' ? undefined : browserPrinter(named),
    electron && electronPrinter(electron, environment),
    found === undefined ? undefined : browserPrinter(found),
  ];
  return printers.filter((printer) => printer !== undefined);
}

async function findBrowser(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
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

function refused(chinese: string, english: string): Extract<PrintedPdf, { ok: false }> {
  return { ok: false, reason: { chinese, english } };
}
