// The browser edition opens the current bundle in a real Chromium.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePath } from '../../helpers/sample-reports';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';

describe('浏览器版', () => {
  let running: RunningChromium;
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(() => running.dispose());

  it('opens under its own name', async () => {
    expect(await running.page.title()).toContain('政务公开年报');
  });

  it('opens a file that is chosen only after the browser has tidied its memory', async () => {
    const { page, context } = running;
    const inspector = await context.newCDPSession(page);
    await inspector.send('Page.enable');
    await inspector.send('Page.setInterceptFileChooserDialog', { enabled: true });
    const chooser = new Promise<number | undefined>((resolve) =>
      inspector.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId)),
    );
    await page.keyboard.press('Control+o');
    const backendNodeId = await chooser;
    await inspector.send('HeapProfiler.collectGarbage');
    const files = [samplePath('034')];
    await inspector.send('DOM.setFileInputFiles', { files, backendNodeId: backendNodeId! });
    await page.locator('.notice', { hasText: '已打开' }).waitFor();
    await inspector.send('Page.setInterceptFileChooserDialog', { enabled: false });
  });

  it('takes a shortcut pressed at the very moment it is drawn', async () => {
    const { page } = running;
    await page.addInitScript(() => {
      const watcher = new MutationObserver(() => {
        if (document.querySelector('#root > *') === null) return;
        watcher.disconnect();
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'n', ctrlKey: true, bubbles: true, cancelable: true }),
        );
      });
      watcher.observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await page.getByLabel('单位名称').waitFor();
  });
});
