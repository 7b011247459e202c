// The one window: how it is made, where it stands, and how it closes. What it shows is the bundle's affair; what
// it may do is decided in security/.

import { BrowserWindow, dialog, screen } from 'electron';
import { DIALOG_TEXT } from '../shared/text/desktop-text';
import { PRODUCT_NAME, START_URL } from './application-identity';
import { createClosingHandshake, type ClosingHandshake } from './closing-handshake';
import type { SettingsKeeper } from './desktop-settings';
import { sendEvent } from './ipc/send-event';
import { placeWindow, SMALLEST_WINDOW } from './window-place';

export interface MainWindow {
  readonly window: BrowserWindow;
  readonly closing: ClosingHandshake;
}

/** Paper, as the page itself has it: no flash of another colour before the first paint. */
const BACKGROUND = '#f4f6f8';

/** Opens the window on the application's page. `preload` is the bundled preload's path. */
export function openMainWindow(preload: string, settings: SettingsKeeper): MainWindow {
  const { primary, others } = workAreas();
  const place = placeWindow(settings.read().window, [primary, ...others]);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    title: PRODUCT_NAME,
    backgroundColor: BACKGROUND,
    // The whole of the widest table has to fit a small screen: the menu shows when Alt is pressed.
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Electron's spellchecker would download its dictionaries.
      spellcheck: false,
    },
  });
  if (place.isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  const closing = closeOnlyAfterAsking(window);
  window.on('close', () => rememberPlace(window, settings));
  offerReopeningAfterCrash(window, closing);
  // A page title would drop the product's name; the window keeps its own.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(START_URL);
  return { window, closing };
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return { primary: primary.workArea, others: others.map((display) => display.workArea) };
}

function rememberPlace(window: BrowserWindow, settings: SettingsKeeper): void {
  const isMaximised = window.isMaximized();
  // Some window systems keep the normal bounds of the last maximising: they are asked for only while they differ.
  const isNormal = !isMaximised && !window.isFullScreen() && !window.isMinimized();
  settings.change({
    window: { bounds: isNormal ? window.getBounds() : window.getNormalBounds(), isMaximised },
  });
}

function closeOnlyAfterAsking(window: BrowserWindow): ClosingHandshake {
  const closing = createClosingHandshake({
    ask: () => sendEvent(window.webContents, 'before-close', undefined),
    confirmLoss: async (reason) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        title: PRODUCT_NAME,
        message: DIALOG_TEXT.unsavedQuestion,
        detail: reason,
        buttons: [DIALOG_TEXT.goBack, DIALOG_TEXT.closeAnyway],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    close: () => window.destroy(),
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (window.webContents.isCrashed()) window.destroy();
    else closing.begin();
  });
  return closing;
}

function offerReopeningAfterCrash(window: BrowserWindow, closing: ClosingHandshake): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    closing.pageGone();
    if (window.isDestroyed()) return;
    const answer = dialog.showMessageBoxSync(window, {
      type: 'error',
      title: PRODUCT_NAME,
      message: DIALOG_TEXT.windowGoneQuestion,
      detail: DIALOG_TEXT.windowGoneDetail,
      buttons: [DIALOG_TEXT.reopen, DIALOG_TEXT.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 0) window.webContents.reload();
    else window.destroy();
  });
}
