// What answers each call of the page. The work itself stands in files/ and elsewhere; here it is only joined to the
// window that asked.

import { app, type BrowserWindow } from 'electron';
import type { ApplicationInformation } from '../../shared/ipc/contract';
import { usesDevelopmentProfile } from '../application-identity';
import type { SettingsKeeper } from '../desktop-settings';
import type { DeliveredFiles } from '../files/delivered-files';
import { openFile } from '../files/open-file';
import { createFileSaver } from '../files/save-file';
import { printToPdf } from '../print-to-pdf';
import { answerSnapshots } from '../snapshots/answer-snapshots';
import { openSnapshotFolder } from '../snapshots/snapshot-folder';
import { setDataAside } from '../set-data-aside';
import type { MainWindow } from '../window';
import type { IpcHandlers } from './gateway';

export interface HandlerContext {
  readonly settings: SettingsKeeper;
  readonly delivered: DeliveredFiles;
  /** Undefined until the window is open and after it closed. */
  readonly main: () => MainWindow | undefined;
}

/** The handlers for the gateway. A call without a window is impossible and is rejected. */
export function createHandlers({ settings, delivered, main }: HandlerContext): IpcHandlers {
  const saver = createFileSaver(settings);
  const window = (): BrowserWindow => {
    const open = main();
    if (open === undefined) throw new Error('no window is open');
    return open.window;
  };
  return {
    'save-file': (request) => saver.save(window(), request),
    'open-file': (request) => openFile(window(), request, settings),
    'reveal-last-saved': () => Promise.resolve(saver.revealLast()),
    'take-delivered-files': () => delivered.take(),
    'print-to-pdf': () => printToPdf(window().webContents),
    ...answerSnapshots(openSnapshotFolder(app.getPath('userData')), Date.now),
    'set-data-aside': () => setDataAside(window(), app.getPath('userData'), Date.now()),
    'application-information': () => Promise.resolve(applicationInformation()),
    'answer-close': (answer) => {
      main()?.closing.answer(answer);
      return Promise.resolve(undefined);
    },
  };
}

/** Versions and the place of the data, for 关于 and for the window's note on where the data live. */
export function applicationInformation(): ApplicationInformation {
  return {
    version: __APPLICATION_VERSION__,
    electronVersion: process.versions.electron,
    chromiumVersion: process.versions.chrome,
    dataFolder: app.getPath('userData'),
    isDevelopmentProfile: usesDevelopmentProfile(process.versions.electron, __PINNED_ELECTRON_VERSION__),
  };
}
