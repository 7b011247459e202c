// Which platform this page runs on: the desktop's preload leaves its bridge, a browser has none.

import { BRIDGE_NAME, type DesktopBridge } from '../../shared/ipc/desktop-bridge';
import { createBrowserPlatform } from './browser-platform';
import { createDesktopPlatform } from './desktop-platform';
import type { Platform } from './platform';

declare global {
  interface Window {
    readonly [BRIDGE_NAME]?: DesktopBridge;
  }
}

/** The platform of this page; call it once, at the start. */
export function currentPlatform(page: Window = window): Platform {
  const bridge = page[BRIDGE_NAME];
  return bridge === undefined ? createBrowserPlatform(page) : createDesktopPlatform(bridge);
}
