// Every shape of data ever released opens with today's code: the database, the backup and the report file. A released
// fixture is never edited; a new version adds its own.

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openReportRepository } from '../../../renderer/database/dexie-report-repository';
import { readBackupFile } from '../../../shared/formats/backup-file/backup-file';
import { readReportFile } from '../../../shared/formats/report-file/report-file';
import { enteredValue } from '../../../shared/report/report';
import { idOf, freshName } from './stored-reports';

interface DatabaseFixture {
  readonly idbVersion: number;
  readonly schema: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[];
        readonly indexes: readonly {
          readonly name: string;
          readonly keyPath: string | string[];
          readonly unique: boolean;
        }[];
      }
    >
  >;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

const DATABASES = import.meta.glob<DatabaseFixture>('../../fixtures/databases/*.json', {
  eager: true,
  import: 'default',
});
const BACKUPS = import.meta.glob<string>('../../fixtures/backups/*.nianbao', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const REPORT_FILES = import.meta.glob<string>('../../fixtures/reports/*.nianbao', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Lays a released database down as its version's code did, without any code of ours. */
function layDown(name: string, { idbVersion, schema, tables }: DatabaseFixture): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, idbVersion);
    opening.onerror = () => reject(new Error(String(opening.error)));
    opening.onupgradeneeded = () => {
      for (const [table, { keyPath, indexes }] of Object.entries(schema)) {
        const store = opening.result.createObjectStore(table, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
      }
      for (const [table, records] of Object.entries(tables))
        for (const record of records) opening.transaction!.objectStore(table).add(record);
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

describe.each(Object.entries(DATABASES))('the released database %s', (_, fixture) => {
  it('opens with every report, undo step, revision, deletion and setting', async () => {
    const name = freshName();
    await layDown(name, fixture);
    const repository = await openReportRepository({ databaseName: name, newId: () => 'new' });

    const listed = await repository.listReports();
    expect(listed.filter((entry) => 'damaged' in entry)).toEqual([]);
    expect(
      listed.map((entry) => 'year' in entry && [entry.year, entry.isExample, entry.finalisedAt]),
    ).toEqual([
      [2022, false, null],
      [2021, false, 1_700_000_300_000],
      [2021, true, null],
    ]);
    const id = (await idOf(repository, '平潭综合实验区', 'consolidated', 2022))!;
    const loaded = await repository.loadReport(id);
    if (!loaded || !('report' in loaded)) throw new Error('the report is gone');
    expect(enteredValue(loaded.report, 'requests.newlyReceived.naturalPerson')).toBe(72);
    expect(loaded.isHistoryLost).toBe(false);
    expect(loaded.history.done).toHaveLength(1);
    expect(await repository.revisions.list(id)).toMatchObject([
      { kind: 'named', name: '送审稿', content: { report: { year: 2022 } } },
      { kind: 'automatic', content: { report: { year: 2022 } } },
    ]);
    expect(await repository.bin.list()).toMatchObject([{ report: { year: 2020 } }]);
    expect(await repository.readSetting('lastOpened')).toMatchObject({ section: 'requests' });
    repository.close();
  });
});

describe.each(Object.entries(BACKUPS))('the released backup %s', (_, text) => {
  it('is read whole', () => {
    const read = readBackupFile(new TextEncoder().encode(text));
    expect(read).toMatchObject({ ok: true, backup: { damaged: [], reports: { length: 2 } } });
    const [newest] = read.ok ? read.backup.reports : [];
    expect(newest!.report.values).toHaveLength(200);
    expect(newest!.revisions.map(({ kind }) => kind).sort()).toEqual(['automatic', 'named']);
  });
});

describe.each(Object.entries(REPORT_FILES))('the report file %s', (_, text) => {
  it('is read whole', () => {
    expect(readReportFile(new TextEncoder().encode(text))).toMatchObject({ ok: true });
    expect(readReportFile(new TextEncoder().encode(`\ufeff${text}`))).toMatchObject({ ok: true });
  });
});
