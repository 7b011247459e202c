// Tells whether a bundle is older than its sources, by the contents of the sources and not by the clock:
// a checkout or a deleted file changes no time stamp that could be relied on. Builds nothing.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One line that changes whenever a file below `sources` (folders or files, relative to `root`) is added, removed,
 * renamed or altered. A source that does not exist counts as empty.
 */
export function fingerprintSources(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(root, source)).sort()) {
    const contents = readFileSync(join(root, file));
    hash.update(`${file}\0${contents.byteLength}\0`).update(contents);
  }
  return hash.digest('hex');
}

/** Every file at or below `path`, relative to `root`, with forward slashes on every system. */
function listFiles(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute).flatMap((name) => listFiles(root, `${path}/${name}`));
}

/** Does the stamp file hold this fingerprint? A missing stamp holds none. */
export function isCurrent(stampFile: string, fingerprint: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === fingerprint;
}
