// Two windows cannot fight over the data: the second start hands over its file and ends.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_FOLDER } from '../../../build/project';
import { launchElectron, startElectron } from '../../helpers/launch-electron';

/** A folder that holds a real report under the name given. */
function folderWithReport(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(join(PROJECT_FOLDER, 'renderer/example/panyu-2021.nianbao'), join(folder, name));
  return folder;
}

describe('重复启动', () => {
  it('ends the second start, says so, and opens its file in the first window', async () => {
    const running = await launchElectron();
    onTestFinished(() => running.dispose());
    const folder = folderWithReport('番禺区 2021.nianbao');
    const second = startElectron(running.profile, ['番禺区 2021.nianbao'], folder);
    expect(await second.ended).toBe(0);
    expect(second.complaints()).toMatch(/程序已在运行.*Already running/);
    await running.page.getByText('已打开 番禺区 2021.nianbao').waitFor();
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('双击报告文件', () => {
  it('opens the file named on the command line once the window is ready', async () => {
    const folder = folderWithReport('a.nianbao');
    const running = await launchElectron({ commandLine: ['a.nianbao'], folder });
    onTestFinished(() => running.dispose());
    await running.page.getByText('已打开 a.nianbao').waitFor();
  });

  it('says when the file is gone', async () => {
    const running = await launchElectron({ commandLine: ['b.nianbao'], folder: tmpdir() });
    onTestFinished(() => running.dispose());
    await running.page.getByText('“b.nianbao”读不出来（ENOENT）').waitFor();
  });
});
