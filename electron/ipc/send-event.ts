// The only place that sends from the desktop to the page.

import type { WebContents } from 'electron';
import type { IpcEventName, IpcEvents } from '../../shared/ipc/contract';

/** Sends an event to the page; a page that is gone gets nothing. */
export function sendEvent<Name extends IpcEventName>(
  page: WebContents,
  name: Name,
  payload: IpcEvents[Name],
): void {
  if (!page.isDestroyed() && !page.isCrashed()) page.send(name, payload);
}
