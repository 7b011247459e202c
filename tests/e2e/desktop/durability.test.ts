// A killed process loses at most the cell being typed: Electron is killed at random moments while figures are typed.
// The long loop runs with KILLS set, see `npm run test:faults`.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killWhileTyping } from '../../helpers/kill-while-typing';
import { launchElectron, removeProfile } from '../../helpers/launch-electron';

const KILLS = Number(process.env['KILLS'] ?? 5);

it(
  `loses no saved cell when Electron is killed ${KILLS} times while typing`,
  async () => {
    const profile = mkdtempSync(join(tmpdir(), 'nianbao-killed-'));
    const open = () => launchElectron({ profile, commandLine: ['--disable-gpu'] });
    const outcome = await killWhileTyping('Electron', open, KILLS);
    removeProfile(profile);
    expect(outcome).toMatchObject({ lost: [], wrong: [] });
    expect(outcome.saved).toBeGreaterThanOrEqual(KILLS);
  },
  60_000 + KILLS * 30_000,
);
