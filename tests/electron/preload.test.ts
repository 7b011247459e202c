// The whole of what a page can ask of the desktop, pinned: no function takes a channel or a path.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IPC_CALL_NAMES } from '../../shared/ipc/contract';
import type { DesktopBridge } from '../../shared/ipc/desktop-bridge';

const double = await vi.hoisted(async () =>
  (await import('../helpers/electron-double')).createElectronDouble(),
);
vi.mock('electron', () => double.module);

await import('../../electron/preload');
const bridge = double.exposed.get('nianbao') as DesktopBridge;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  double.invoke.mockReset();
  double.invoke.mockResolvedValue([]);
});

describe('the preload', () => {
  it('puts one object into the page, with these functions', () => {
    expect([...double.exposed.keys()]).toEqual(['nianbao']);
    expect(Object.keys(bridge)).toEqual([
      'saveFile',
      'openFile',
      'revealLastSaved',
      'printToPdf',
      'keepSnapshot',
      'listSnapshots',
      'readSnapshot',
      'setDataAside',
      'applicationInformation',
      'onCommand',
      'onFileDelivered',
      'onBeforeClose',
    ]);
  });

  it('calls only the channels of the contract, and passes on only the fields of a request', async () => {
    const bytes = new Uint8Array([1]);
    const request = { suggestedName: 'a', kind: 'report' as const, bytes, path: '/etc/passwd' };
    await bridge.saveFile(request);
    await bridge.openFile({ kinds: ['report'] });
    await bridge.revealLastSaved();
    await bridge.printToPdf();
    await bridge.keepSnapshot({ bytes, isWhole: true });
    await bridge.listSnapshots();
    await bridge.readSnapshot({ at: 1 });
    await bridge.setDataAside();
    await bridge.applicationInformation();
    bridge.onFileDelivered(() => undefined);
    double.listeners.get('before-close')?.({}, undefined);
    await settle();
    expect(double.invoke.mock.calls.map(([channel]) => channel).sort()).toEqual([...IPC_CALL_NAMES].sort());
    expect(double.invoke.mock.calls[0]?.[1]).toEqual({ suggestedName: 'a', kind: 'report', bytes });
  });

  it('hands a chosen command to the page, without the event, until the page unsubscribes', () => {
    const listener = vi.fn();
    const unsubscribe = bridge.onCommand(listener);
    double.listeners.get('command')?.({ sender: 'never shown' }, 'undo');
    expect(listener.mock.calls).toEqual([['undo']]);
    unsubscribe();
    expect(double.listeners.has('command')).toBe(false);
  });

  it('fetches the files that wait, at once and whenever more are announced', async () => {
    const file = { outcome: 'opened', name: 'a.nianbao', bytes: new Uint8Array() };
    double.invoke.mockResolvedValueOnce([file]).mockResolvedValueOnce([file, file]);
    const arrived: unknown[] = [];
    const unsubscribe = bridge.onFileDelivered((one) => arrived.push(one));
    await settle();
    expect(arrived).toHaveLength(1);
    double.listeners.get('files-delivered')?.({}, undefined);
    await settle();
    expect(arrived).toHaveLength(3);
    unsubscribe();
  });

  it('answers before closing: what the page says, flushed for a page that does not listen, unsaved for one that fails', async () => {
    const answerOf = async (): Promise<unknown> => {
      double.invoke.mockClear();
      double.listeners.get('before-close')?.({}, undefined);
      await settle();
      return double.invoke.mock.calls[0]?.[1];
    };
    expect(await answerOf()).toEqual({ outcome: 'flushed' });
    const forget = bridge.onBeforeClose(() => Promise.resolve({ outcome: 'unsaved', reason: '磁盘已满' }));
    expect(await answerOf()).toEqual({ outcome: 'unsaved', reason: '磁盘已满' });
    const forgetSecond = bridge.onBeforeClose(() => Promise.reject(new Error('broken')));
    forget();
    expect(await answerOf()).toEqual({ outcome: 'unsaved', reason: 'Error: broken' });
    forgetSecond();
    expect(await answerOf()).toEqual({ outcome: 'flushed' });
  });
});
