// The command line's first file: hands the words and the streams of the process to `runCommandLine`. No logic here.

import { fileURLToPath } from 'node:url';
import { runCommandLine } from './run-command-line';

/** Named by whoever starts the command line, because only the project knows where its Electron is. */
const executable = process.env['NIANBAO_ELECTRON'] ?? '';
const pagePrinter = fileURLToPath(new URL('page-printer', import.meta.url));

runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  notice: (text) => process.stderr.write(text),
  folder: process.cwd(),
  environment: process.env,
  electron: executable === '' ? undefined : { executable, pagePrinter },
}).then((code) => {
  // Not process.exit: it would cut off what a pipe has not taken yet.
  process.exitCode = code;
});
