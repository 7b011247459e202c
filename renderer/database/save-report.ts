// One save of a report, or of what the list shows of several. Nothing is read before it is written, because the window that edits is the only one that
// writes and knows what it last read or wrote; only the records behind a list are read first.

import type { Report } from '../../shared/report/report';
import type { UndoHistory } from '../../shared/report/undo-history';
import type { DatabaseSession, KnownReport } from './database-session';
import type { ReportSummary } from './report-repository';
import { replacedState, thinAutomaticStates } from './revision-repository';
import { StorageError } from './storage-error';
import { changeOf, rangeOf, sealedSteps } from './stored-history';
import { isRefusal, isSameReport, readExtent, readStoredReport, sealReport } from './stored-records';
import { writeBatch } from './write-batch';

interface Save {
  readonly id: string;
  readonly report: Report;
  readonly summary: ReportSummary;
  readonly past: UndoHistory | undefined;
  readonly now: number;
}

/** See `ReportRepository.saveReport`. */
export function saveReport(session: DatabaseSession, save: Save): Promise<void> {
  return session.writeKnowing(async () => {
    const known = session.knownReports.get(save.id) ?? (await readKnown(session, save));
    // Forgotten until the new state is on the disk: a save that fails leaves unknown what stands there.
    session.knownReports.delete(save.id);
    session.knownReports.set(save.id, await writeOver(session, known, save));
  });
}

/** What stands in the database of a report. Rejects when it is gone, or is not what this report may replace. */
async function readKnown(session: DatabaseSession, { id, report }: Save): Promise<KnownReport> {
  const { reports, contents } = session.database;
  const [stored, content] = await session.database.transaction('r', [reports, contents], () =>
    Promise.all([reports.get(id), contents.get(id)]),
  );
  if (!stored) throw new StorageError('missing', `no report ${id}`);
  const record = readStoredReport(stored);
  if (isRefusal(record) || !isSameReport(record, report))
    throw new StorageError('damaged', `the record of ${id} is not the one of this report`);
  return { record, content, past: { extent: readExtent(content), steps: [] } };
}

/** Writes over what stands there; the answer is what stands there then. */
async function writeOver(
  session: DatabaseSession,
  known: KnownReport,
  { id, report, summary, past, now }: Save,
): Promise<KnownReport> {
  const envelope = sealReport(report);
  const change = past ? changeOf(known.past, past) : { saved: known.past, put: [], drop: [] };
  const record = { ...known.record, ...summary, updatedAt: now };
  const content = { id, ...envelope, history: change.saved.extent };
  const replaced = replacedState(known, envelope.text, now);
  await writeBatch(session.database, {
    delete: change.drop.map((extent) => ({ table: 'history', keys: rangeOf(id, extent) })),
    put: [
      { table: 'reports', record },
      { table: 'contents', record: content },
      ...sealedSteps(id, change).map((step) => ({ table: 'history' as const, record: step })),
      ...(replaced ? [{ table: 'revisions' as const, record: { id: session.newId(), ...replaced } }] : []),
    ],
  });
  if (replaced) await thinAutomaticStates(session, id, now);
  return { record, content, past: change.saved };
}

/** See `ReportRepository.saveSummaries`. */
export function saveSummaries(
  session: DatabaseSession,
  summaries: ReadonlyMap<string, ReportSummary>,
): Promise<boolean> {
  const { reports } = session.database;
  return session.writeKnowing(async () => {
    const changed = await session.database.transaction('rw', reports, async () => {
      const records = (await reports.bulkGet([...summaries.keys()])).flatMap((record) => {
        const stored = readStoredReport(record);
        if (isRefusal(stored)) return [];
        const summary = summaries.get(stored.id)!;
        return isSameSummary(stored, summary) ? [] : [{ ...stored, ...summary }];
      });
      await reports.bulkPut(records);
      return records;
    });
    for (const record of changed) {
      const known = session.knownReports.get(record.id);
      if (known) session.knownReports.set(record.id, { ...known, record });
    }
    return changed.length > 0;
  });
}

function isSameSummary(one: ReportSummary, other: ReportSummary): boolean {
  return (
    one.state === other.state &&
    one.errors === other.errors &&
    one.warnings === other.warnings &&
    one.blanks === other.blanks
  );
}
