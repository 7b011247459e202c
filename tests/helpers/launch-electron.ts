// Starts the desktop application in a real Electron window with a profile of its own. Tests drive the page with
// Playwright and answer native dialogs from here.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findInstalledElectron } from '../../build/find-electron';
import { PROJECT_FOLDER } from '../../build/project';
import { SMALL_SCREEN } from './launch-chromium';

export interface ElectronOptions {
  /** A profile folder to open again; without it a new one, removed on dispose. */
  readonly profile?: string;
  /** The size of the page, in pixels. */
  readonly contentSize?: { readonly width: number; readonly height: number };
  /** Further words on the command line: switches, or files to open. */
  readonly commandLine?: readonly string[];
  /** The folder that it is started in. */
  readonly folder?: string;
}

export interface RunningElectron {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
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
}

/** The Electron of this machine; throws when there is none, which the test run prepares for. */
export function installedElectron(): string {
  const found = findInstalledElectron();
  if (found === undefined)
    throw new Error('没有可用的 Electron，请先运行 npm test / No Electron; run npm test first.');
  return found.executable;
}

/** Opens the window; its page has loaded when the promise resolves. */
export async function launchElectron(options: ElectronOptions = {}): Promise<RunningElectron> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'nianbao-electron-'));
  const app = await _electron.launch({
    executablePath: installedElectron(),
    args: [PROJECT_FOLDER, `--user-data-dir=${profile}`, ...(options.commandLine ?? [])],
    cwd: options.folder ?? PROJECT_FOLDER,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.unmaximize();
    window?.setContentSize(width, height);
  }, options.contentSize ?? SMALL_SCREEN);
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  const hasEnded = (): boolean => app.process().exitCode !== null || app.process().signalCode !== null;
  const close = async (): Promise<void> => {
    if (!hasEnded()) await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
  };
  const kill = async (): Promise<void> => {
    if (!hasEnded()) app.process().kill('SIGKILL');
    await ended;
  };
  return {
    app,
    page,
    profile,
    close,
    kill,
    reopen: async () => {
      await close();
      return launchElectron({ ...options, profile });
    },
    dispose: async () => {
      await kill();
      rmSync(profile, { recursive: true, force: true });
    },
    ...answerDialogs(app),
  };
}

/** Native dialogs cannot be clicked; the main process is told what a person would have chosen. */
function answerDialogs(app: ElectronApplication) {
  return {
    answerSaveDialog: (path: string | undefined) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
      }, path ?? null),
    answerOpenDialog: (path: string | undefined) =>
      app.evaluate(({ dialog }, chosen) => {
        const filePaths = chosen === null ? [] : [chosen];
        dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths });
      }, path ?? null),
    answerMessageBox: (button: number) =>
      app.evaluate(({ dialog }, response) => {
        dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
      }, button),
  };
}
