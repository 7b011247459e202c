// The desktop application opens the current bundle in a real Electron window, confined as it should be.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchElectron, type RunningElectron } from '../../helpers/launch-electron';

describe('桌面程序', () => {
  let running: RunningElectron;
  beforeAll(async () => {
    running = await launchElectron();
  });
  afterAll(() => running.dispose());

  it('opens on its own origin, in Chinese, under its own name', async () => {
    expect(running.page.url()).toBe('app://nianbao/index.html');
    expect(await running.page.title()).toContain('政务公开年报');
    expect(await running.page.evaluate(() => navigator.language)).toBe('zh-CN');
  });
});
