// A backup comes back as it was written; a damaged one never gives a wrong figure and never loses one in silence.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readBackupFile,
  writeBackupFile,
  type Backup,
} from '../../../../shared/formats/backup-file/backup-file';
import { envelopeOf } from '../../../../shared/report/restore-report';
import { arbitraryReport } from '../../../helpers/arbitrary-report';
import { sampleReport } from '../../../helpers/sample-reports';

const REPORTS = ['014', '015', '016', 'panyu'].map(sampleReport);

const BACKUP: Backup = {
  writtenAt: 1_700_000_000_000,
  reports: REPORTS.map((report, index) => ({
    report,
    updatedAt: index,
    finalisedAt: index === 2 ? 77 : null,
    revisions: [{ at: 5, kind: 'named', name: '送审稿“一”', report }],
  })),
};

/** Everything in a backup as text, to compare. */
const plain = (backup: Backup): unknown[] =>
  backup.reports.map((entry) =>
    JSON.stringify([
      entry.updatedAt,
      entry.finalisedAt,
      envelopeOf(entry.report),
      entry.revisions.map((revision) => [
        revision.at,
        revision.kind,
        revision.name,
        envelopeOf(revision.report),
      ]),
    ]),
  );

const WHOLE = plain(BACKUP);
const BYTES = writeBackupFile(BACKUP);

describe('a backup', () => {
  it('comes back as it was written', () => {
    const read = readBackupFile(BYTES);
    expect(read.ok && plain(read.backup)).toEqual(WHOLE);
    expect(read.ok && read.backup).toMatchObject({ damaged: [], writtenAt: BACKUP.writtenAt });
  });

  it('holds any report', () => {
    fc.assert(
      fc.property(fc.array(arbitraryReport(), { maxLength: 4 }), (reports) => {
        const backup: Backup = {
          writtenAt: 0,
          reports: reports.map((report) => ({ report, updatedAt: 1, finalisedAt: null, revisions: [] })),
        };
        const read = readBackupFile(writeBackupFile(backup));
        expect(read.ok && plain(read.backup)).toEqual(plain(backup));
      }),
      { numRuns: 50 },
    );
  });

  it('may be empty', () => {
    expect(readBackupFile(writeBackupFile({ writtenAt: 0, reports: [] }))).toMatchObject({
      ok: true,
      backup: { reports: [], damaged: [] },
    });
  });
});

describe('a damaged backup', () => {
  it('loses no report in silence and gives no wrong figure, wherever a byte is changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: BYTES.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Uint8Array.from(BYTES);
        damaged[at]! ^= flip;
        const read = readBackupFile(damaged);
        if (!read.ok) return void expect(read.refusal.chinese).not.toBe('');
        for (const entry of plain(read.backup)) expect(WHOLE).toContain(entry);
        if (read.backup.reports.length < WHOLE.length) expect(read.backup.damaged.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('that was cut short anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: BYTES.length - 3 }), (length) => {
        expect(readBackupFile(BYTES.slice(0, length))).toMatchObject({ ok: false });
      }),
      { numRuns: 1000 },
    );
  });

  it('that names any version but this one is refused whole', () => {
    const text = new TextDecoder().decode(
      writeBackupFile({ ...BACKUP, reports: BACKUP.reports.slice(0, 1) }),
    );
    const version = fc
      .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.jsonValue())
      .filter((one) => one !== 1);
    fc.assert(
      fc.property(version, (one) => {
        const other = text.replace('"schemaVersion":1', () => `"schemaVersion":${JSON.stringify(one)}`);
        const read = readBackupFile(new TextEncoder().encode(other));
        if (read.ok) return expect(read).toMatchObject({ ok: false });
        expect(read.refusal.chinese).toContain(typeof one === 'number' && one > 1 ? '更新版本' : '不完整');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the other reports when one is damaged', () => {
    const text = new TextDecoder().decode(BYTES).replace('"year":2021', '"year":2023');
    const read = readBackupFile(new TextEncoder().encode(text));
    expect(read).toMatchObject({
      ok: true,
      backup: { reports: { length: 3 }, damaged: [{ chinese: expect.stringContaining('第 2 份') }] },
    });
  });

  it.each([
    ['a report file', JSON.stringify(envelopeOf(REPORTS[0]!)), '不是政务公开年报的备份'],
    ['a newer backup', '{"kind":"gongkai-nianbao/backup","schemaVersion":2}', '更新版本'],
    [
      'a backup without reports',
      '{"kind":"gongkai-nianbao/backup","schemaVersion":1,"writtenAt":0}',
      '不完整',
    ],
    [
      'a backup with fewer reports than it says',
      '{"kind":"gongkai-nianbao/backup","schemaVersion":1,"writtenAt":0,"count":1,"reports":[]}',
      '不完整',
    ],
    [
      'a key twice',
      '{"kind":"gongkai-nianbao/backup","schemaVersion":1,"writtenAt":0,"writtenAt":1}',
      '两次',
    ],
    ['no JSON', 'PK\u0003\u0004', '不是完整的备份'],
  ])('%s is refused with its reason', (_, text, reason) => {
    expect(readBackupFile(new TextEncoder().encode(text))).toMatchObject({
      ok: false,
      refusal: { chinese: expect.stringContaining(reason) },
    });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => void readBackupFile(bytes)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (content, checksum) => {
        const json = {
          kind: 'gongkai-nianbao/backup',
          schemaVersion: 1,
          writtenAt: 0,
          count: 2,
          reports: [{ content, checksum }, content],
        };
        const read = readBackupFile(new TextEncoder().encode(JSON.stringify(json)));
        expect(read).toMatchObject({ ok: true, backup: { reports: [] } });
      }),
      { numRuns: 300 },
    );
  });
});
