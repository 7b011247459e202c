// Stands in for a database that could not be opened: it keeps nothing and says why, so that typing can go on in
// memory with the failure in sight.

import type { ReportRepository } from './report-repository';
import type { StorageError } from './storage-error';

/** A repository whose every call rejects with the failure. */
export function unavailableRepository(failure: StorageError): ReportRepository {
  const refuse = (): Promise<never> => Promise.reject(failure);
  return {
    listReports: refuse,
    loadReport: refuse,
    readReports: refuse,
    createReport: refuse,
    saveReport: refuse,
    saveSummaries: refuse,
    deleteReport: refuse,
    readSetting: refuse,
    writeSetting: refuse,
    renameOrganisation: refuse,
    revisions: { list: refuse, keep: refuse, finalise: refuse, reopen: refuse },
    bin: { list: refuse, restore: refuse, remove: refuse, purge: refuse },
    exchange: { readAll: refuse, preview: refuse, merge: refuse },
    forgetKnown: () => undefined,
    close: () => undefined,
  };
}
