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
});
