// The 关于 dialog: version, and where the data stand.

import { dialog, type BrowserWindow } from 'electron';
import { MENU_TEXT, aboutText } from '../shared/text/desktop-text';
import { PRODUCT_NAME } from './application-identity';
import { applicationInformation } from './ipc/handlers';

/** Shows the dialog over the window. */
export function showAbout(window: BrowserWindow): void {
  const { version, electronVersion, chromiumVersion, dataFolder } = applicationInformation();
  void dialog.showMessageBox(window, {
    type: 'info',
    title: MENU_TEXT.about,
    message: `${PRODUCT_NAME} ${version}`,
    detail: aboutText(dataFolder, electronVersion, chromiumVersion),
    noLink: true,
  });
}
