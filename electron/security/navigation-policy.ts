// Decides where a window may go: to the application's own page, and nowhere else. Pure decisions.

import { isApplicationUrl } from '../application-identity';

/** May a window navigate to this URL? Reloading the application's page is the only navigation there is. */
export function mayNavigate(url: string): boolean {
  return isApplicationUrl(url);
}

/** May a page open a second window? Never: there is one window, and help and links stay inside it. */
export function mayOpenWindow(): boolean {
  return false;
}

/** May a page attach a webview? Never. */
export function mayAttachWebview(): boolean {
  return false;
}
