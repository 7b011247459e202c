// Decides which requests leave a page: those to the application's own bundle. There is no network for anybody
// else, in several layers, so that one forgotten path does not open a door. Pure decisions and constants.

import { isApplicationUrl } from '../application-identity';

/**
 * May this request be made? Our own scheme, and `data:` and `blob:` which never leave the process. In development
 * also the developer tools, which Chromium carries inside.
 */
export function mayRequest(url: string, isDevelopment: boolean): boolean {
  if (isApplicationUrl(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  return isDevelopment && protocol === 'devtools:';
}

/** A proxy that cannot exist: `.invalid` is reserved by RFC 2606, and the resolver answers nothing anyway. */
export const REFUSING_PROXY = 'http://network.invalid:1';

/**
 * Chromium's switches, set before it starts: no name and no address resolves, everything (loopback included) would
 * have to go through a proxy that does not exist, and its own background traffic is off.
 */
export const NETWORK_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', REFUSING_PROXY],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-quic'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];
