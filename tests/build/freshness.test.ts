// A bundle is rebuilt when, and only when, its sources have changed; builds at the same time wait for each other.

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../build/build-lock';
import { fingerprintSources, isCurrent } from '../../build/freshness';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-build-'));
  mkdirSync(join(folder, 'source/inner'), { recursive: true });
  writeFileSync(join(folder, 'source/a.ts'), 'a');
  writeFileSync(join(folder, 'source/inner/b.ts'), 'b');
  writeFileSync(join(folder, 'lock.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the fingerprint of sources', () => {
  const fingerprint = (): string => fingerprintSources(folder, ['source', 'lock.json', 'absent']);

  it('stays while nothing changes, whatever the clock says', () => {
    const before = fingerprint();
    utimesSync(join(folder, 'source/a.ts'), new Date(0), new Date(0));
    expect(fingerprint()).toBe(before);
  });

  it.each<[string, () => void]>([
    ['a file is altered', () => writeFileSync(join(folder, 'source/inner/b.ts'), 'c')],
    ['a file is added', () => writeFileSync(join(folder, 'source/c.ts'), '')],
    ['a file is removed', () => rmSync(join(folder, 'source/a.ts'))],
    ['a file is renamed', () => renameSync(join(folder, 'source/a.ts'), join(folder, 'source/z.ts'))],
    [
      'text moves from one file to another',
      () => {
        writeFileSync(join(folder, 'source/a.ts'), '');
        writeFileSync(join(folder, 'source/inner/b.ts'), 'ab');
      },
    ],
    ['a file beside the folders is altered', () => writeFileSync(join(folder, 'lock.json'), '{ }')],
    ['what was absent appears', () => writeFileSync(join(folder, 'absent'), '')],
  ])('changes when %s', (_what, change) => {
    const before = fingerprint();
    change();
    expect(fingerprint()).not.toBe(before);
  });

  it('is compared with the stamp of the last build', () => {
    expect(isCurrent(join(folder, 'stamp'), fingerprint())).toBe(false);
    writeFileSync(join(folder, 'stamp'), `${fingerprint()}\n`);
    expect(isCurrent(join(folder, 'stamp'), fingerprint())).toBe(true);
  });
});

describe('the lock', () => {
  it('lets one at a time work, and is gone afterwards', async () => {
    const lock = join(folder, 'deep/lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await pause(20);
      order.push(`${name} ends`);
    };
    let waited = 0;
    await Promise.all([
      withLock(lock, work('a'), () => (waited += 1)),
      withLock(lock, work('b'), () => (waited += 1)),
    ]);
    expect(order[1]).toBe(`${order[0]?.charAt(0) ?? ''} ends`);
    expect(order).toHaveLength(4);
    expect(waited).toBe(1);
    expect(() => readFileSync(lock)).toThrow('ENOENT');
  });

  it('is released when the work fails, and passes the failure on', async () => {
    const lock = join(folder, 'lock');
    await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await withLock(lock, () => Promise.resolve(4))).toBe(4);
  });

  it('is taken over from a process that has died', async () => {
    const lock = join(folder, 'lock');
    // Above the highest number that Linux gives a process.
    writeFileSync(lock, '99999999');
    expect(await withLock(lock, () => Promise.resolve('taken over'))).toBe('taken over');
  });
});
