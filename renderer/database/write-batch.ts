// One strict transaction of writes that need no reading: all of them are handed over at once and committed without
// another word with this thread, so that they reach the disk while the window is still painting.

import type { ReportDatabase } from './database';
import { StorageError } from './storage-error';

/** Puts and deletes of one transaction, all or none of which happen. */
export interface WriteBatch {
  readonly put: readonly { readonly table: BatchTable; readonly record: object }[];
  readonly delete: readonly { readonly table: BatchTable; readonly keys: IDBValidKey | IDBKeyRange }[];
}

export type BatchTable = 'reports' | 'contents' | 'history' | 'revisions';

/** Resolves when the disk has everything; rejects, with whatever the browser says, when nothing has been written. */
export function writeBatch(database: ReportDatabase, batch: WriteBatch): Promise<void> {
  const requests = [...batch.delete, ...batch.put];
  // Dexie waits for the answer to each request before it lets a transaction end. This one has nothing to wait for.
  const connection = database.isOpen() && (database.backendDB() as IDBDatabase | null);
  if (!connection) return Promise.reject(new StorageError('closed', 'the database is closed'));
  return new Promise((resolve, reject) => {
    const tables = new Set(requests.map(({ table }) => table));
    const transaction = connection.transaction([...tables], 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    for (const { table, keys } of batch.delete) transaction.objectStore(table).delete(keys);
    for (const { table, record } of batch.put) transaction.objectStore(table).put(record);
    transaction.commit();
  });
}
