// The page of the real application is confined: no Node, no evaluated code, no foreign sender, no file outside the
// bundle, no permission but the few that it needs.

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchElectron, type RunningElectron } from '../../helpers/launch-electron';

describe('窗口受到的限制', () => {
  let running: RunningElectron;
  beforeAll(async () => {
    running = await launchElectron();
  });
  afterAll(() => running.dispose());

  it('has neither Node nor Electron in the page, only the bridge', async () => {
    const found = await running.page.evaluate(() => ({
      names: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys((globalThis as unknown as Record<string, object>)['nianbao'] ?? {}),
    }));
    expect(found.names).toEqual([]);
    expect(found.bridge).toEqual([
      'saveFile',
      'openFile',
      'revealLastSaved',
      'printToPdf',
      'keepSnapshot',
      'listSnapshots',
      'readSnapshot',
      'setDataAside',
      'applicationInformation',
      'onCommand',
      'onFileDelivered',
      'onBeforeClose',
    ]);
  });

  it('runs in a sandboxed, isolated renderer with the safe settings', async () => {
    const settings = await running.app.evaluate(({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return page.getLastWebPreferences();
    });
    expect(settings).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(settings['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
      false,
    );
  });

  it('evaluates no text as code and runs no inline script', async () => {
    const outcome = await running.page.evaluate(
      () =>
        new Promise((resolve) => {
          // Outside the inspector's own call, which is exempt from the policy.
          setTimeout(() => {
            const script = document.createElement('script');
            script.textContent = 'document.documentElement.dataset.inline = "ran"';
            document.documentElement.append(script);
            const inline = document.documentElement.dataset['inline'] ?? 'refused';
            try {
              resolve({ evaluated: new Function('return 1')() as unknown, inline });
            } catch (error) {
              resolve({ evaluated: (error as Error).name, inline });
            }
          });
        }),
    );
    expect(outcome).toEqual({ evaluated: 'EvalError', inline: 'refused' });
  });

  it('serves the bundle and nothing beside it', async () => {
    const statuses = await running.page.evaluate(async () => {
      const paths = [
        '/index.html',
        '/',
        '/../electron/main.mjs',
        '/%2e%2e/electron/main.mjs',
        '/..%2felectron%2fmain.mjs',
        '/..%5celectron%5cmain.mjs',
        '/assets',
        '/.stamp',
        '/nothing.js',
      ];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 404, 404, 404]);
    expect(
      await running.page.evaluate(async () => (await fetch('/index.html', { method: 'POST' })).status),
    ).toBe(405);
  });

  it('grants persistent storage and the clipboard, and nothing else', async () => {
    const states = await running.page.evaluate(async () => {
      const names = ['persistent-storage', 'geolocation', 'notifications', 'camera', 'microphone', 'midi'];
      const query = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await query(name)] as const)),
      );
    });
    expect(states).toEqual({
      'persistent-storage': 'granted',
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      midi: 'denied',
    });
    expect(await running.page.evaluate(() => navigator.storage.persist())).toBe(true);
  });

  it('rejects a call from any window but its own', async () => {
    const answer = await running.app.evaluate(async ({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/dist/electron/preload.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://nianbao/index.html');
      const result: unknown = await stranger.webContents.executeJavaScript(
        'window.nianbao.applicationInformation().then(() => "answered", (error) => error.message)',
      );
      stranger.destroy();
      return result;
    });
    expect(answer).toMatch(/application-information: sender refused/);
  });

  it('rejects a malformed request', async () => {
    const answer = await running.page.evaluate(async () => {
      const bridge = (globalThis as unknown as { nianbao: { saveFile(request: unknown): Promise<unknown> } })
        .nianbao;
      const requests = [
        { suggestedName: 'a', kind: 'constructor', bytes: new Uint8Array() },
        { suggestedName: 4, kind: 'report', bytes: new Uint8Array() },
        { suggestedName: 'a', kind: 'report', bytes: 'text' },
      ];
      const answers = requests.map((request) => bridge.saveFile(request).then(() => 'answered', String));
      return Promise.all(answers);
    });
    expect(answer).toHaveLength(3);
    for (const one of answer) expect(one).toMatch(/save-file: request refused/);
  });

  it('shows the whole form on a small screen: the content area is 1366 × 669', async () => {
    const size = await running.page.evaluate(() => [innerWidth, innerHeight]);
    expect(size).toEqual([1366, 669]);
  });

  it('offers a window again when its page has crashed', async () => {
    const own = await launchElectron();
    onTestFinished(() => own.dispose());
    const reloaded = await own.app.evaluate(async ({ BrowserWindow, dialog }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) return 'no window';
      dialog.showMessageBoxSync = () => 0;
      const loaded = new Promise<void>((resolve) =>
        window.webContents.once('did-finish-load', () => resolve()),
      );
      window.webContents.forcefullyCrashRenderer();
      await loaded;
      return window.webContents.getURL();
    });
    expect(reloaded).toBe('app://nianbao/index.html');
  });
});
