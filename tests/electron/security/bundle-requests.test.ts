// Which requests the bundle answers, on app:// and in the browser edition: its own files and nothing beside them.

import { describe, expect, it } from 'vitest';
import { answerBundleRequest } from '../../../electron/security/bundle-requests';
import { SECURITY_HEADERS } from '../../../electron/security/content-security-policy';

describe('requests to the bundle', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-B1_x-9.js', 'assets/index-B1_x-9.js', 'text/javascript; charset=utf-8'],
    ['/assets/index-C.css', 'assets/index-C.css', 'text/css; charset=utf-8'],
    ['/assets/example.nianbao', 'assets/example.nianbao', 'application/json; charset=utf-8'],
    ['/assets/icons.svg', 'assets/icons.svg', 'image/svg+xml'],
  ])('answers %s with %s as %s', (pathname, path, mediaType) => {
    expect(answerBundleRequest('GET', pathname)).toEqual({ kind: 'file', path, mediaType });
    expect(answerBundleRequest('HEAD', pathname)).toEqual({ kind: 'file', path, mediaType });
  });

  it.each([
    '/../package.json',
    '/..',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets//index.js',
    '//etc/passwd.txt',
    '/.env.json',
    '/assets/.hidden.js',
    '/index.html\0.js',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/index.HTML',
    '/main.mjs.map',
    '/program.exe',
    '/x.constructor',
    'index.html',
    '',
  ])('knows no file at %j', (pathname) => {
    expect(answerBundleRequest('GET', pathname)).toEqual({ kind: 'refused', status: 404 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('refuses the method %j', (method) => {
    expect(answerBundleRequest(method, '/index.html')).toEqual({ kind: 'refused', status: 405 });
  });
});

describe('the content security policy', () => {
  const policy = new Map(
    (SECURITY_HEADERS['Content-Security-Policy'] ?? '').split('; ').map((line) => {
      const [name = '', ...sources] = line.split(' ');
      return [name, sources.join(' ')];
    }),
  );

  it('starts from nothing', () => {
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
      expect([name, policy.get(name)]).toEqual([name, "'none'"]);
    }
  });
  it('runs scripts and workers of the bundle alone, and evaluates nothing', () => {
    expect([policy.get('script-src'), policy.get('worker-src')]).toEqual(["'self'", "'self'"]);
    expect(SECURITY_HEADERS['Content-Security-Policy']).not.toMatch(/unsafe-eval|wasm|\*|https?:/);
  });
  it('allows inline text in styles alone', () => {
    const inline = [...policy].filter(([, sources]) => sources.includes("'unsafe-inline'"));
    expect(inline.map(([name]) => name)).toEqual(['style-src']);
  });
});
