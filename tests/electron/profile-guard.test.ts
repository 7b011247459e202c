// An older Chromium would delete a newer one's database: which profiles may be opened.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  chromiumMajor,
  decideProfile,
  markProfile,
  PROFILE_MARK,
  readProfileMark,
} from '../../electron/profile-guard';

describe('the profile guard', () => {
  it.each([
    ['a new profile', undefined],
    ['a profile of the same version', '130\n'],
    ['a profile of an older version', '109'],
  ])('opens %s', (_which, mark) => {
    expect(decideProfile(mark, 130)).toEqual({ kind: 'open' });
  });
  it.each([
    ['131\n', 131],
    ['156', 156],
  ])('does not open a profile of the newer version %j', (mark, needed) => {
    expect(decideProfile(mark, 130)).toEqual({ kind: 'newer', needed });
  });
  it.each(['', '\n', 'abc', '-1', '1e9', '{"version":99}', '99 100', '９９'])(
    'does not open a profile whose mark %j it cannot read',
    (mark) => {
      expect(decideProfile(mark, 130)).toEqual({ kind: 'unreadable' });
    },
  );
  it('takes the major version of Chromium', () => {
    expect(chromiumMajor('130.0.6723.137')).toBe(130);
    expect(() => chromiumMajor('')).toThrow('not a Chromium version');
  });
});

describe('the profile’s mark', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-mark-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written once, whole, also into a folder that does not exist yet', () => {
    const profile = join(folder, 'new/profile');
    expect(readProfileMark(profile)).toBeUndefined();
    markProfile(profile, 130);
    markProfile(profile, 130);
    expect(readFileSync(join(profile, PROFILE_MARK), 'utf8')).toBe('130\n');
    expect(readdirSync(profile)).toEqual([PROFILE_MARK]);
  });
  it('follows the newer version that opened the profile', () => {
    markProfile(folder, 130);
    markProfile(folder, 156);
    expect(decideProfile(readProfileMark(folder), 130)).toEqual({ kind: 'newer', needed: 156 });
  });
});
