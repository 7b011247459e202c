// The windows in which a test of the whole application runs: the desktop application and the browser edition. A run
// that could not get one of them leaves it out and says so itself; see tests/run.ts.

import type { Page } from 'playwright-core';
import { launchChromium } from './launch-chromium';
import { launchElectron } from './launch-electron';

/** What both windows have in common. */
export interface RunningWindow {
  readonly page: Page;
  /** The bytes of the file that the act writes. */
  savedBy(act: () => Promise<void>): Promise<Uint8Array>;
  /** Opens a report file by the button and its dialog, and waits until the window has said so. */
  openFile(path: string): Promise<void>;
  /** Closes the window as a person does and opens it again on the same data. */
  reopen(): Promise<RunningWindow>;
  dispose(): Promise<void>;
}

type Launch = () => Promise<RunningWindow>;

/** Names the variable in which tests/run.ts lists the windows that are missing, separated by commas. */
export const MISSING_WINDOWS = 'NIANBAO_MISSING_WINDOWS';

const ALL: readonly (readonly [name: string, folder: string, launch: Launch])[] = [
  ['Chromium', 'browser', () => launchChromium()],
  ['Electron', 'desktop', () => launchElectron()],
];

/** For `describe.each`: the name of each window that this machine can open, and how it is opened. */
export const WINDOWS: readonly (readonly [name: string, launch: Launch])[] = ALL.filter(
  ([, folder]) => !(process.env[MISSING_WINDOWS] ?? '').split(',').includes(folder),
).map(([name, , launch]) => [name, launch] as const);
