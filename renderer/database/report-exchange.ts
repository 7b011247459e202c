// Everything out of the database for a backup, and other computers' reports into it: first a preview, then a merge
// that keeps both sides. No file is read or written here.

import type { Refusal } from '../../shared/report/restore-report';
import type { DatabaseSession } from './database-session';
import {
  previewOf,
  type ChosenReport,
  type ExchangedReport,
  type ImportPreview,
  type MergeCounts,
} from './exchanged-report';
import { findKept, readKept, type WholeReport } from './find-kept';
import { listReports } from './list-reports';
import { mergeReports } from './merge-reports';
import { isRefusal, unsealReport, type StoredRevision } from './stored-records';

export interface ReportExchange {
  /** Everything but examples, with all revisions; damaged records are named, never left out in silence. */
  readAll(): Promise<{ readonly reports: readonly ExchangedReport[]; readonly damaged: readonly Refusal[] }>;
  /** What a merge of each would find, in the same order; nothing is stored. */
  preview(incoming: readonly ExchangedReport[]): Promise<readonly ImportPreview[]>;
  /**
   * Stores incoming reports, all of them or, when it rejects, none. Revisions of both sides are kept whatever the
   * choice; taking one in place of another forgets the undo steps here, since the replaced state is a revision. A
   * finalised report here is never replaced: the incoming one becomes a revision. A damaged report here goes into the
   * bin as it is when the incoming one is taken; keeping it rejects with `damaged`. `onProgress` hears how many have
   * been dealt with.
   */
  merge(
    chosen: readonly ChosenReport[],
    now: number,
    onProgress?: (done: number) => void,
  ): Promise<MergeCounts>;
}

/** So many reports are read at a time, with their revisions. */
const CHUNK = 50;

/** Exchange over this session's database. */
export function createReportExchange(session: DatabaseSession): ReportExchange {
  return {
    readAll: () => session.read(() => readAll(session)),
    preview: (incoming) =>
      session.read(async () => {
        const kept = await findKept(
          session.database,
          incoming.map(({ report }) => report),
        );
        return incoming.map((one, index) => previewOf(one, kept[index]));
      }),
    merge: (chosen, now, onProgress = () => undefined) =>
      session.write(() => mergeReports(session, chosen, now, onProgress)),
  };
}

async function readAll(session: DatabaseSession): ReturnType<ReportExchange['readAll']> {
  const reports: ExchangedReport[] = [];
  const damaged: Refusal[] = [];
  const ids: string[] = [];
  for (const entry of await listReports(session.database)) {
    if ('damaged' in entry) damaged.push(entry.damaged);
    else if (!entry.isExample) ids.push(entry.id);
  }
  for (let from = 0; from < ids.length; from += CHUNK)
    for (const { whole, revisions } of await readChunk(session, ids.slice(from, from + CHUNK)))
      if (isRefusal(whole)) damaged.push(whole);
      else reports.push(exchangedReport(whole, revisions, damaged));
  return { reports, damaged };
}

interface ReadReport {
  readonly whole: WholeReport | Refusal;
  readonly revisions: readonly StoredRevision[];
}

function readChunk(session: DatabaseSession, ids: readonly string[]): Promise<readonly ReadReport[]> {
  const { reports, contents, revisions } = session.database;
  const read = async (id: string): Promise<ReadReport> => {
    const [record, content, kept] = await Promise.all([
      reports.get(id),
      contents.get(id),
      session.revisionsOf(id).toArray(),
    ]);
    return { whole: readKept(record, content), revisions: kept };
  };
  return session.database.transaction('r', [reports, contents, revisions], () => Promise.all(ids.map(read)));
}

/** Names revisions that cannot be read in `damaged`. */
function exchangedReport(
  { record, report }: WholeReport,
  revisions: readonly StoredRevision[],
  damaged: Refusal[],
): ExchangedReport {
  return {
    report,
    updatedAt: record.updatedAt,
    finalisedAt: record.finalisedAt,
    revisions: revisions.flatMap((revision) => {
      const restored = unsealReport(revision);
      if (!restored.ok) damaged.push(restored.refusal);
      const { at, kind, name } = revision;
      return restored.ok ? [{ at, kind, name, report: restored.report }] : [];
    }),
  };
}
