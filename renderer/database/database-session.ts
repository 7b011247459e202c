// What the repositories over one open database share: its tables, the order of their writes, and what this window
// knows of stored undo steps. It knows no report.

import type { Collection, InsertType } from 'dexie';
import type { ReportDatabase } from './database';
import { toStorageError } from './storage-error';
import type { SavedHistory } from './stored-history';
import { readExtent, readStoredReport, type StoredReport, type StoredRevision } from './stored-records';

/** In a compound key an array stands after every text and number. */
export const AFTER_ALL: readonly never[] = [];

export class DatabaseSession {
  /** By report id; forgotten whenever the stored steps may have become others. */
  readonly savedHistories = new Map<string, SavedHistory>();
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

  /** Runs a write after all writes before it; rejects with a StorageError and nothing else. */
  write<T>(run: () => PromiseLike<T>): Promise<T> {
    const result = this.lastWrite.then(() => this.read(run));
    this.lastWrite = result.catch(() => undefined);
    return result;
  }

  /** What is stored of a report's history; when this window has not read it, only its extent is known. */
  async savedHistory(id: string): Promise<SavedHistory> {
    const known = this.savedHistories.get(id);
    return known ?? { extent: readExtent(await this.database.contents.get(id)), steps: [] };
  }

  /** The readable record of a report, or undefined. */
  async storedReport(id: string): Promise<StoredReport | undefined> {
    const stored = readStoredReport(await this.database.reports.get(id));
    return 'chinese' in stored ? undefined : stored;
  }

  /** Removes a report's undo steps inside the caller's transaction. */
  async dropHistory(id: string): Promise<void> {
    this.savedHistories.delete(id);
    await this.database.history.where('[reportId+position]').between([id], [id, AFTER_ALL]).delete();
  }

  /** All revisions of a report, to read or to delete. */
  revisionsOf(id: string): Collection<StoredRevision, string, InsertType<StoredRevision, 'id'>> {
    return this.database.revisions.where('[reportId+kind+at]').between([id], [id, AFTER_ALL]);
  }
}
