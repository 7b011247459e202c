// `npm run -s report -- …`: brings the command line's bundle up to date and runs it with the words given, in the
// folder from which npm was called. Its stdout is the command line's alone; builds speak on stderr.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle';
import { findInstalledElectron } from './find-electron';
import { DIST_FOLDER } from './project';

/** The command line's own code for “nothing could be read or written”. */
const FAILED = 2;

async function main(): Promise<number> {
  await bundle(['command-line']);
  // It prints PDF files; one that the caller names comes first.
  const electron = process.env['NIANBAO_ELECTRON'] ?? findInstalledElectron()?.executable;
  const program = join(DIST_FOLDER, 'command-line/report.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
      stdio: 'inherit',
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
      env: { ...process.env, ...(electron !== undefined && { NIANBAO_ELECTRON: electron }) },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? FAILED));
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`命令行没有运行 / The command line could not run: ${reason}\n`);
    process.exit(FAILED);
  },
);
