// Opens the application folder named on the command line, as Electron's own default application does; the
// development runtime comes without that one. Knows nothing about the application itself.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

if (folder === undefined) {
  process.stderr.write('The development runtime needs an application folder on its command line.\n');
  app.exit(1);
} else {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(resolve(folder));
  await import(pathToFileURL(resolve(folder, description.main)).href);
}
