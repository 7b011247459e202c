// The gateway answers the application's own page and rejects everybody and everything else.

import type { BrowserWindow } from 'electron';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IPC_CALL_NAMES } from '../../../shared/ipc/contract';
import type { IpcHandlers } from '../../../electron/ipc/gateway';

const double = await vi.hoisted(async () =>
  (await import('../../helpers/electron-double')).createElectronDouble(),
);
vi.mock('electron', () => double.module);

const mainFrame = { url: 'app://nianbao/index.html' };
const page = { mainFrame };
const window = { webContents: page, isDestroyed: () => false };
const ownEvent = { sender: page, senderFrame: mainFrame };

const handlers = {
  'save-file': vi.fn(() => Promise.resolve({ outcome: 'cancelled' as const })),
  'open-file': vi.fn(() => Promise.resolve({ outcome: 'cancelled' as const })),
  'reveal-last-saved': vi.fn(() => Promise.resolve({ outcome: 'revealed' as const })),
  'take-delivered-files': vi.fn(() => Promise.resolve([])),
  'keep-snapshot': vi.fn(() => Promise.resolve({ outcome: 'kept' as const })),
  'list-snapshots': vi.fn(() => Promise.resolve([])),
  'read-snapshot': vi.fn(() => Promise.resolve({ outcome: 'failed' as const, reason: '无' })),
  'print-to-pdf': vi.fn(() => Promise.resolve({ outcome: 'failed' as const, reason: 'x' })),
  'set-data-aside': vi.fn(() => Promise.resolve({ outcome: 'cancelled' as const })),
  'application-information': vi.fn(),
  'answer-close': vi.fn(() => Promise.resolve(undefined)),
} satisfies IpcHandlers;

let open: unknown = window;
const call = async (name: string, event: unknown, payload: unknown): Promise<unknown> =>
  double.handlers.get(name)?.(event, payload);

beforeAll(async () => {
  const { openGateway } = await import('../../../electron/ipc/gateway');
  openGateway(handlers, () => open as BrowserWindow | undefined);
});
beforeEach(() => {
  open = window;
  vi.clearAllMocks();
});

describe('the gateway', () => {
  it('opens the calls of the contract and no others', () => {
    expect([...double.handlers.keys()]).toEqual(IPC_CALL_NAMES);
  });

  it('answers a well-formed call of the own page', async () => {
    expect(await call('open-file', ownEvent, { kinds: ['report'] })).toEqual({ outcome: 'cancelled' });
    expect(handlers['open-file']).toHaveBeenCalledWith({ kinds: ['report'] });
  });

  it('rejects a malformed request before its handler sees it', async () => {
    await expect(call('open-file', ownEvent, { kinds: ['exe'] })).rejects.toThrow(
      'open-file: request refused',
    );
    await expect(call('save-file', ownEvent, null)).rejects.toThrow('save-file: request refused');
    expect(handlers['open-file']).not.toHaveBeenCalled();
    expect(handlers['save-file']).not.toHaveBeenCalled();
  });

  it.each([
    ['another window', { sender: { mainFrame }, senderFrame: mainFrame }],
    ['an inner frame', { sender: page, senderFrame: { url: mainFrame.url } }],
    ['a frame that is gone', { sender: page, senderFrame: null }],
  ])('rejects %s', async (_who, event) => {
    await expect(call('reveal-last-saved', event, undefined)).rejects.toThrow('sender refused');
    expect(handlers['reveal-last-saved']).not.toHaveBeenCalled();
  });

  it('rejects the own window when it shows another page', async () => {
    const foreign = { url: 'https://example.org/' };
    const elsewhere = { mainFrame: foreign };
    open = { ...window, webContents: elsewhere };
    const event = { sender: elsewhere, senderFrame: foreign };
    await expect(call('take-delivered-files', event, undefined)).rejects.toThrow('sender refused');
  });

  it('rejects every call while no window is open', async () => {
    open = undefined;
    await expect(call('reveal-last-saved', ownEvent, undefined)).rejects.toThrow('sender refused');
    open = { ...window, isDestroyed: () => true };
    await expect(call('reveal-last-saved', ownEvent, undefined)).rejects.toThrow('sender refused');
  });
});
