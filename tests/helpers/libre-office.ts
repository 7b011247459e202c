// LibreOffice as a second reader: converts files, and recalculates workbooks, as another office program would.

import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIME_LIMIT = 120_000;

/** Is LibreOffice on this machine? Where CI is set it must be: there nothing is skipped. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: TIME_LIMIT });
    return true;
  } catch (error) {
    if (process.env['CI']) throw new Error('CI is set, but LibreOffice does not run', { cause: error });
    process.stderr.write('LibreOffice is not installed: its readings of our files are not tested.\n');
    return false;
  }
}

/**
 * Converts files, given by name, into a format and returns the results by the same names. `target` is LibreOffice's
 * notation: `xlsx`, `pdf`, `odt:writer8`. A file that it does not convert is missing from the answer.
 */
export async function convertFiles(
  files: ReadonlyMap<string, Uint8Array>,
  target: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-office-'));
  try {
    const paths: string[] = [];
    for (const [name, bytes] of files) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      paths.push(path);
    }
    const output = join(folder, 'converted');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const words = [profile, '--headless', '--convert-to', target, '--outdir', output, ...paths];
    await run('soffice', words, { timeout: TIME_LIMIT });
    const extension = target.split(':')[0]!;
    const converted = new Map<string, Uint8Array>();
    for (const name of files.keys()) {
      const bytes = await readFile(join(output, `${basename(name, extname(name))}.${extension}`)).catch(
        () => undefined,
      );
      if (bytes) converted.set(name, bytes);
    }
    return converted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
