// The browser's database: its tables, its versions, and how it is opened without ever touching newer data.
// What the tables mean stands in stored-records.ts; reading and writing reports in report-repository.ts.

import { Dexie, type EntityTable, type Table } from 'dexie';
import { StorageError, toOpenError } from './storage-error';
import type {
  StoredBinEntry,
  StoredContent,
  StoredOrganisation,
  StoredReport,
  StoredRevision,
  StoredSetting,
  StoredStep,
} from './stored-records';

/** Belongs to the origin and the profile folder; it may never change. */
export const DATABASE_NAME = 'gongkai-nianbao';

/** Dexie's version of the tables and indexes. A released version is never edited; a new one is added below it. */
const SCHEMA_VERSION = 1;

/**
 * Our own mark of what the records mean. Dexie opens a newer database with older code without complaint, so
 * everything that older code would misread raises this number, whether the tables change or not.
 */
export const DATA_VERSION = 1;

const DATA_VERSION_KEY = 'dataVersion';

export class ReportDatabase extends Dexie {
  declare readonly about: EntityTable<StoredSetting, 'key'>;
  declare readonly organisations: EntityTable<StoredOrganisation, 'id'>;
  declare readonly reports: EntityTable<StoredReport, 'id'>;
  declare readonly contents: EntityTable<StoredContent, 'id'>;
  declare readonly revisions: EntityTable<StoredRevision, 'id'>;
  declare readonly history: Table<StoredStep, [reportId: string, position: number]>;
  declare readonly bin: EntityTable<StoredBinEntry, 'id'>;
  declare readonly settings: EntityTable<StoredSetting, 'key'>;

  constructor(name: string) {
    // A committed figure is on the disk before the window says that it is saved.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      about: 'key',
      organisations: 'id, &name',
      reports: 'id, &[organisationId+scope+year]',
      contents: 'id',
      revisions: 'id, [reportId+kind+at]',
      history: '[reportId+position]',
      bin: 'id, deletedAt',
      settings: 'key',
    });
    // In the transaction that makes the tables: there is never a database without its mark.
    this.on('populate', (transaction) => {
      void transaction.table('about').add({ key: DATA_VERSION_KEY, value: DATA_VERSION });
    });
    // Another window brings a newer version: close for good. Dexie on its own would open the newer tables again.
    this.on('versionchange', () => {
      this.close();
      return false;
    });
  }
}

/**
 * Opens the database, creating it on the first start. Rejects with a StorageError: `newerDatabase` before anything
 * is read or written when a newer version of the program wrote it, `blocked` when another window holds an older one.
 * `name` differs from `DATABASE_NAME` only in tests.
 */
export async function openDatabase(name: string = DATABASE_NAME): Promise<ReportDatabase> {
  try {
    await refuseNewerTables(name);
    const database = new ReportDatabase(name);
    try {
      await openUnlessBlocked(database);
      await checkMark(database);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw toOpenError(error);
  }
}

/** Looks at the version from outside: opening is already touching. */
async function refuseNewerTables(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') throw new StorageError('denied', 'IndexedDB is not available');
  const existing = (await indexedDB.databases()).find((one) => one.name === name);
  // Dexie counts in tens.
  if (existing?.version !== undefined && existing.version >= (SCHEMA_VERSION + 1) * 10)
    throw new StorageError('newerDatabase', `tables of version ${existing.version / 10}`);
}

function openUnlessBlocked(database: ReportDatabase): Promise<unknown> {
  return Promise.race([
    database.open(),
    new Promise((_, reject) => {
      database.on('blocked', () => reject(new StorageError('blocked', 'another window holds the database')));
    }),
  ]);
}

async function checkMark(database: ReportDatabase): Promise<void> {
  const version = (await database.about.get(DATA_VERSION_KEY))?.value;
  if (typeof version !== 'number' || !Number.isInteger(version))
    throw new StorageError('damaged', `data version ${JSON.stringify(version)}`);
  if (version > DATA_VERSION) throw new StorageError('newerDatabase', `data of version ${version}`);
}
