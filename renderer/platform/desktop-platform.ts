// The platform inside the desktop application: hands everything to `window.nianbao`.

import type { DesktopBridge } from '../../shared/ipc/desktop-bridge';
import { STORAGE_TEXT } from '../../shared/text/desktop-text';
import type { Platform } from './platform';

/** The platform over the preload's bridge. A call that the desktop rejects becomes `failed` with a sentence. */
export function createDesktopPlatform(bridge: DesktopBridge): Platform {
  return {
    kind: 'desktop',
    version: __APPLICATION_VERSION__,
    saveFile: (request) => orFailed(bridge.saveFile(request)),
    openFile: (request) => orFailed(bridge.openFile(request)),
    printToPdf: () => orFailed(bridge.printToPdf()),
    snapshots: {
      keep: (request) => orFailed(bridge.keepSnapshot(request)),
      list: () => bridge.listSnapshots(),
      read: (at) => orFailed(bridge.readSnapshot({ at })),
      setDataAside: () => orFailed(bridge.setDataAside()),
    },
    revealLastSaved: () => orFailed(bridge.revealLastSaved()),
    onCommand: (listener) => bridge.onCommand(listener),
    onFileDelivered: (listener) => bridge.onFileDelivered(listener),
    onBeforeClose: (listener) => bridge.onBeforeClose(listener),
    describeStorage: async () => {
      const { dataFolder, isDevelopmentProfile } = await bridge.applicationInformation();
      return STORAGE_TEXT.desktop(dataFolder, isDevelopmentProfile);
    },
  };
}

/** The gateway rejects what it cannot accept, a file over the size limit for one; the clerk gets a sentence. */
async function orFailed<T>(
  answer: Promise<T>,
): Promise<T | { readonly outcome: 'failed'; readonly reason: string }> {
  try {
    return await answer;
  } catch (error) {
    return { outcome: 'failed', reason: STORAGE_TEXT.desktopRefused(String(error)) };
  }
}
