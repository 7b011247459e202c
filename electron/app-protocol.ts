// Serves the built window on app://nianbao, from the bundle's folder and from nowhere else. Which file answers is
// decided in security/bundle-requests.ts.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { APPLICATION_SCHEME, isApplicationUrl } from './application-identity';
import { answerBundleRequest } from './security/bundle-requests';
import { SECURITY_HEADERS } from './security/content-security-policy';

/** Declares the scheme; must run before Electron is ready. IndexedDB needs it standard and secure. */
export function declareApplicationScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APPLICATION_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers the scheme's requests in this session from `bundleFolder`. */
export function serveApplication(session: Session, bundleFolder: string): void {
  session.protocol.handle(APPLICATION_SCHEME, (request) => answerRequest(request, bundleFolder));
}

/** One answer: a file with the security headers, or 404 / 405 without a body. */
export async function answerRequest(request: Request, bundleFolder: string): Promise<Response> {
  if (!isApplicationUrl(request.url)) return refuse(404);
  const answer = answerBundleRequest(request.method, new URL(request.url).pathname);
  if (answer.kind === 'refused') return refuse(answer.status);
  try {
    const contents = await readFile(join(bundleFolder, answer.path));
    const headers = { ...SECURITY_HEADERS, 'Content-Type': answer.mediaType };
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(contents), { headers });
  } catch {
    // Absent, or a folder: for the page it is the same.
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
