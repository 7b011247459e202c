// Decides which built file answers a request of the window, for app:// and for the browser edition alike.
// Pure: reads no file and knows no protocol.

/** What a request is answered with: a file below the bundle's folder, or a refusal. */
export type BundleAnswer =
  | { readonly kind: 'file'; readonly path: string; readonly mediaType: string }
  | { readonly kind: 'refused'; readonly status: 404 | 405 };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  nianbao: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  wasm: 'application/wasm',
  txt: 'text/plain; charset=utf-8',
};

/**
 * Names that start with a letter, digit, underscore or hyphen, joined by slashes. The bundler makes no other, so
 * nothing is ever decoded: a percent sign, a backslash, a leading dot or two slashes in a row match no file.
 */
const SAFE_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** The answer to a request by its method and the path part of its URL, as it was sent. */
export function answerBundleRequest(method: string, pathname: string): BundleAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'refused', status: 405 };
  const path = pathname === '/' ? '/index.html' : pathname;
  const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  const mediaType = Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension] : undefined;
  if (!SAFE_PATH.test(path) || mediaType === undefined) return { kind: 'refused', status: 404 };
  return { kind: 'file', path: path.slice(1), mediaType };
}
