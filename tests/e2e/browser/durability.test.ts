// A killed process loses at most the cell being typed: Chromium is killed at random moments while figures are typed,
// and every write asks the disk to have it before it is called saved.

import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { killWhileTyping, type KillableWindow } from '../../helpers/kill-while-typing';
import { processOn } from '../../helpers/process-on-profile';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, createByDialog, showSection } from '../../helpers/type-report';

const KILLS = Number(process.env['KILLS'] ?? 5);

it.runIf(process.platform === 'linux')(
  `loses no saved cell when Chromium is killed ${KILLS} times while typing`,
  async () => {
    let running: RunningChromium | undefined;
    const open = async (): Promise<KillableWindow> => {
      running = await launchChromium(
        running ? { profile: running.profile, port: Number(new URL(running.url).port) } : {},
      );
      const { page, profile, context, close } = running;
      const kill = async (): Promise<void> => {
        const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
        process.kill(-processOn(profile)!, 'SIGKILL');
        await closed;
        await close();
      };
      return { page, kill };
    };
    const outcome = await killWhileTyping('Chromium', open, KILLS);
    if (running) rmSync(running.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    expect(outcome).toMatchObject({ lost: [], wrong: [] });
    expect(outcome.saved).toBeGreaterThanOrEqual(KILLS);
  },
  60_000 + KILLS * 30_000,
);

it('asks for strict durability on every write that typing causes', async () => {
  const running = await launchChromium();
  const report = sampleReport('panyu');
  const { page } = running;
  await page.addInitScript(() => {
    const durabilities: string[] = [];
    Object.assign(window, { durabilities });
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...parameters) {
      const transaction = original.apply(this, parameters);
      if (transaction.mode === 'readwrite') durabilities.push(transaction.durability);
      return transaction;
    };
  });
  await page.reload();
  await createByDialog(page, report);
  await showSection(page, 'requests');
  const before = (await durabilitiesIn(page)).length;
  await cellOf(page, report, 'requests.newlyReceived.naturalPerson').click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await durabilitiesIn(page)).length).toBeGreaterThan(before);
  expect(new Set(await durabilitiesIn(page))).toEqual(new Set(['strict']));
  await running.dispose();
});

function durabilitiesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { durabilities: readonly string[] }).durabilities);
}
