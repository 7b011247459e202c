// Decides whether a message comes from the application's own page: the one window, its main frame, our origin.
// Pure decision over what Electron reports of the sender.

import { isApplicationUrl } from '../application-identity';

export interface Sender {
  /** The sending window is the application's own. */
  readonly isOwnWindow: boolean;
  /** The sending frame is the top one; undefined frames (already gone) are not. */
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** May this sender call the desktop? */
export function mayCall(sender: Sender): boolean {
  return sender.isOwnWindow && sender.isMainFrame && isApplicationUrl(sender.url);
}
