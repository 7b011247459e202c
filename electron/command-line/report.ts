// The command line's first file: hands the words and the streams of the process to `runCommandLine`. No logic here.

import { runCommandLine } from './run-command-line';

runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  notice: (text) => process.stderr.write(text),
  folder: process.cwd(),
  environment: process.env,
}).then((code) => {
  // Not process.exit: it would cut off what a pipe has not taken yet.
  process.exitCode = code;
});
