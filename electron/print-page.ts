// A main process of its own for the command line: prints one page of HTML into a PDF file and ends. It shows no window,
// runs no script of the page, reaches no network and knows nothing of reports.

import { writeFile } from 'node:fs/promises';
import { app, BrowserWindow } from 'electron';
import { printToPdf } from './print-to-pdf';
import { applyNetworkSwitches } from './security/apply-policies';

const FAILED = 1;

applyNetworkSwitches();
app.disableHardwareAcceleration();

/** Prints the page named by --page into the file named by --pdf. */
async function main(): Promise<void> {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } });
  await window.loadFile(app.commandLine.getSwitchValue('page'));
  const printed = await printToPdf(window.webContents);
  if (printed.outcome !== 'printed') throw new Error(printed.reason);
  await writeFile(app.commandLine.getSwitchValue('pdf'), printed.bytes);
}

main().then(
  () => app.exit(),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    app.exit(FAILED);
  },
);
