// Rotating copies beside the profile: which stay, and that only copies are ever read or removed.

import { mkdtempSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSnapshotFolder, snapshotsToDrop } from '../../electron/snapshot-folder';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon in China. */
const NOW = Date.UTC(2026, 0, 20, 4);

describe('rotating copies', () => {
  let profile: string;
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'nianbao-snapshots-'));
  });
  afterEach(() => rmSync(profile, { recursive: true, force: true }));

  it('keep the newest ten and the last of each of thirty days', () => {
    const hourly = Array.from({ length: 24 * 40 }, (_, hours) => NOW - hours * HOUR);
    const dropped = new Set(snapshotsToDrop(hourly, NOW));
    const kept = hourly.filter((at) => !dropped.has(at));
    expect(kept.slice(0, 10)).toEqual(hourly.slice(0, 10));
    // The other days of the last thirty with their last hour, which in China is an hour before sixteen in UTC.
    expect(kept).toHaveLength(10 + 30);
    for (const at of kept.slice(10)) expect(new Date(at).getUTCHours()).toBe(15);
    const everySecond = Array.from({ length: 30 }, (_, seconds) => NOW - seconds * 1000);
    expect(snapshotsToDrop(everySecond, NOW)).toHaveLength(20);
    expect(snapshotsToDrop([NOW - 400 * DAY], NOW)).toEqual([]);
  });

  it('come back as they were written, newest first', () => {
    const folder = openSnapshotFolder(profile);
    expect(folder.list()).toEqual([]);
    folder.keep(new Uint8Array([1]), NOW - 1);
    folder.keep(new Uint8Array([2, 3]), NOW);
    expect(folder.list()).toEqual([NOW, NOW - 1]);
    expect(folder.read(NOW)).toEqual(new Uint8Array([2, 3]));
    expect(folder.read(NOW - 5)).toBeUndefined();
  });

  it('leave every other file in their folder alone', () => {
    mkdirSync(join(profile, 'snapshots'));
    writeFileSync(join(profile, 'snapshots', 'mine.nianbao'), 'x');
    const folder = openSnapshotFolder(profile);
    for (let copies = 0; copies < 15; copies += 1) folder.keep(new Uint8Array([copies]), NOW + copies);
    expect(folder.list()).toHaveLength(10);
    expect(readdirSync(join(profile, 'snapshots'))).toContain('mine.nianbao');
  });
});
