// The sources of the application as text, for tests that look at how they are written.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../build/project';

export interface SourceFile {
  /** From the project folder, with forward slashes: “shared/forms/expressions.ts”. */
  readonly path: string;
  readonly text: string;
  /** The text with every comment blanked out, line by line the same. */
  readonly code: string;
}

const SOURCE = /\.(ts|tsx|mjs|js|css)$/;

/** Every source file below these folders, in order of their paths. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap(listFiles).sort().map(readSource);
}

function listFiles(path: string): string[] {
  if (!statSync(join(PROJECT_FOLDER, path)).isDirectory()) return SOURCE.test(path) ? [path] : [];
  return readdirSync(join(PROJECT_FOLDER, path)).flatMap((name) => listFiles(`${path}/${name}`));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(PROJECT_FOLDER, path), 'utf8');
  return { path, text, code: withoutComments(text) };
}

/**
 * Blanks out comments. A string or a template is passed over whole, so that `//` in a URL is not taken for one;
 * a regular expression is not told from a division, which is enough here: none holds a quote and a comment.
 */
export function withoutComments(text: string): string {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(token, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found));
}
