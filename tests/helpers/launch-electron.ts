// Starts the desktop application in a real Electron window with a profile of its own. Tests drive the page with
// Playwright and answer native dialogs from here.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findInstalledElectron } from '../../build/find-electron';
import { PROJECT_FOLDER } from '../../build/project';
import { definedVariables, SMALL_SCREEN, waitForApplication } from './launch-chromium';

const ATTENDED_START = join(PROJECT_FOLDER, 'tests/helpers/attended-start');

export interface ElectronOptions {
  /** A profile folder to open again; without it a new one, removed on dispose. */
  readonly profile?: string;
  /** Names no profile folder, as a start by a clerk does; give an environment in which the default one is harmless. */
  readonly defaultProfile?: boolean;
  /** The size of the page, in pixels. */
  readonly contentSize?: { readonly width: number; readonly height: number };
  /** Further words on the command line: switches, or files to open. */
  readonly commandLine?: readonly string[];
  /** The folder that it is started in. */
  readonly folder?: string;
  /** Further environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningElectron {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly process: ChildProcess;
  readonly profile: string;
  /** The bytes of the file that the act saves through the native dialog. */
  savedBy(act: () => Promise<void>): Promise<Uint8Array>;
  /** Opens a report file by the button and its dialog, and waits until the window has said so. */
  openFile(path: string): Promise<void>;
  /** Closes the window as a person does, with the closing handshake; the profile stays. */
  close(): Promise<void>;
  /** Ends the process at once, as a power cut does. */
  kill(): Promise<void>;
  /** Closes it, unless it has ended already, and opens it again on the same profile. */
  reopen(): Promise<RunningElectron>;
  /** Ends it and removes the profile. */
  dispose(): Promise<void>;
  /** The next save dialogs answer with this path; undefined cancels. */
  answerSaveDialog(path: string | undefined): Promise<void>;
  /** The next open dialogs answer with this path; undefined cancels. */
  answerOpenDialog(path: string | undefined): Promise<void>;
  /** The next message boxes answer with the button of this number. */
  answerMessageBox(button: number): Promise<void>;
  /** The message and detail of every box shown since `answerMessageBox` was first called. */
  shownMessageBoxes(): Promise<readonly string[]>;
  /** The names that save dialogs suggested, the last one last, since `answerSaveDialog` was first called. */
  suggestedPaths(): Promise<readonly string[]>;
}

/** A start that is expected to end by itself, or to be ended: without Playwright and its window. */
export interface BareStart {
  readonly process: ChildProcess;
  /** Everything written to stderr so far. */
  complaints(): string;
  readonly ended: Promise<number | null>;
}

/** Starts the application on this profile and waits for nothing. */
export function startElectron(
  profile: string,
  commandLine: readonly string[] = [],
  folder = PROJECT_FOLDER,
): BareStart {
  const words = [PROJECT_FOLDER, '--no-sandbox', `--user-data-dir=${profile}`, ...commandLine];
  const child = spawn(installedElectron(), words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return {
    process: child,
    complaints: () => complaints,
    ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  };
}

/** The Electron of this machine; throws when there is none, which the test run prepares for. */
export function installedElectron(): string {
  const found = findInstalledElectron();
  if (found === undefined)
    throw new Error('没有可用的 Electron，请先运行 npm test / No Electron; run npm test first.');
  return found.executable;
}

/** The words with which Playwright starts this application folder, so that it has attached before a window opens. */
export function attended(folder: string): readonly string[] {
  return [ATTENDED_START, folder];
}

async function shownPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await waitForApplication(page);
  return page;
}

/** Opens the window; the application is shown when the promise resolves. */
export async function launchElectron(options: ElectronOptions = {}): Promise<RunningElectron> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'nianbao-electron-'));
  const app = await _electron.launch({
    executablePath: installedElectron(),
    args: [
      ...attended(PROJECT_FOLDER),
      ...(options.defaultProfile === true ? [] : [`--user-data-dir=${profile}`]),
      ...(options.commandLine ?? []),
    ],
    cwd: options.folder ?? PROJECT_FOLDER,
    env: { ...definedVariables(process.env), ...options.environment },
  });
  // Playwright forgets the process once it has ended.
  const child = app.process();
  const page = await shownPage(app).catch((error: unknown) => {
    // A start that fails leaves nothing behind that holds the profile.
    killGroup(child);
    throw error;
  });
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.unmaximize();
    window?.setContentSize(width, height);
  }, options.contentSize ?? SMALL_SCREEN);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const dialogs = answerDialogs(app);
  const close = async (): Promise<void> => {
    if (!hasEnded()) await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
  };
  const kill = async (): Promise<void> => {
    if (!hasEnded()) killGroup(child);
    await ended;
  };
  return {
    app,
    page,
    process: child,
    profile,
    close,
    kill,
    reopen: async () => {
      await close();
      return launchElectron({ ...options, profile });
    },
    dispose: async () => {
      await kill();
      removeProfile(profile);
    },
    openFile: async (path) => {
      await dialogs.answerOpenDialog(path);
      await page.locator('[data-command="open-file"]').click();
      await page.locator('.notice', { hasText: `已打开 ${basename(path)}` }).waitFor();
    },
    savedBy: async (act) => {
      const folder = mkdtempSync(join(tmpdir(), 'nianbao-saved-'));
      try {
        await dialogs.answerSaveDialog(join(folder, 'saved.file'));
        await act();
        await page.locator('.notice.done', { hasText: '已写入' }).waitFor();
        await page.getByRole('button', { name: '关闭提示' }).click();
        return readFileSync(join(folder, readdirSync(folder)[0]!));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    ...dialogs,
  };
}

/**
 * Kills a process that leads a group, and the group: Chromium's helper processes would write on for a moment. One that
 * has ended already is left alone.
 */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

/** Removes a profile whose processes have just ended; the last of them may still be closing its files. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** What the main process remembers for a test. */
interface DialogRecord {
  shownMessageBoxes?: string[];
  suggestedPaths?: string[];
}

/** Native dialogs cannot be clicked; the main process is told what a person would have chosen. */
function answerDialogs(app: ElectronApplication) {
  return {
    answerSaveDialog: (path: string | undefined) =>
      app.evaluate(({ dialog }, chosen) => {
        const suggested = ((globalThis as DialogRecord).suggestedPaths ??= []);
        dialog.showSaveDialog = (...words: unknown[]) => {
          suggested.push((words.at(-1) as Electron.SaveDialogOptions).defaultPath ?? '');
          return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
        };
      }, path ?? null),
    answerOpenDialog: (path: string | undefined) =>
      app.evaluate(({ dialog }, chosen) => {
        const filePaths = chosen === null ? [] : [chosen];
        dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths });
      }, path ?? null),
    answerMessageBox: (button: number) =>
      app.evaluate(({ dialog }, response) => {
        const shown = ((globalThis as DialogRecord).shownMessageBoxes ??= []);
        dialog.showMessageBox = (...words: unknown[]) => {
          const { message, detail } = words.at(-1) as Electron.MessageBoxOptions;
          shown.push([message, detail].join('\n'));
          return Promise.resolve({ response, checkboxChecked: false });
        };
      }, button),
    shownMessageBoxes: () => app.evaluate(() => (globalThis as DialogRecord).shownMessageBoxes ?? []),
    suggestedPaths: () => app.evaluate(() => (globalThis as DialogRecord).suggestedPaths ?? []),
  };
}
