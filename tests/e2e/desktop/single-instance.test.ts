// Two windows cannot fight over the data: the second start hands over its file and ends.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeliveredFile } from '../../../shared/ipc/contract';
import { launchElectron, startElectron, type RunningElectron } from '../../helpers/launch-electron';

declare const window: Window & {
  nianbao: { onFileDelivered(listener: (file: DeliveredFile) => void): () => void };
};

function folderWithReport(name: string, contents: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), contents);
  return folder;
}

/** The name and text of the next file that arrives, or why it did not. */
function nextFile(running: RunningElectron): Promise<string> {
  return running.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.nianbao.onFileDelivered((file) => {
          resolve(
            file.outcome === 'opened' ? `${file.name}: ${new TextDecoder().decode(file.bytes)}` : file.reason,
          );
        });
      }),
  );
}

describe('重复启动', () => {
  it('ends the second start, says so, and opens its file in the first window', async () => {
    const running = await launchElectron();
    onTestFinished(() => running.dispose());
    const folder = folderWithReport('番禺区 2021.nianbao', '{"second":true}');
    const arrived = nextFile(running);
    const second = startElectron(running.profile, ['番禺区 2021.nianbao'], folder);
    expect(await second.ended).toBe(0);
    expect(second.complaints()).toMatch(/程序已在运行.*Already running/);
    expect(await arrived).toBe('番禺区 2021.nianbao: {"second":true}');
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('双击报告文件', () => {
  it('hands the file named on the command line to the window, however late that listens', async () => {
    const folder = folderWithReport('a.nianbao', '{"first":true}');
    const running = await launchElectron({ commandLine: ['a.nianbao'], folder });
    onTestFinished(() => running.dispose());
    expect(await nextFile(running)).toBe('a.nianbao: {"first":true}');
  });

  it('says when the file is gone', async () => {
    const folder = folderWithReport('a.nianbao', '');
    const running = await launchElectron({ commandLine: ['b.nianbao'], folder });
    onTestFinished(() => running.dispose());
    expect(await nextFile(running)).toMatch(/“b\.nianbao”读不出来（ENOENT）/);
  });
});
