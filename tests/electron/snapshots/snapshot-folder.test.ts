// Automatic snapshots beside the profile: they rotate, and nothing but a snapshot is ever read or removed.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerSnapshots } from '../../../electron/snapshots/answer-snapshots';
import { openSnapshotFolder } from '../../../electron/snapshots/snapshot-folder';
import { LARGEST_FILE_BYTES } from '../../../shared/ipc/file-kinds';

const MINUTE = 60_000;
/** Noon in China. */
const NOW = Date.UTC(2026, 0, 20, 4);

const SEVEN = { bytes: new Uint8Array([7]), isWhole: true };

let profile: string;
let folder: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'nianbao-snapshots-'));
  folder = join(profile, 'snapshots');
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

describe('automatic snapshots', () => {
  it('are named by their time, the first one of a start marked, and come back as they were written', async () => {
    const snapshots = openSnapshotFolder(profile);
    expect(snapshots.list()).toEqual([]);
    snapshots.keep(new Uint8Array([1]), true, NOW + 123);
    snapshots.keep(new Uint8Array([2, 3]), true, NOW + MINUTE);
    expect(readdirSync(folder).sort()).toEqual([
      '20260120T040000123Z-start.nianbao',
      '20260120T040100000Z.nianbao',
    ]);
    expect(snapshots.list()).toEqual([
      { at: NOW + MINUTE, isWhole: true },
      { at: NOW + 123, isWhole: true },
    ]);
    expect(await snapshots.read(NOW + 123)).toMatchObject({ outcome: 'opened', bytes: new Uint8Array([1]) });
    expect(await snapshots.read(NOW + MINUTE)).toMatchObject({ bytes: new Uint8Array([2, 3]) });
  });

  it('rotate: after fifteen starts of a day, each with three snapshots, the last ten keep their first and last', () => {
    for (let starts = 0; starts < 15; starts += 1) {
      const snapshots = openSnapshotFolder(profile);
      for (let copies = 0; copies < 3; copies += 1)
        snapshots.keep(new Uint8Array([starts]), true, NOW + (starts * 10 + copies) * MINUTE);
    }
    const minutes = openSnapshotFolder(profile)
      .list()
      .map(({ at }) => (at - NOW) / MINUTE);
    const expected = Array.from({ length: 10 }, (_, place) => [(14 - place) * 10 + 2, (14 - place) * 10]);
    expect(minutes).toEqual(expected.flat());
  });

  it('that have to leave damaged records out make none of the whole ones go', () => {
    const whole = openSnapshotFolder(profile);
    whole.keep(new Uint8Array([1]), true, NOW);
    whole.keep(new Uint8Array([2]), true, NOW + MINUTE);
    for (let starts = 0; starts < 60; starts += 1)
      openSnapshotFolder(profile).keep(new Uint8Array([3]), false, NOW + (starts + 1) * 24 * 60 * MINUTE);
    const listed = openSnapshotFolder(profile).list();
    expect(listed.filter(({ isWhole }) => isWhole).map(({ at }) => at)).toEqual([NOW + MINUTE, NOW]);
    expect(listed.filter(({ isWhole }) => !isWhole)).toHaveLength(30);
    expect(readdirSync(folder)).toContain('20260321T040000000Z-start-partial.nianbao');
  });

  it('leave every other file alone, and clear away what an interrupted write has left', () => {
    mkdirSync(folder);
    const others = [
      'mine.nianbao',
      '.mine.tmp',
      '20260230T040000000Z.nianbao',
      '20200101T040000000Z.nianbao.txt',
    ];
    const remnant = '.20260120T030000000Z-start.nianbao.0a1b2c3d.tmp';
    for (const name of [...others, remnant]) writeFileSync(join(folder, name), 'x');
    const snapshots = openSnapshotFolder(profile);
    for (let copies = 0; copies < 15; copies += 1)
      snapshots.keep(new Uint8Array([copies]), true, NOW + copies);
    expect(snapshots.list().map(({ at }) => at)).toEqual([NOW + 14, NOW]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(others));
    expect(readdirSync(folder)).not.toContain(remnant);
  });
});

describe('what the window is answered', () => {
  it('keeps, lists and reads', async () => {
    const answers = answerSnapshots(openSnapshotFolder(profile), () => NOW);
    expect(await answers['list-snapshots'](undefined)).toEqual([]);
    expect(await answers['keep-snapshot'](SEVEN)).toEqual({ outcome: 'kept' });
    expect(await answers['list-snapshots'](undefined)).toEqual([{ at: NOW, isWhole: true }]);
    expect(await answers['read-snapshot']({ at: NOW })).toMatchObject({ bytes: new Uint8Array([7]) });
  });

  it('says in a sentence why a snapshot was not written, and keeps those that are there', async () => {
    writeFileSync(folder, 'a file where the folder belongs');
    const answers = answerSnapshots(openSnapshotFolder(profile), () => NOW);
    const failed = await answers['keep-snapshot'](SEVEN);
    expect(failed).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(/没有保存/) });
    await expect(answers['list-snapshots'](undefined)).rejects.toThrow(/ENOTDIR/);
    rmSync(folder);
    // The first that succeeds is the start's.
    await answers['keep-snapshot'](SEVEN);
    expect(readdirSync(folder)).toEqual(['20260120T040000000Z-start.nianbao']);
  });

  it('reads no moment that is not a snapshot’s, nothing too large, and no folder', async () => {
    const answers = answerSnapshots(openSnapshotFolder(profile), () => NOW);
    await answers['keep-snapshot'](SEVEN);
    expect(await answers['read-snapshot']({ at: NOW + 1 })).toMatchObject({ outcome: 'failed' });
    // Beyond what a date can be.
    expect(await answers['read-snapshot']({ at: Number.MAX_SAFE_INTEGER })).toMatchObject({
      outcome: 'failed',
    });
    mkdirSync(join(folder, '20260120T050000000Z.nianbao'));
    expect(await answers['read-snapshot']({ at: NOW + 60 * MINUTE })).toMatchObject({ outcome: 'failed' });
    const large = join(folder, '20260120T060000000Z.nianbao');
    writeFileSync(large, '');
    truncateSync(large, LARGEST_FILE_BYTES + 1);
    expect(await answers['read-snapshot']({ at: NOW + 120 * MINUTE })).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/超过 128 MB/),
    });
  });
});
