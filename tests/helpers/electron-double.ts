// Stands in for Electron's module in Node, where importing the real one would try to download it: records what the
// main process registers and sends. Only what the tests of electron/ touch is here.

import { vi } from 'vitest';

type InvokeHandler = (event: unknown, payload: unknown) => unknown;

/** A fresh double; hand it to `vi.mock('electron', …)` from `vi.hoisted`. */
export function createElectronDouble() {
  const handlers = new Map<string, InvokeHandler>();
  const listeners = new Map<string, (event: unknown, payload: unknown) => void>();
  const exposed = new Map<string, unknown>();
  const invoke = vi.fn<(channel: string, payload: unknown) => Promise<unknown>>();
  return {
    handlers,
    listeners,
    exposed,
    invoke,
    module: {
      app: { quit: vi.fn(), getPath: () => '/profile', on: vi.fn() },
      ipcMain: { handle: (channel: string, handler: InvokeHandler) => handlers.set(channel, handler) },
      ipcRenderer: {
        invoke,
        on: (channel: string, listener: (event: unknown, payload: unknown) => void) =>
          listeners.set(channel, listener),
        off: (channel: string) => listeners.delete(channel),
      },
      contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
      Menu: { buildFromTemplate: vi.fn(), setApplicationMenu: vi.fn() },
      protocol: { registerSchemesAsPrivileged: vi.fn() },
    },
  };
}
