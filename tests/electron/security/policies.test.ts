// The security policies as tables: what is allowed, what is refused, and why. Each table has both.

import { describe, expect, it } from 'vitest';
import { mayAttachWebview, mayNavigate, mayOpenWindow } from '../../../electron/security/navigation-policy';
import { mayRequest, NETWORK_SWITCHES } from '../../../electron/security/network-policy';
import { mayUse } from '../../../electron/security/permission-policy';
import { mayCall } from '../../../electron/security/sender-policy';

const OWN = 'app://nianbao/index.html';

/** URLs that resemble ours and are not. */
const STRANGERS: readonly [url: string, why: string][] = [
  ['http://nianbao/index.html', 'another scheme'],
  ['https://nianbao/', 'another scheme'],
  ['app://nianbao.evil/index.html', 'another host'],
  ['app://evil/index.html', 'another host'],
  ['app://nianbao:80/index.html', 'a port'],
  ['app://nianbao@evil/index.html', 'the name as user information'],
  ['app://user@nianbao/index.html', 'user information'],
  ['app:nianbao/index.html', 'no host at all'],
  ['file:///etc/passwd', 'the file system'],
  ['javascript:alert(1)', 'a script'],
  ['data:text/html,<p>', 'text made into a page'],
  ['about:blank', 'an empty page'],
  ['', 'nothing'],
  ['nianbao', 'not a URL'],
];

describe('navigation', () => {
  it('stays on the application’s own page', () => {
    expect(mayNavigate(OWN)).toBe(true);
    expect(mayNavigate('app://nianbao/')).toBe(true);
  });
  it.each(STRANGERS)('does not go to %s: %s', (url) => {
    expect(mayNavigate(url)).toBe(false);
  });
  it('opens no second window and no webview', () => {
    expect([mayOpenWindow(), mayAttachWebview()]).toEqual([false, false]);
  });
});

describe('network', () => {
  it.each([OWN, 'app://nianbao/assets/a.js', 'data:image/png;base64,AAAA', 'blob:app://nianbao/0-0'])(
    'lets %s through: it never leaves the process',
    (url) => {
      expect(mayRequest(url, false)).toBe(true);
    },
  );
  it.each([
    'http://127.0.0.1:1/',
    'https://example.org/',
    'ws://127.0.0.1:1/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'chrome://gpu/',
    'app://evil/',
    'not a URL',
  ])('refuses %s, in development too', (url) => {
    expect([mayRequest(url, false), mayRequest(url, true)]).toEqual([false, false]);
  });
  it('opens the developer tools’ own pages in development alone', () => {
    const tools = 'devtools://devtools/bundled/devtools_app.html';
    expect([mayRequest(tools, false), mayRequest(tools, true)]).toEqual([false, true]);
  });
  it('resolves no name and no address', () => {
    expect(NETWORK_SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});

describe('permissions', () => {
  it.each(['persistent-storage', 'clipboard-sanitized-write', 'clipboard-read'])(
    'grants %s to our page',
    (name) => {
      expect(mayUse(name, OWN)).toBe(true);
      // A check, unlike a request, names the origin alone.
      expect(mayUse(name, 'app://nianbao')).toBe(true);
      expect(mayUse(name, 'http://nianbao/')).toBe(false);
      expect(mayUse(name, '')).toBe(false);
    },
  );
  it.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'midi',
    'hid',
    'serial',
    'usb',
  ])('refuses %s to everybody', (name) => {
    expect(mayUse(name, OWN)).toBe(false);
  });
});

describe('sender of a call', () => {
  const own = { isOwnWindow: true, isMainFrame: true, url: OWN };
  it('is the main frame of the own window on our page', () => {
    expect(mayCall(own)).toBe(true);
  });
  it.each([
    ['another window', { ...own, isOwnWindow: false }],
    ['an inner frame', { ...own, isMainFrame: false }],
    ['another page', { ...own, url: 'https://nianbao/' }],
    ['a page that is already gone', { ...own, url: '' }],
  ])('is not %s', (_who, sender) => {
    expect(mayCall(sender)).toBe(false);
  });
});
