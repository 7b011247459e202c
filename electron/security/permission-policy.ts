// Decides which permissions a page gets: those that keep its data and its clipboard, for our own pages only.
// Pure decisions.

import { isApplicationUrl } from '../application-identity';

const GRANTED: ReadonlySet<string> = new Set([
  // navigator.storage.persist(): the database must not be evicted when the disk is nearly full.
  'persistent-storage',
  // Copying a block or a section to Word, Excel and WPS.
  'clipboard-sanitized-write',
  // Pasting by button or menu; Ctrl+V needs no permission.
  'clipboard-read',
]);

/** Is this permission granted to the page that asks, named by its URL or origin? */
export function mayUse(permission: string, requestingUrl: string): boolean {
  return GRANTED.has(permission) && isApplicationUrl(requestingUrl);
}
