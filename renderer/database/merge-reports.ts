// Stores many incoming reports beside what is kept, in one transaction: all of them arrive or none does.

import type { DatabaseSession } from './database-session';
import { previewOf, type ChosenReport, type ExchangedRevision, type MergeCounts } from './exchanged-report';
import { findKept, type KeptReport } from './find-kept';
import { addRevision } from './revision-repository';
import { StorageError } from './storage-error';
import { NOTHING_SAVED } from './stored-history';
import { isRefusal, sealReport, type StoredReport } from './stored-records';

/** What one incoming report becomes. */
type Outcome = keyof MergeCounts;

/** See `ReportExchange.merge`. */
export async function mergeReports(
  session: DatabaseSession,
  chosen: readonly ChosenReport[],
  now: number,
  onProgress: (done: number) => void,
): Promise<MergeCounts> {
  const { database } = session;
  const { organisations, reports, contents, revisions, history, bin } = database;
  const counts = { taken: 0, kept: 0, added: 0 };
  session.knownReports.clear();
  await database.transaction('rw', [organisations, reports, contents, revisions, history, bin], async () => {
    const places = chosen.map(({ incoming }) => incoming.report);
    const kept = await findKept(database, places);
    const stored = new Set<string>();
    for (const [index, one] of chosen.entries()) {
      const { organisation, scope, year } = one.incoming.report;
      const place = JSON.stringify([organisation, scope, year]);
      // Nothing forbids a file to have the same report twice: the second then meets the first.
      const here = stored.has(place) ? (await findKept(database, [one.incoming.report]))[0] : kept[index];
      stored.add(place);
      counts[await mergeOne(session, one, here, now)] += 1;
      onProgress(index + 1);
    }
  });
  return counts;
}

async function mergeOne(
  session: DatabaseSession,
  chosen: ChosenReport,
  kept: KeptReport | undefined,
  now: number,
): Promise<Outcome> {
  if (!kept) {
    await create(session, chosen);
    return 'added';
  }
  if (isRefusal(kept.whole)) {
    if (chosen.choice === 'keep') throw new StorageError('damaged', 'the report kept here cannot be read');
    await setAside(session, kept, now);
    await create(session, chosen);
    return 'taken';
  }
  return mergeInto(session, chosen, kept, now);
}

async function create(session: DatabaseSession, { incoming, summary }: ChosenReport): Promise<void> {
  const { report, updatedAt, finalisedAt } = incoming;
  const { organisation, scope, year } = report;
  const { reports, contents } = session.database;
  const id = session.newId();
  const organisationId = await session.organisationId(organisation);
  const formId = report.form.definition.id;
  const record: StoredReport = {
    ...{ id, organisationId, organisation, scope, year, formId, finalisedAt },
    ...{ isExample: false, ...summary, updatedAt },
  };
  await Promise.all([
    reports.add(record),
    contents.add({ id, ...sealReport(report), history: NOTHING_SAVED.extent }),
    addMissingRevisions(session, id, incoming.revisions),
  ]);
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
  now: number,
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
  await addMissingRevisions(session, id, [...aside, ...incoming.revisions]);
  if (!isTaken) return 'kept';
  const { reports, contents } = session.database;
  await Promise.all([
    reports.put({ ...record, ...summary, updatedAt: now }),
    contents.put({ id, ...sealReport(report), history: NOTHING_SAVED.extent }),
    session.dropHistory(id),
  ]);
  return 'taken';
}

/** Adds the revisions that are not kept yet: told apart by time, kind, name and content. */
async function addMissingRevisions(
  session: DatabaseSession,
  reportId: string,
  revisions: readonly ExchangedRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  const keyOf = (one: { at: number; kind: string; name: string; checksum: string }): string =>
    JSON.stringify([one.at, one.kind, one.name, one.checksum]);
  const known = new Set((await session.revisionsOf(reportId).toArray()).map(keyOf));
  const missing = revisions
    .map(({ at, kind, name, report }) => ({ reportId, at, kind, name, ...sealReport(report) }))
    .filter((revision) => !known.has(keyOf(revision)) && known.add(keyOf(revision)));
  await Promise.all(missing.map((revision) => addRevision(session, revision)));
}
