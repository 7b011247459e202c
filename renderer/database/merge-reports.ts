// Stores many incoming reports beside what is kept, in one transaction: all of them arrive or none does.

import type { DatabaseSession } from './database-session';
import { previewOf, type ChosenReport, type ExchangedRevision, type MergeCounts } from './exchanged-report';
import { findKept, type KeptReport } from './find-kept';
import { StorageError } from './storage-error';
import { NOTHING_SAVED } from './stored-history';
import {
  isRefusal,
  sealReport,
  type StoredContent,
  type StoredOrganisation,
  type StoredReport,
  type StoredRevision,
} from './stored-records';

/** What one incoming report becomes. */
type Outcome = keyof MergeCounts;

/** Records that are collected and then written together: one request each would wait for the one before. */
interface Writes {
  readonly organisations: StoredOrganisation[];
  readonly reports: StoredReport[];
  readonly contents: StoredContent[];
  readonly revisions: StoredRevision[];
}

/** So many reports are looked up and written at a time. */
const CHUNK = 100;

/** See `ReportExchange.merge`. */
export async function mergeReports(
  session: DatabaseSession,
  chosen: readonly ChosenReport[],
  now: number,
  onProgress: (done: number) => void,
): Promise<MergeCounts> {
  const { organisations, reports, contents, revisions, history, bin } = session.database;
  const tables = [organisations, reports, contents, revisions, history, bin];
  const counts = { taken: 0, kept: 0, added: 0 };
  await session.database.transaction('rw', tables, async () => {
    let done = 0;
    for (const chunk of chunksOf(chosen)) {
      const outcomes = await mergeChunk(session, chunk, now);
      for (const outcome of outcomes) counts[outcome] += 1;
      onProgress((done += chunk.length));
    }
  });
  return counts;
}

/** Nothing forbids a file to have the same report twice: the second then stands in a later chunk and meets the first. */
function chunksOf(chosen: readonly ChosenReport[]): readonly (readonly ChosenReport[])[] {
  const chunks: ChosenReport[][] = [];
  let places = new Set<string>();
  for (const one of chosen) {
    const { organisation, scope, year } = one.incoming.report;
    const place = JSON.stringify([organisation, scope, year]);
    if (chunks.length === 0 || places.has(place) || places.size === CHUNK) {
      chunks.push([]);
      places = new Set();
    }
    places.add(place);
    chunks.at(-1)!.push(one);
  }
  return chunks;
}

async function mergeChunk(
  session: DatabaseSession,
  chunk: readonly ChosenReport[],
  now: number,
): Promise<readonly Outcome[]> {
  const { organisations, reports, contents, revisions } = session.database;
  const places = chunk.map(({ incoming }) => incoming.report);
  const kept = await findKept(session.database, places);
  const writes: Writes = { organisations: [], reports: [], contents: [], revisions: [] };
  const owners = await ownersOf(session, places, writes);
  // All at once: Dexie loses sight of a transaction over a hundred awaits in which nothing is asked of it.
  const outcomes = await Promise.all(
    chunk.map((one, index) => mergeOne(session, one, kept[index], { owners, writes, now })),
  );
  await Promise.all([
    organisations.bulkAdd(writes.organisations),
    reports.bulkPut(writes.reports),
    contents.bulkPut(writes.contents),
    revisions.bulkAdd(writes.revisions),
  ]);
  return outcomes;
}

interface Merge {
  /** The id of each unit by its name. */
  readonly owners: ReadonlyMap<string, string>;
  readonly writes: Writes;
  readonly now: number;
}

/** The id of each named unit; those that are new are to be written. */
async function ownersOf(
  { database, newId }: DatabaseSession,
  places: readonly { readonly organisation: string }[],
  writes: Writes,
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(places.map(({ organisation }) => organisation))];
  const known = await database.organisations.where('name').anyOf(names).toArray();
  const owners = new Map(known.map(({ id, name }) => [name, id]));
  for (const name of names) {
    if (owners.has(name)) continue;
    const id = newId();
    owners.set(name, id);
    writes.organisations.push({ id, name });
  }
  return owners;
}

async function mergeOne(
  session: DatabaseSession,
  chosen: ChosenReport,
  kept: KeptReport | undefined,
  merge: Merge,
): Promise<Outcome> {
  if (!kept) {
    create(session, chosen, merge);
    return 'added';
  }
  if (!isRefusal(kept.whole)) return mergeInto(session, chosen, kept, merge);
  if (chosen.choice === 'keep') throw new StorageError('damaged', 'the report kept here cannot be read');
  await setAside(session, kept, merge.now);
  create(session, chosen, merge);
  return 'taken';
}

function create(
  { newId }: DatabaseSession,
  { incoming, summary }: ChosenReport,
  { owners, writes }: Merge,
): void {
  const { report, updatedAt, finalisedAt, revisions } = incoming;
  const { organisation, scope, year } = report;
  const id = newId();
  const organisationId = owners.get(organisation)!;
  const formId = report.form.definition.id;
  writes.reports.push({
    ...{ id, organisationId, organisation, scope, year, formId, finalisedAt },
    ...{ isExample: false, ...summary, updatedAt },
  });
  writes.contents.push({ id, ...sealReport(report), history: NOTHING_SAVED.extent });
  writes.revisions.push(...missingRevisions([], revisions, id, newId));
}

/** The damaged records go into the bin as they are: somebody may still get something out of them. */
async function setAside(session: DatabaseSession, kept: KeptReport, now: number): Promise<void> {
  const { reports, contents, bin } = session.database;
  const { id, record, content } = kept;
  await Promise.all([
    reports.delete(id),
    contents.delete(id),
    bin.put({ id, deletedAt: now, report: record, ...(content && { content }) }),
  ]);
}

async function mergeInto(
  session: DatabaseSession,
  { incoming, choice, summary }: ChosenReport,
  kept: KeptReport,
  { writes, now }: Merge,
): Promise<Outcome> {
  const preview = previewOf(incoming, kept);
  const here = preview.kept!;
  const { id, record } = kept;
  const { report, updatedAt } = incoming;
  const isTaken =
    choice === 'take' && preview.outcome !== 'same' && !preview.isLocked && here.form === report.form;
  const received: ExchangedRevision = { kind: 'received', name: '', at: updatedAt, report };
  const replaced: ExchangedRevision = { kind: 'replaced', name: '', at: now, report: here };
  const aside = preview.outcome === 'same' ? [] : [isTaken ? replaced : received];
  const arriving = [...aside, ...incoming.revisions];
  const standing = arriving.length > 0 ? await session.revisionsOf(id).toArray() : [];
  writes.revisions.push(...missingRevisions(standing, arriving, id, session.newId));
  if (!isTaken) return 'kept';
  writes.reports.push({ ...record, ...summary, updatedAt: now });
  writes.contents.push({ id, ...sealReport(report), history: NOTHING_SAVED.extent });
  await session.dropHistory(id);
  return 'taken';
}

/** The revisions that are not kept yet: told apart by time, kind, name and content. */
function missingRevisions(
  standing: readonly StoredRevision[],
  arriving: readonly ExchangedRevision[],
  reportId: string,
  newId: () => string,
): readonly StoredRevision[] {
  const keyOf = (one: Omit<StoredRevision, 'id' | 'text'>): string =>
    JSON.stringify([one.at, one.kind, one.name, one.checksum]);
  const known = new Set(standing.map(keyOf));
  return arriving
    .map(({ at, kind, name, report }) => ({ id: newId(), reportId, at, kind, name, ...sealReport(report) }))
    .filter((revision) => !known.has(keyOf(revision)) && known.add(keyOf(revision)));
}
