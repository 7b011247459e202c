// After a failed or interrupted write the old file stands there whole.

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileSafely } from '../../electron/write-file-safely';

describe('writing a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes bytes and text, and leaves nothing else behind', () => {
    writeFileSafely(join(folder, '年报.nianbao'), new Uint8Array([0xe5, 0xb9, 0xb4]));
    writeFileSafely(join(folder, 'text.txt'), '年');
    expect(readFileSync(join(folder, '年报.nianbao'), 'utf8')).toBe('年');
    expect(readFileSync(join(folder, 'text.txt'), 'utf8')).toBe('年');
    expect(readdirSync(folder).sort()).toEqual(['text.txt', '年报.nianbao']);
  });
  it('writes a large file whole', () => {
    const large = new Uint8Array(9_000_000).fill(7);
    writeFileSafely(join(folder, 'large'), large);
    expect(Buffer.compare(readFileSync(join(folder, 'large')), large)).toBe(0);
  });
  it('replaces a file and keeps its permissions', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'old');
    chmodSync(path, 0o600);
    writeFileSafely(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
  it('writes through a link and keeps the link', () => {
    const target = join(folder, 'target');
    writeFileSync(target, 'old');
    symlinkSync(target, join(folder, 'link'));
    writeFileSafely(join(folder, 'link'), 'new');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('new');
  });
  it('throws the system’s error and cleans up when the place cannot be written', () => {
    mkdirSync(join(folder, 'taken'));
    expect(() => writeFileSafely(join(folder, 'taken'), 'x')).toThrow(/EISDIR|ENOTDIR|EEXIST/);
    expect(() => writeFileSafely(join(folder, 'gone/x'), 'x')).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
