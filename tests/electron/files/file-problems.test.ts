// What went wrong with a file is said in Chinese, with a way out; reading keeps to its limits.

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveredFiles, filesOnCommandLine } from '../../../electron/files/delivered-files';
import { explainWriteError } from '../../../electron/files/explain-file-error';
import { readChosenFile } from '../../../electron/files/read-chosen-file';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: failed`), { code });

describe('a file that was not written', () => {
  it.each([
    ['ENOSPC', /磁盘已满.*换一个位置/],
    ['EDQUOT', /磁盘已满/],
    ['EACCES', /没有权限.*正被其他程序/],
    ['EPERM', /没有权限/],
    ['EBUSY', /正被其他程序（如 Word、WPS、Excel）打开/],
    ['EROFS', /只读/],
    ['ENAMETOOLONG', /文件名太长/],
    ['ENOENT', /文件夹已不存在/],
    ['EIO', /没有保存（EIO）/],
    ['constructor', /没有保存（constructor）/],
  ])('with %s is explained', (code, sentence) => {
    expect(explainWriteError(systemError(code))).toMatch(sentence);
  });
  it('without a system’s code is explained by the error’s own words', () => {
    expect(explainWriteError(new Error('odd'))).toMatch(/odd/);
    expect(explainWriteError('odder')).toMatch(/odder/);
  });
});

describe('files from outside', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-read-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are read up to the limit and not beyond', async () => {
    const path = join(folder, 'a.nianbao');
    writeFileSync(path, 'x');
    truncateSync(path, 2 * 1024 * 1024);
    expect(await readChosenFile(path, 2 * 1024 * 1024)).toMatchObject({
      outcome: 'opened',
      name: 'a.nianbao',
    });
    expect(await readChosenFile(path, 2 * 1024 * 1024 - 1)).toEqual({
      outcome: 'failed',
      reason: '“a.nianbao”超过 1 MB，不是年报文件，没有打开。请确认选对了文件。',
    });
  });

  it('are the report files among the words of a command line', () => {
    const words = [
      '/program',
      '--no-sandbox',
      '.',
      'a.nianbao',
      '--x=b.nianbao',
      '/else/C.NIANBAO',
      'd.json',
    ];
    expect(filesOnCommandLine(words, folder)).toEqual([join(folder, 'a.nianbao'), '/else/C.NIANBAO']);
    expect(filesOnCommandLine(['a.nianbao'], folder)).toEqual([]);
  });

  it('wait until they are taken, and are taken once', async () => {
    writeFileSync(join(folder, 'a.nianbao'), '1');
    let told = 0;
    const delivered = createDeliveredFiles(() => (told += 1));
    delivered.deliver([]);
    expect(told).toBe(0);
    delivered.deliver([join(folder, 'a.nianbao')]);
    delivered.deliver([join(folder, 'gone.nianbao')]);
    expect(told).toBe(2);
    expect(await delivered.take()).toMatchObject([
      { outcome: 'opened', name: 'a.nianbao' },
      { outcome: 'failed', reason: expect.stringContaining('gone.nianbao') },
    ]);
    expect(await delivered.take()).toEqual([]);
  });
});
