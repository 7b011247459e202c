// Poppler as a reader of PDF files: the text of their pages.

import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Is poppler on this machine? Where CI is set it must be: there nothing is skipped. */
export function hasPoppler(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (process.env['CI']) throw new Error('CI is set, but pdftotext does not run', { cause: error });
    process.stderr.write('poppler-utils is not installed: the pages of our PDF files are not tested.\n');
    return false;
  }
}

/** The text of every page, without spaces. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pages-'));
  try {
    const path = join(folder, 'report.pdf');
    await writeFile(path, pdf);
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
    return stdout
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replaceAll(' ', ''));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
