// Serves the built window to a browser on this machine, and to nobody else. Which file answers is decided by the
// same rules as in the desktop application. Starts no browser.

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { answerBundleRequest } from '../electron/security/bundle-requests';
import { SECURITY_HEADERS } from '../electron/security/content-security-policy';

/** Always this address: a browser keeps the data by origin, and another port would be another, empty place. */
export const BROWSER_EDITION_PORT = 17321;

const LOOPBACK = '127.0.0.1';

export interface BrowserEdition {
  /** “http://127.0.0.1:17321/” */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` on loopback. Port 0 chooses a free one, for tests. Rejects with the system's error when the port
 * is taken; it never tries another.
 */
export function serveBrowserEdition(
  folder: string,
  port: number = BROWSER_EDITION_PORT,
): Promise<BrowserEdition> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const host = `${LOOPBACK}:${String((server.address() as AddressInfo).port)}`;
      void answer(request, response, folder, host);
    });
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const chosen = (server.address() as AddressInfo).port;
      resolve({
        url: `http://${LOOPBACK}:${String(chosen)}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  host: string,
): Promise<void> {
  // Another name that leads here (localhost, a rebound DNS name) would be another origin, or somebody else's page.
  if (request.headers.host !== host) return refuse(response, 421);
  const pathname = (request.url ?? '/').replace(/[?#].*$/, '');
  const file = answerBundleRequest(request.method ?? '', pathname);
  if (file.kind === 'refused') return refuse(response, file.status);
  try {
    const contents = await readFile(join(folder, file.path));
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'Content-Type': file.mediaType,
      'Content-Length': contents.byteLength,
    });
    response.end(request.method === 'HEAD' ? undefined : contents);
  } catch {
    refuse(response, 404);
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, SECURITY_HEADERS).end();
}
