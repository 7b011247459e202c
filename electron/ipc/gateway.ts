// The only place that receives from the page: every call is checked (who sends, what is sent) before its handler
// sees it. A stranger or a malformed request is rejected with an error, never answered.

import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { IPC_CALL_NAMES, type IpcCallName, type IpcCalls } from '../../shared/ipc/contract';
import { validateRequest } from '../../shared/ipc/validate-request';
import { mayCall } from '../security/sender-policy';

/** What answers each call. */
export type IpcHandlers = {
  readonly [Name in IpcCallName]: (request: IpcCalls[Name]['request']) => Promise<IpcCalls[Name]['response']>;
};

/** Opens the gateway for the page of this window; `ownWindow` answers undefined while there is none. */
export function openGateway(handlers: IpcHandlers, ownWindow: () => BrowserWindow | undefined): void {
  for (const name of IPC_CALL_NAMES) {
    ipcMain.handle(name, (event, payload: unknown) => {
      if (!isFromOwnPage(event, ownWindow())) throw new Error(`${name}: sender refused`);
      return answer(handlers, name, payload);
    });
  }
}

async function answer<Name extends IpcCallName>(
  handlers: IpcHandlers,
  name: Name,
  payload: unknown,
): Promise<IpcCalls[Name]['response']> {
  const valid = validateRequest(name, payload);
  if (valid === undefined) throw new Error(`${name}: request refused`);
  return handlers[name](valid.request);
}

function isFromOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  const frame = event.senderFrame;
  if (frame === null || window === undefined || window.isDestroyed()) return false;
  return mayCall({
    isOwnWindow: event.sender === window.webContents,
    isMainFrame: frame === event.sender.mainFrame,
    url: frame.url,
  });
}
