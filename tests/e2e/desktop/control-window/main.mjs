// A bare Electron window without any of the application's policies: what the network tests compare with, so that
// “nothing arrived” cannot mean that the probes do not work.

import { app, BrowserWindow, session } from 'electron';

app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));
app.whenReady().then(async () => {
  // A machine's own proxy settings must not stand between the probe and the server.
  await session.defaultSession.setProxy({ mode: 'direct' });
  await new BrowserWindow().loadURL('about:blank');
});
