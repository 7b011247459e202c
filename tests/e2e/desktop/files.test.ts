// Files leave and come in through the native dialogs, whole or not at all, and the page never learns a path.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../../shared/ipc/desktop-bridge';
import { LARGEST_FILE_BYTES } from '../../../shared/ipc/file-kinds';
import { launchElectron, type RunningElectron } from '../../helpers/launch-electron';

declare const window: Window & { nianbao: DesktopBridge };

describe('保存和打开文件', () => {
  let running: RunningElectron;
  let folder: string;
  beforeAll(async () => {
    running = await launchElectron();
  });
  afterAll(() => running.dispose());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-save-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const save = (suggestedName: string, contents: string) =>
    running.page.evaluate(
      ([name, text]) =>
        window.nianbao.saveFile({
          suggestedName: name,
          kind: 'report',
          bytes: new TextEncoder().encode(text),
        }),
      [suggestedName, contents] as const,
    );
  const open = () =>
    running.page.evaluate(async () => {
      const result = await window.nianbao.openFile({ kinds: ['report'] });
      return result.outcome === 'opened'
        ? `${result.name}: ${new TextDecoder().decode(result.bytes)}`
        : result;
    });

  it('writes the bytes where the clerk says and answers the name without its folder', async () => {
    await running.answerSaveDialog(join(folder, '年报.nianbao'));
    expect(await save('年报', '内容')).toEqual({ outcome: 'saved', name: '年报.nianbao' });
    expect(readFileSync(join(folder, '年报.nianbao'), 'utf8')).toBe('内容');
    expect(readdirSync(folder)).toEqual(['年报.nianbao']);
  });

  it('suggests a name that every system accepts, in the folder used last', async () => {
    await running.answerSaveDialog(join(folder, 'first.nianbao'));
    await save('first', '');
    await save('关于/番禺区\\人社局: 2021?', '');
    expect((await running.suggestedPaths()).at(-1)).toBe(join(folder, '关于_番禺区_人社局_ 2021_.nianbao'));
  });

  it('writes nothing when the clerk cancels', async () => {
    await running.answerSaveDialog(undefined);
    expect(await save('年报', '内容')).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says why a place cannot be written, and leaves nothing there', async () => {
    await running.answerSaveDialog(join(folder, 'gone/年报.nianbao'));
    expect(await save('年报', '内容')).toEqual({
      outcome: 'failed',
      reason: '这个文件夹已不存在，文件没有保存。请换一个位置。',
    });
    mkdirSync(join(folder, '年报.nianbao'));
    await running.answerSaveDialog(join(folder, '年报.nianbao'));
    expect(await save('年报', '内容')).toMatchObject({ outcome: 'failed' });
    expect(readdirSync(folder)).toEqual(['年报.nianbao']);
  });

  it('adds a missing extension, and asks before that replaces another file', async () => {
    writeFileSync(join(folder, '年报.nianbao'), 'old');
    await running.answerSaveDialog(join(folder, '年报'));
    await running.answerMessageBox(0);
    expect(await save('年报', 'new')).toEqual({ outcome: 'cancelled' });
    expect(readFileSync(join(folder, '年报.nianbao'), 'utf8')).toBe('old');
    expect((await running.shownMessageBoxes()).at(-1)).toMatch(/“年报\.nianbao”已存在/);
    await running.answerMessageBox(1);
    expect(await save('年报', 'new')).toEqual({ outcome: 'saved', name: '年报.nianbao' });
    expect(readFileSync(join(folder, '年报.nianbao'), 'utf8')).toBe('new');
  });

  it('shows the file saved last, as long as it is there', async () => {
    await running.answerSaveDialog(join(folder, '年报.nianbao'));
    await save('年报', '内容');
    const revealed = await running.app.evaluateHandle(({ shell }) => {
      const paths: string[] = [];
      shell.showItemInFolder = (path) => void paths.push(path);
      return paths;
    });
    expect(await running.page.evaluate(() => window.nianbao.revealLastSaved())).toEqual({
      outcome: 'revealed',
    });
    expect(await revealed.jsonValue()).toEqual([join(folder, '年报.nianbao')]);
    rmSync(join(folder, '年报.nianbao'));
    expect(await running.page.evaluate(() => window.nianbao.revealLastSaved())).toEqual({
      outcome: 'failed',
      reason: '“年报.nianbao”已不在原来的位置。',
    });
  });

  it('opens the file that the clerk chooses', async () => {
    writeFileSync(join(folder, '去年.nianbao'), '{"year":2020}');
    await running.answerOpenDialog(join(folder, '去年.nianbao'));
    expect(await open()).toBe('去年.nianbao: {"year":2020}');
    await running.answerOpenDialog(undefined);
    expect(await open()).toEqual({ outcome: 'cancelled' });
  });

  it('does not open what is too large, gone, or a folder, and says which', async () => {
    const large = join(folder, '大.nianbao');
    writeFileSync(large, '');
    truncateSync(large, LARGEST_FILE_BYTES + 1);
    await running.answerOpenDialog(large);
    expect(await open()).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('“大.nianbao”超过 128 MB'),
    });
    await running.answerOpenDialog(join(folder, '无.nianbao'));
    expect(await open()).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('“无.nianbao”读不出来'),
    });
    await running.answerOpenDialog(folder);
    expect(await open()).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('不是文件') });
  });

  it('remembers folder, size and place for the next start', async () => {
    await running.answerSaveDialog(join(folder, 'a.nianbao'));
    await save('a', '');
    const size = await running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1200, height: 700 });
      return BrowserWindow.getAllWindows()[0]?.getBounds();
    });
    running = await running.reopen();
    await running.answerSaveDialog(undefined);
    await save('b', '');
    expect((await running.suggestedPaths()).at(-1)).toBe(join(folder, 'b.nianbao'));
    const settings = JSON.parse(
      readFileSync(join(running.profile, 'desktop-settings.json'), 'utf8'),
    ) as object;
    expect(settings).toMatchObject({ lastFolder: folder, window: { bounds: size, isMaximised: false } });
    expect(existsSync(join(running.profile, 'desktop-settings.json'))).toBe(true);
  });
});
