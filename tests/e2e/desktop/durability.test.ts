// A killed process loses at most the cell being typed: Electron is killed at random moments while figures are typed.
// The long loop runs with KILLS set, see `npm run test:faults`.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killWhileTyping } from '../../helpers/kill-while-typing';
import { launchElectron, removeProfile, type RunningElectron } from '../../helpers/launch-electron';
import { processOn } from '../../helpers/process-on-profile';

const KILLS = Number(process.env['KILLS'] ?? 3);
/** On a machine without a graphics card one start in some hundred never gets ready; nothing of ours has run by then. */
const STARTS = 5;
/** A start takes about a second; one that takes so many milliseconds is stuck. */
const PATIENCE = 15_000;

it(
  `loses no saved cell when Electron is killed ${KILLS} times while typing`,
  async () => {
    const profile = mkdtempSync(join(tmpdir(), 'nianbao-killed-'));
    let stuck = 0;
    const open = async (): Promise<RunningElectron> => {
      for (let start = 1; ; start += 1)
        try {
          return await launchElectron({ profile, commandLine: ['--disable-gpu'], patience: PATIENCE });
        } catch (error) {
          const left = process.platform === 'linux' ? processOn(profile) : undefined;
          if (left !== undefined) process.kill(-left, 'SIGKILL');
          if (start === STARTS) throw error;
          stuck += 1;
        }
    };
    const outcome = await killWhileTyping(open, KILLS);
    process.stdout.write(
      `Electron: ${outcome.kills} kills, ${outcome.saved} saved cells, ${outcome.lost.length} lost, ` +
        `${outcome.unsaved} unsaved at the kill, ${stuck} starts that never got ready\n`,
    );
    removeProfile(profile);
    expect(outcome).toMatchObject({ lost: [], wrong: [] });
    expect(outcome.saved).toBeGreaterThanOrEqual(KILLS);
  },
  120_000 + KILLS * 20_000,
);
