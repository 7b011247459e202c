// The browser edition opens the current bundle in a real Chromium.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
