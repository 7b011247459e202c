// What the repositories over one open database share: its tables, the order of their writes, and what this window
// last read or wrote of a report. It reads nothing into it.

import type { Collection, InsertType } from 'dexie';
import type { ReportDatabase } from './database';
import { toStorageError } from './storage-error';
import type { SavedHistory } from './stored-history';
import {
  readStoredReport,
  type StoredContent,
  type StoredReport,
  type StoredRevision,
} from './stored-records';

/** In a compound key an array stands after every text and number. */
export const AFTER_ALL: readonly never[] = [];

/** What this window last read or wrote of a report. Another window may have changed it since. */
export interface KnownReport {
  readonly record: StoredReport;
  readonly content: StoredContent | undefined;
  /** Without the steps, only their extent, where this window has not read them. */
  readonly past: SavedHistory;
}

export class DatabaseSession {
  /** By report id; forgotten whenever what is stored may have become another. */
  readonly knownReports = new Map<string, KnownReport>();
  /** Writes follow each other, so that each knows what the one before has left in the database. */
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    readonly database: ReportDatabase,
    readonly newId: () => string,
  ) {}

  /** Runs a read; rejects with a StorageError and nothing else. */
  async read<T>(run: () => PromiseLike<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw toStorageError(error);
    }
  }

  /**
   * Runs a write after all writes before it; rejects with a StorageError and nothing else. What was known of reports is
   * forgotten, since the write may have changed it.
   */
  write<T>(run: () => PromiseLike<T>): Promise<T> {
    return this.writeKnowing(async () => {
      this.knownReports.clear();
      try {
        return await run();
      } finally {
        this.knownReports.clear();
      }
    });
  }

  /** As `write`, for one that sees to what is known itself or changes no report. */
  writeKnowing<T>(run: () => PromiseLike<T>): Promise<T> {
    const result = this.lastWrite.then(() => this.read(run));
    this.lastWrite = result.catch(() => undefined);
    return result;
  }

  /** The readable record of a report, or undefined. */
  async storedReport(id: string): Promise<StoredReport | undefined> {
    const stored = readStoredReport(await this.database.reports.get(id));
    return 'chinese' in stored ? undefined : stored;
  }

  /** The id of a unit, which is stored when it is new. Inside the caller's transaction. */
  async organisationId(name: string): Promise<string> {
    const { organisations } = this.database;
    const known = await organisations.get({ name });
    if (known) return known.id;
    const id = this.newId();
    await organisations.add({ id, name });
    return id;
  }

  /** Removes a report's undo steps inside the caller's transaction. */
  async dropHistory(id: string): Promise<void> {
    await this.database.history.where('[reportId+position]').between([id], [id, AFTER_ALL]).delete();
  }

  /** All revisions of a report, to read or to delete. */
  revisionsOf(id: string): Collection<StoredRevision, string, InsertType<StoredRevision, 'id'>> {
    return this.database.revisions.where('[reportId+kind+at]').between([id], [id, AFTER_ALL]);
  }
}
