// The start-up chain of the desktop application, in the order in which it matters: names, profile, policies, one
// instance, window. Each step lives in a module of its own.

import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { APPLICATION_NAME, PRODUCT_NAME, profileFolderName } from './application-identity';
import { declareApplicationScheme, serveApplication } from './app-protocol';
import { openSettings } from './desktop-settings';
import { createDeliveredFiles, filesOnCommandLine, type DeliveredFiles } from './files/delivered-files';
import { openGateway } from './ipc/gateway';
import { createHandlers } from './ipc/handlers';
import { sendEvent } from './ipc/send-event';
import { setApplicationMenu } from './menu';
import { chromiumMajor, decideProfile, markProfile, readProfileMark } from './profile-guard';
import { refuseProfile } from './refuse-profile';
import { applyNetworkSwitches, applyPagePolicies, applySessionPolicies } from './security/apply-policies';
import { showAbout } from './show-about';
import { holdSingleInstance } from './single-instance';
import { openMainWindow, type MainWindow } from './window';

// First of all: with a product name alone the profile folder would take its Chinese name.
app.setName(APPLICATION_NAME);
const profile = chooseProfile();
app.setPath('userData', profile);
app.setPath('sessionData', profile);

let main: MainWindow | undefined;

const decision = decideProfile(readProfileMark(profile), chromiumMajor(process.versions.chrome));
if (decision.kind === 'open') start();
else refuseProfile(decision, profile);

/** The folder named by --user-data-dir (for trials and tests), else the fixed one for this Electron. */
function chooseProfile(): string {
  const named = app.commandLine.getSwitchValue('user-data-dir');
  if (named !== '') return named;
  return join(
    app.getPath('appData'),
    profileFolderName(process.versions.electron, __PINNED_ELECTRON_VERSION__),
  );
}

function start(): void {
  const delivered = createDeliveredFiles(() => {
    if (main !== undefined) sendEvent(main.window.webContents, 'files-delivered', undefined);
  });
  const isOnlyInstance = holdSingleInstance(({ commandLine, folder }) => {
    if (main?.window.isMinimized() === true) main.window.restore();
    main?.window.focus();
    delivered.deliver(filesOnCommandLine(commandLine, folder));
  });
  if (!isOnlyInstance) {
    process.stderr.write(
      '程序已在运行，已切换到它的窗口 / Already running; its window was brought forward.\n',
    );
    app.exit(0);
    return;
  }
  // Interface language of dialogs and of the page, whatever the system's is.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  // As root Chromium has no sandbox to offer, and enabling it all the same keeps its own processes from starting.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  applyNetworkSwitches();
  applyPagePolicies();
  declareApplicationScheme();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    delivered.deliver([path]);
  });
  app.on('window-all-closed', () => app.quit());
  delivered.deliver(filesOnCommandLine(process.argv, process.cwd()));
  // No top-level await: Electron would wait for this module, and this module for Electron.
  app
    .whenReady()
    .then(() => open(delivered))
    .catch(reportFailedStart);
}

async function open(delivered: DeliveredFiles): Promise<void> {
  markProfile(profile, chromiumMajor(process.versions.chrome));
  const settings = openSettings(profile);
  const isDevelopment = !app.isPackaged;
  const bundleFolder = join(import.meta.dirname, '../renderer');
  await applySessionPolicies(session.defaultSession, isDevelopment);
  serveApplication(session.defaultSession, bundleFolder);
  openGateway(createHandlers({ settings, delivered, main: () => main }), () => main?.window);
  setApplicationMenu(
    {
      choose: (command) => {
        if (main !== undefined) sendEvent(main.window.webContents, 'command', command);
      },
      showAbout: () => {
        if (main !== undefined) showAbout(main.window);
      },
    },
    isDevelopment,
  );
  main = openMainWindow(join(import.meta.dirname, 'preload.cjs'), settings);
  main.window.on('closed', () => (main = undefined));
}

function reportFailedStart(error: unknown): void {
  process.stderr.write(`启动失败 / The application could not start: ${String(error)}\n`);
  dialog.showErrorBox(PRODUCT_NAME, `启动失败：${String(error)}`);
  app.exit(1);
}
