// A profile that a newer Chromium has used is neither opened nor touched; names and places of profiles stay fixed.

import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pinnedElectronVersion } from '../../../build/project';
import { launchElectron, removeProfile, startElectron } from '../../helpers/launch-electron';

const MARK = 'last-chromium-version.txt';

/** Path, contents and time of every file and link of a folder. */
function photograph(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    files
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        if (entry.isSymbolicLink()) return [path, readlinkSync(path)];
        if (!entry.isFile()) return [path, 'socket'];
        const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [path, `${hash} ${String(statSync(path).mtimeMs)}`];
      }),
  );
}

async function filledProfile(): Promise<string> {
  const running = await launchElectron();
  await running.page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('guarded', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('cells').put(4, 'first');
        request.onsuccess = resolve;
      }),
  );
  await running.close();
  onTestFinished(() => removeProfile(running.profile));
  return running.profile;
}

describe('数据由更新的版本保存', () => {
  it('marks the profile with the Chromium that uses it', async () => {
    const running = await launchElectron();
    onTestFinished(() => running.dispose());
    const version = await running.app.evaluate(() => process.versions.chrome);
    expect(readFileSync(join(running.profile, MARK), 'utf8')).toBe(`${version.split('.')[0] ?? ''}\n`);
  });

  it.each([
    ['a newer version', '999\n', /Chromium 999[\s\S]*Nothing was opened or changed/],
    ['something this version cannot read', '{"chromium":200}', /does not name a Chromium version/],
  ])('leaves a profile marked by %s as it is, byte for byte, and says so', async (_case, mark, sentence) => {
    const profile = await filledProfile();
    writeFileSync(join(profile, MARK), mark);
    const before = photograph(profile);
    const start = startElectron(profile);
    onTestFinished(() => void start.process.kill('SIGKILL'));
    await vi.waitFor(() => expect(start.complaints()).toMatch(sentence), { timeout: 60_000 });
    expect(start.complaints()).toMatch(/没有改动任何文件/);
    start.process.kill('SIGTERM');
    await start.ended;
    expect(photograph(profile)).toEqual(before);
  });

  it('opens the same profile again after its own version', async () => {
    const running = await launchElectron({ profile: await filledProfile() });
    onTestFinished(() => running.dispose());
    const names = await running.page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    expect(names).toContain('guarded');
  });
});

describe('数据的位置', () => {
  it('is the folder of the fixed application name, or the development folder on any other Electron', async () => {
    const settings = mkdtempSync(join(tmpdir(), 'nianbao-settings-'));
    onTestFinished(() => rmSync(settings, { recursive: true, force: true }));
    const running = await launchElectron({
      defaultProfile: true,
      environment: { XDG_CONFIG_HOME: settings },
    });
    onTestFinished(() => running.dispose());
    const { name, folder, electron } = await running.app.evaluate(({ app }) => ({
      name: app.getName(),
      folder: app.getPath('userData'),
      electron: process.versions.electron,
    }));
    const isPinned = electron === pinnedElectronVersion();
    expect(name).toBe('gongkai-nianbao');
    expect(folder).toBe(join(settings, isPinned ? 'gongkai-nianbao' : 'gongkai-nianbao-development'));
  });
});
