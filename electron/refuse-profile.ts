// Says that a profile must not be touched, and ends the application having touched nothing of it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { PROFILE_TEXT } from '../shared/text/desktop-text';
import { chromiumMajor, PROFILE_MARK, type ProfileDecision } from './profile-guard';

type Refusal = Exclude<ProfileDecision, { readonly kind: 'open' }>;

/** The exit code of a start that was refused, for scripts. */
export const REFUSED_EXIT_CODE = 3;

/**
 * Shows and prints why the profile in `folder` is not opened, then exits. Electron writes into its profile folder
 * as soon as it starts, so it is sent to an empty one first; must run before Electron is ready.
 */
export function refuseProfile(refusal: Refusal, folder: string): void {
  const elsewhere = mkdtempSync(join(tmpdir(), 'gongkai-nianbao-refused-'));
  app.setPath('userData', elsewhere);
  app.setPath('sessionData', elsewhere);
  app.once('quit', () => rmSync(elsewhere, { recursive: true, force: true }));
  const { chinese, english } = explain(refusal, folder);
  process.stderr.write(`${chinese}\n${english}\n`);
  void app.whenReady().then(async () => {
    await dialog.showMessageBox({ type: 'error', title: PROFILE_TEXT.title, message: chinese, noLink: true });
    app.exit(REFUSED_EXIT_CODE);
  });
}

function explain(refusal: Refusal, folder: string): { chinese: string; english: string } {
  const running = chromiumMajor(process.versions.chrome);
  if (refusal.kind === 'newer') {
    return {
      chinese: PROFILE_TEXT.newer(folder, refusal.needed, running),
      english: `The data in ${folder} were last used by Chromium ${String(refusal.needed)}; this is Chromium ${String(running)}. Nothing was opened or changed.`,
    };
  }
  const file = join(folder, PROFILE_MARK);
  return {
    chinese: PROFILE_TEXT.unreadable(file),
    english: `${file} does not name a Chromium version. Nothing was opened or changed.`,
  };
}
