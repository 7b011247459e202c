// The kept states of reports: automatic ones, made and thinned while saving, and those a clerk makes on purpose.
// A state is written once and never changed.

import type { Report } from '../../shared/report/report';
import type { Refusal } from '../../shared/report/restore-report';
import { isSameMinute, statesToDrop, type KeptState, type RevisionKind } from '../../shared/report/revisions';
import { AFTER_ALL, type DatabaseSession, type KnownReport } from './database-session';
import type { ReportSummary } from './report-repository';
import { StorageError } from './storage-error';
import { sealReport, unsealReport, type StoredReport, type StoredRevision } from './stored-records';

export interface Revision {
  readonly id: string;
  readonly reportId: string;
  /** When this was the report's state, in milliseconds since 1970. */
  readonly at: number;
  readonly kind: RevisionKind;
  /** The clerk's name for it, or empty. */
  readonly name: string;
  /**
   * The whole report, or why this state cannot be read; a damaged state hides no other. Read when it is first asked
   * for: a list of hundreds shows a few.
   */
  readonly content: { readonly report: Report } | { readonly damaged: Refusal };
}

export interface RevisionRepository {
  /** All kept states of a report, newest first. */
  list(reportId: string): Promise<readonly Revision[]>;
  /** Keeps the state of a report under a name. */
  keep(reportId: string, report: Report, name: string, now: number): Promise<void>;
  /** 定稿: locks the report and keeps what was finalised. The caller has saved the report and checked it. */
  finalise(reportId: string, report: Report, summary: ReportSummary, now: number): Promise<void>;
  /** Opens a finalised report again; what was finalised stays kept. */
  reopen(reportId: string, now: number): Promise<void>;
}

/** The kept states in this session's database. */
export function createRevisionRepository(session: DatabaseSession): RevisionRepository {
  const { database } = session;
  const add = (
    reportId: string,
    report: Report,
    kind: RevisionKind,
    name: string,
    at: number,
  ): Promise<void> => addRevision(session, { reportId, kind, name, at, ...sealReport(report) });

  const lock = async (id: string, change: Partial<StoredReport>): Promise<void> => {
    const stored = await session.storedReport(id);
    if (!stored) throw new StorageError('missing', `no report ${id}`);
    await database.reports.put({ ...stored, ...change });
  };

  return {
    list: (reportId) =>
      session.read(async () => {
        const records = await session.revisionsOf(reportId).toArray();
        return records.sort((one, other) => other.at - one.at).map(revisionOf);
      }),
    keep: (reportId, report, name, now) =>
      session.write(() =>
        database.transaction('rw', database.revisions, () => add(reportId, report, 'named', name, now)),
      ),
    finalise: (reportId, report, summary, now) =>
      session.write(() =>
        database.transaction('rw', [database.reports, database.revisions], async () => {
          await lock(reportId, { ...summary, finalisedAt: now });
          await add(reportId, report, 'finalised', '', now);
        }),
      ),
    reopen: (reportId, now) =>
      session.write(() =>
        database.transaction('rw', [database.reports, database.contents, database.revisions], async () => {
          await lock(reportId, { finalisedAt: null });
          const content = await database.contents.get(reportId);
          if (content)
            await addRevision(session, {
              reportId,
              kind: 'reopened',
              name: '',
              at: now,
              text: content.text,
              checksum: content.checksum,
            });
        }),
      ),
  };
}

function revisionOf({ id, reportId, at, kind, name, text, checksum }: StoredRevision): Revision {
  let content: Revision['content'] | undefined;
  const read = (): Revision['content'] => {
    const restored = unsealReport({ text, checksum });
    return restored.ok ? { report: restored.report } : { damaged: restored.refusal };
  };
  return {
    ...{ id, reportId, at, kind, name },
    get content() {
      return (content ??= read());
    },
  };
}

export interface NewRevision {
  readonly reportId: string;
  readonly kind: RevisionKind;
  readonly name: string;
  readonly at: number;
  readonly text: string;
  readonly checksum: string;
}

/** Writes a kept state inside the caller's transaction. */
export async function addRevision(session: DatabaseSession, revision: NewRevision): Promise<void> {
  await session.database.revisions.add({ id: session.newId(), ...revision });
}

/**
 * What a save is about to overwrite, where it is worth keeping: it is from an earlier minute and was ever more than an
 * empty form.
 */
export function replacedState(
  { record, content }: KnownReport,
  newText: string,
  now: number,
): NewRevision | undefined {
  if (!content || content.text === newText || record.state === 'untouched') return undefined;
  if (isSameMinute(record.updatedAt, now)) return undefined;
  const { text, checksum } = content;
  return { reportId: record.id, kind: 'automatic', name: '', at: record.updatedAt, text, checksum };
}

/** Drops the automatic states of a report that have served, inside the caller's transaction. */
export async function thinAutomaticStates(
  session: DatabaseSession,
  reportId: string,
  now: number,
): Promise<void> {
  const dropped = statesToDrop(await automaticStates(session, reportId), now);
  if (dropped.length > 0) await session.database.revisions.bulkDelete(dropped);
}

/** Reads the index only: the texts may be megabytes. */
async function automaticStates(session: DatabaseSession, reportId: string): Promise<KeptState[]> {
  const states: KeptState[] = [];
  await session.database.revisions
    .where('[reportId+kind+at]')
    .between([reportId, 'automatic'], [reportId, 'automatic', AFTER_ALL])
    .eachKey((key, cursor) => {
      const at: unknown = Array.isArray(key) ? key[2] : undefined;
      if (typeof at === 'number') states.push({ id: String(cursor.primaryKey), kind: 'automatic', at });
    });
  return states;
}
