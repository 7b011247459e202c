// Puts `window.nianbao` into the page: a few calls, each bound to its channel here, so that the page can name none.
// Runs sandboxed, as one CommonJS file; decides nothing.

import { contextBridge, ipcRenderer } from 'electron';
import type { CloseAnswer, IpcCallName, IpcCalls, IpcEventName, IpcEvents } from '../shared/ipc/contract';
import { BRIDGE_NAME, type DesktopBridge, type Unsubscribe } from '../shared/ipc/desktop-bridge';

function call<Name extends IpcCallName>(
  name: Name,
  request: IpcCalls[Name]['request'],
): Promise<IpcCalls[Name]['response']> {
  return ipcRenderer.invoke(name, request) as Promise<IpcCalls[Name]['response']>;
}

function listen<Name extends IpcEventName>(
  name: Name,
  listener: (payload: IpcEvents[Name]) => void,
): Unsubscribe {
  const receive = (_event: unknown, payload: IpcEvents[Name]): void => listener(payload);
  ipcRenderer.on(name, receive);
  return () => ipcRenderer.off(name, receive);
}

let beforeClose: (() => Promise<CloseAnswer>) | undefined;

/** What the page says about closing. One that has nothing to keep need not listen; one that fails may lose something. */
async function askBeforeClose(): Promise<CloseAnswer> {
  try {
    return (await beforeClose?.()) ?? { outcome: 'flushed' };
  } catch (error) {
    return { outcome: 'unsaved', reason: String(error).slice(0, 1000) };
  }
}

listen('before-close', () => void askBeforeClose().then((answer) => call('answer-close', answer)));

const bridge = {
  saveFile: ({ suggestedName, kind, bytes }) => call('save-file', { suggestedName, kind, bytes }),
  openFile: ({ kinds }) => call('open-file', { kinds }),
  revealLastSaved: () => call('reveal-last-saved', undefined),
  printToPdf: () => call('print-to-pdf', undefined),
  keepSnapshot: ({ bytes, isWhole }) => call('keep-snapshot', { bytes, isWhole }),
  listSnapshots: () => call('list-snapshots', undefined),
  readSnapshot: ({ at }) => call('read-snapshot', { at }),
  setDataAside: () => call('set-data-aside', undefined),
  applicationInformation: () => call('application-information', undefined),
  onCommand: (listener) => listen('command', listener),
  onFileDelivered: (listener) => {
    const take = async (): Promise<void> => {
      for (const file of await call('take-delivered-files', undefined)) listener(file);
    };
    const unsubscribe = listen('files-delivered', () => void take());
    void take();
    return unsubscribe;
  },
  onBeforeClose: (listener) => {
    beforeClose = listener;
    return () => {
      if (beforeClose === listener) beforeClose = undefined;
    };
  },
} satisfies DesktopBridge;

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
