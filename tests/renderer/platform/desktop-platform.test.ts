// @vitest-environment jsdom
// The window's platform inside the desktop application: everything goes through the bridge, and a refusal becomes a
// sentence.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentPlatform } from '../../../renderer/platform/current-platform';
import { createDesktopPlatform } from '../../../renderer/platform/desktop-platform';
import type { DesktopBridge } from '../../../shared/ipc/desktop-bridge';

const information = {
  version: '0.1.0',
  electronVersion: '45.4.1',
  chromiumVersion: '156.0.0.0',
  dataFolder: '/profile/gongkai-nianbao',
  isDevelopmentProfile: false,
};

function bridgeWith(changes: Partial<DesktopBridge> = {}): DesktopBridge {
  return {
    saveFile: vi.fn(() => Promise.resolve({ outcome: 'saved' as const, name: 'a.nianbao' })),
    openFile: vi.fn(() => Promise.resolve({ outcome: 'cancelled' as const })),
    revealLastSaved: vi.fn(() => Promise.resolve({ outcome: 'revealed' as const })),
    keepSnapshot: vi.fn(() => Promise.resolve({ outcome: 'kept' as const })),
    listSnapshots: vi.fn(() => Promise.resolve([])),
    readSnapshot: vi.fn(() => Promise.resolve({ outcome: 'failed' as const, reason: '无' })),
    setDataAside: vi.fn(() => Promise.resolve({ outcome: 'cancelled' as const })),
    printToPdf: vi.fn(() => Promise.resolve({ outcome: 'printed' as const, bytes: new Uint8Array([2]) })),
    applicationInformation: () => Promise.resolve(information),
    onCommand: vi.fn(() => () => undefined),
    onFileDelivered: vi.fn(() => () => undefined),
    onBeforeClose: vi.fn(() => () => undefined),
    ...changes,
  };
}

const request = { suggestedName: 'a', kind: 'report' as const, bytes: new Uint8Array([1]) };

describe('the desktop platform', () => {
  it('hands files and events to the bridge', async () => {
    const bridge = bridgeWith();
    const platform = createDesktopPlatform(bridge);
    expect(await platform.saveFile(request)).toEqual({ outcome: 'saved', name: 'a.nianbao' });
    expect(bridge.saveFile).toHaveBeenCalledWith(request);
    expect(await platform.openFile({ kinds: ['report'] })).toEqual({ outcome: 'cancelled' });
    expect(await platform.revealLastSaved?.()).toEqual({ outcome: 'revealed' });
    const listener = vi.fn();
    platform.onCommand(listener);
    platform.onFileDelivered(listener);
    platform.onBeforeClose(listener, () => false);
    for (const subscribe of [bridge.onCommand, bridge.onFileDelivered, bridge.onBeforeClose]) {
      expect(subscribe).toHaveBeenCalledWith(listener);
    }
  });

  it('says in Chinese that a call was not accepted, instead of throwing', async () => {
    const platform = createDesktopPlatform(
      bridgeWith({ saveFile: () => Promise.reject(new Error('save-file: request refused')) }),
    );
    expect(await platform.saveFile(request)).toEqual({
      outcome: 'failed',
      reason: '程序没有接受这个操作，文件没有改动（Error: save-file: request refused）。请重启程序再试。',
    });
  });

  it('says where the data live, and when that is the development profile', async () => {
    expect(await createDesktopPlatform(bridgeWith()).describeStorage()).toBe(
      '数据保存在本机：/profile/gongkai-nianbao',
    );
    const development = bridgeWith({
      applicationInformation: () => Promise.resolve({ ...information, isDevelopmentProfile: true }),
    });
    expect(await createDesktopPlatform(development).describeStorage()).toMatch(/开发用位置，与正式版分开/);
  });
});

describe('the current platform', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the browser where no preload has left its bridge', () => {
    expect(currentPlatform().kind).toBe('browser');
  });
  it('is the desktop where it has', () => {
    vi.stubGlobal('nianbao', bridgeWith());
    expect(currentPlatform().kind).toBe('desktop');
  });
});
