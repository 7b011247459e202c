// app://nianbao answers with the bundle's own files and nothing beside them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const double = await vi.hoisted(async () =>
  (await import('../helpers/electron-double')).createElectronDouble(),
);
vi.mock('electron', () => double.module);
const { answerRequest, declareApplicationScheme } = await import('../../electron/app-protocol');

describe('app://nianbao', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-bundle-'));
    mkdirSync(join(folder, 'renderer/assets.js'), { recursive: true });
    writeFileSync(join(folder, 'renderer/index.html'), '<p>年报</p>');
    writeFileSync(join(folder, 'secret.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const ask = (url: string, method = 'GET'): Promise<Response> =>
    answerRequest(new Request(url, { method }), join(folder, 'renderer'));

  it('is declared standard and secure, as IndexedDB needs it', () => {
    declareApplicationScheme();
    expect(double.module.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('answers with the page, its type and the security headers', async () => {
    const response = await ask('app://nianbao/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>年报</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers HEAD without a body', async () => {
    const response = await ask('app://nianbao/index.html', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each([
    'app://nianbao/../secret.json',
    'app://nianbao/%2e%2e/secret.json',
    'app://nianbao/..%2fsecret.json',
    'app://nianbao/..%5csecret.json',
    'app://nianbao/missing.js',
    'app://nianbao/assets.js',
    'app://other/index.html',
    'http://nianbao/index.html',
  ])('has nothing at %s', async (url) => {
    const response = await ask(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('takes nothing in', async () => {
    expect((await ask('app://nianbao/index.html', 'POST')).status).toBe(405);
  });
});
