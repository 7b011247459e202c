// The list of all reports: what stands in their records, not their figures. A damaged record is listed as such.

import type { ReportDatabase } from './database';
import type { ListedReport, ReportEntry } from './report-repository';
import { toStorageError } from './storage-error';
import { isRefusal, NOT_WHOLE, readStoredReport } from './stored-records';

/**
 * So many records are read at a time: the thread of the window is free again between them, and Chromium hands over
 * larger answers in less than half the speed.
 */
const CHUNK = 300;

/** See `ReportRepository.listReports`. */
export async function listReports(
  database: ReportDatabase,
  onListed: (entries: readonly ReportEntry[]) => void = () => undefined,
): Promise<readonly ReportEntry[]> {
  const list = (records: readonly ReadRecord[]): readonly ReportEntry[] => {
    const entries = records.map(entryOf).sort(compareEntries);
    onListed(entries);
    return entries;
  };
  const { entries, contentIds } = await readTogether(database, list).catch(async (error: unknown) => {
    if (toStorageError(error).reason === 'closed') throw error;
    return readOneByOne(database, list);
  });
  return withoutHalves(entries, contentIds);
}

interface ReadRecord {
  readonly id: string;
  readonly record: unknown;
}

interface ReadTables {
  readonly entries: readonly ReportEntry[];
  readonly contentIds: readonly string[];
}

type List = (records: readonly ReadRecord[]) => readonly ReportEntry[];

/** The ids of the contents come last: finding them among the contents takes a cold disk longer than all the records. */
function readTogether(database: ReportDatabase, list: List): Promise<ReadTables> {
  const { reports, contents } = database;
  return database.transaction('r', [reports, contents], async () => {
    const records: ReadRecord[] = [];
    for (let isMore = true; isMore;) {
      const after = records.at(-1)?.id ?? '';
      const chunk = await reports.where(':id').above(after).limit(CHUNK).toArray();
      for (const record of chunk) records.push({ id: record.id, record });
      isMore = chunk.length === CHUNK;
    }
    return { entries: list(records), contentIds: await contents.toCollection().primaryKeys() };
  });
}

/** Where one record cannot be read at all, the others still come. */
async function readOneByOne({ reports, contents }: ReportDatabase, list: List): Promise<ReadTables> {
  const ids = await reports.toCollection().primaryKeys();
  const read = (id: string): Promise<unknown> => Promise.resolve(reports.get(id)).catch(() => null);
  const records = await Promise.all(ids.map(async (id) => ({ id, record: await read(id) })));
  return { entries: list(records), contentIds: await contents.toCollection().primaryKeys() };
}

function entryOf({ id, record }: ReadRecord): ReportEntry {
  const stored = readStoredReport(record);
  if (isRefusal(stored)) return { id, damaged: stored };
  const { organisation, scope, year, formId, isExample, finalisedAt, updatedAt } = stored;
  const { state, errors, warnings, blanks } = stored;
  const entry: ListedReport = {
    ...{ id, organisation, scope, year, formId, isExample, finalisedAt, updatedAt },
    ...{ state, errors, warnings, blanks },
  };
  return entry;
}

/** A record without its content, or a content without its record, is damaged. The same list when there is neither. */
function withoutHalves(
  entries: readonly ReportEntry[],
  contentIds: readonly string[],
): readonly ReportEntry[] {
  const withoutRecord = new Set(contentIds);
  const withoutContent = new Set<string>();
  for (const { id } of entries) if (!withoutRecord.delete(id)) withoutContent.add(id);
  if (withoutRecord.size + withoutContent.size === 0) return entries;
  const half = (id: string): ReportEntry => ({ id, damaged: NOT_WHOLE });
  return [
    ...entries.map((entry) =>
      withoutContent.has(entry.id) && !('damaged' in entry) ? half(entry.id) : entry,
    ),
    ...[...withoutRecord].map(half),
  ].sort(compareEntries);
}

function compareEntries(one: ReportEntry, other: ReportEntry): number {
  if ('damaged' in one || 'damaged' in other) return Number('damaged' in one) - Number('damaged' in other);
  if (one.year !== other.year) return other.year - one.year;
  if (one.organisation !== other.organisation) return one.organisation < other.organisation ? -1 : 1;
  return one.scope < other.scope ? 1 : one.scope > other.scope ? -1 : 0;
}
