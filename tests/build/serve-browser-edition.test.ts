// The browser edition is served to this machine alone, on one address, with the rules of the desktop application.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BROWSER_EDITION_PORT,
  serveBrowserEdition,
  type BrowserEdition,
} from '../../build/serve-browser-edition';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

describe('the browser edition', () => {
  let folder: string;
  let edition: BrowserEdition;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-served-'));
    writeFileSync(join(folder, 'index.html'), '<p>年报</p>');
    edition = await serveBrowserEdition(folder, 0);
  });
  afterAll(async () => {
    await edition.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Sends the path as it stands; fetch would tidy it up. */
  const ask = (path: string, options: { method?: string; host?: string } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port, host } = new URL(edition.url);
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: options.method ?? 'GET',
          headers: { host: options.host ?? host },
        },
        (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
          );
        },
      );
      sent.once('error', reject);
      sent.end();
    });

  it('has one address for good: data in a browser belong to it', () => {
    expect(BROWSER_EDITION_PORT).toBe(17321);
    expect(edition.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('answers with the page and the security headers, whatever stands behind the path', async () => {
    const answer = await ask('/?year=2021');
    expect([answer.status, answer.body]).toEqual([200, '<p>年报</p>']);
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect((await ask('/index.html', { method: 'HEAD' })).body).toBe('');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/missing.js'])(
    'has nothing at %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('takes nothing in', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });

  it('answers under no other name: localhost is another origin, a foreign name an attack', async () => {
    const { port } = new URL(edition.url);
    for (const host of [`localhost:${port}`, `evil.example:${port}`, '127.0.0.1', 'evil.example']) {
      expect((await ask('/', { host })).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('never moves to another port when its own is taken', async () => {
    const port = Number(new URL(edition.url).port);
    await expect(serveBrowserEdition(folder, port)).rejects.toThrow('EADDRINUSE');
  });
});
