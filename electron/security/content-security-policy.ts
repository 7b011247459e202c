// What a page of the application may load and run: its own bundle and nothing from anywhere else.
// The headers go with every answer of app:// and of the browser edition.

/** From `default-src 'none'`; each line that opens something says why. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The grid writes its theme into style elements and its measures into style attributes.
  "style-src 'self' 'unsafe-inline'",
  // The grid's icons are data images; pictures in pasted text are never loaded.
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  // Untrusted files are parsed in workers of the bundle.
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Every header that accompanies a file of the bundle. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The bundle is on this machine; a stale copy after an update would be the only effect of a cache.
  'Cache-Control': 'no-store',
};
