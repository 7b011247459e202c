// Opens the application folder named behind this one, with one difference: it makes no window before Playwright has
// attached. Attaching while a page is being loaded loses the event that says where it went, and Playwright then waits
// for a window that has long been on the screen. Playwright holds back Electron's own default application like this.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const whenReady = app.whenReady.bind(app);
const attached = new Promise((resolve) => {
  // Playwright calls this by its name once it has attached.
  globalThis.__playwright_run = resolve;
});
app.whenReady = async () => {
  await attached;
  await whenReady();
};

const folder = process.argv[process.argv.indexOf(import.meta.dirname) + 1];
app.setAppPath(folder);
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
await import(pathToFileURL(join(folder, main)).href);
