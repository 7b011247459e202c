// The list of all reports: what stands in their records, not their figures. A damaged record is listed as such.

import type { ReportDatabase } from './database';
import type { ListedReport, ReportEntry } from './report-repository';
import { toStorageError } from './storage-error';
import { isRefusal, NOT_WHOLE, readStoredReport } from './stored-records';

/** So many records are read at a time: the thread of the window is free again between them. */
const CHUNK = 1000;

/** See `ReportRepository.listReports`. */
export async function listReports(database: ReportDatabase): Promise<readonly ReportEntry[]> {
  const { records, contentIds } = await readTogether(database).catch((error: unknown) => {
    if (toStorageError(error).reason === 'closed') throw error;
    return readOneByOne(database);
  });
  const withContent = new Set(contentIds);
  const entries = records.map(({ id, record }) => entryOf(id, record, withContent.delete(id)));
  for (const id of withContent) entries.push({ id, damaged: NOT_WHOLE });
  return entries.sort(compareEntries);
}

interface ReadTables {
  readonly records: readonly { readonly id: string; readonly record: unknown }[];
  readonly contentIds: readonly string[];
}

function readTogether(database: ReportDatabase): Promise<ReadTables> {
  const { reports, contents } = database;
  return database.transaction('r', [reports, contents], async () => {
    const contentIds = contents.toCollection().primaryKeys();
    const records: { id: string; record: unknown }[] = [];
    for (let isMore = true; isMore;) {
      const after = records.at(-1)?.id ?? '';
      const chunk = await reports.where(':id').above(after).limit(CHUNK).toArray();
      for (const record of chunk) records.push({ id: record.id, record });
      isMore = chunk.length === CHUNK;
    }
    return { records, contentIds: await contentIds };
  });
}

/** Where one record cannot be read at all, the others still come. */
async function readOneByOne({ reports, contents }: ReportDatabase): Promise<ReadTables> {
  const ids = await reports.toCollection().primaryKeys();
  const read = (id: string): Promise<unknown> => Promise.resolve(reports.get(id)).catch(() => null);
  const records = await Promise.all(ids.map(async (id) => ({ id, record: await read(id) })));
  return { records, contentIds: await contents.toCollection().primaryKeys() };
}

function entryOf(id: string, record: unknown, hasContent: boolean): ReportEntry {
  const stored = readStoredReport(record);
  if (isRefusal(stored)) return { id, damaged: stored };
  if (!hasContent) return { id, damaged: NOT_WHOLE };
  const { organisation, scope, year, formId, isExample, finalisedAt, updatedAt } = stored;
  const { state, errors, warnings, blanks } = stored;
  const entry: ListedReport = {
    ...{ id, organisation, scope, year, formId, isExample, finalisedAt, updatedAt },
    ...{ state, errors, warnings, blanks },
  };
  return entry;
}

function compareEntries(one: ReportEntry, other: ReportEntry): number {
  if ('damaged' in one || 'damaged' in other) return Number('damaged' in one) - Number('damaged' in other);
  if (one.year !== other.year) return other.year - one.year;
  if (one.organisation !== other.organisation) return one.organisation < other.organisation ? -1 : 1;
  return one.scope < other.scope ? 1 : one.scope > other.scope ? -1 : 0;
}
