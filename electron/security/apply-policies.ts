// Puts the policies of this folder in force on Electron: on the whole application, on a session, on every page.
// Decides nothing itself.

import { app, type Session, type WebContents } from 'electron';
import { mayAttachWebview, mayNavigate, mayOpenWindow } from './navigation-policy';
import { mayRequest, NETWORK_SWITCHES, REFUSING_PROXY } from './network-policy';
import { mayUse } from './permission-policy';

/** Sets Chromium's network switches; must run before Electron is ready. */
export function applyNetworkSwitches(): void {
  for (const [name, value] of NETWORK_SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

/** Refuses every request but our own, every download and every permission but the few granted. */
export async function applySessionPolicies(session: Session, isDevelopment: boolean): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !mayRequest(url, isDevelopment) }),
  );
  session.setPermissionCheckHandler((_page, permission, origin) => mayUse(permission, origin));
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
  // Files leave through the save dialog of the gateway alone.
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: REFUSING_PROXY,
    proxyBypassRules: '<-loopback>',
  });
}

/** Keeps every page, also one that a policy should have prevented, where it is. */
export function applyPagePolicies(): void {
  app.on('web-contents-created', (_event, page) => confinePage(page));
}

function confinePage(page: WebContents): void {
  page.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  page.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  page.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  page.on('will-attach-webview', (event) => {
    if (!mayAttachWebview()) event.preventDefault();
  });
  page.setWindowOpenHandler(() => ({ action: mayOpenWindow() ? 'allow' : 'deny' }));
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
