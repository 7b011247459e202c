// Everything out of the database for a backup, and another computer's reports into it: first a preview, then a merge
// that keeps both sides. No file is read or written here.

import type { Report } from '../../shared/report/report';
import { envelopeOf, type Refusal } from '../../shared/report/restore-report';
import type { RevisionKind } from '../../shared/report/revisions';
import { EMPTY_HISTORY } from '../../shared/report/undo-history';
import type { DatabaseSession } from './database-session';
import type { CreateOptions, ReportRepository, ReportSummary } from './report-repository';
import { addRevision } from './revision-repository';
import { StorageError } from './storage-error';
import { sealReport, unsealReport } from './stored-records';

export interface ExchangedRevision {
  readonly at: number;
  readonly kind: RevisionKind;
  readonly name: string;
  readonly report: Report;
}

/** One report on its way between computers, as a backup has it. */
export interface ExchangedReport {
  readonly report: Report;
  readonly updatedAt: number;
  readonly finalisedAt: number | null;
  readonly revisions: readonly ExchangedRevision[];
}

/**
 * new: not kept here · same: kept here with the same content · newer: kept here, and the incoming one was changed
 * later · older: kept here, and the one here was changed later · damaged: what is kept here cannot be read.
 */
export type Incoming = 'new' | 'same' | 'newer' | 'older' | 'damaged';

export interface ImportPreview {
  readonly incoming: ExchangedReport;
  readonly outcome: Incoming;
  /** What is kept here; undefined when nothing readable is. */
  readonly kept: Report | undefined;
  /** The report kept here is finalised: it stays, whatever is chosen. */
  readonly isLocked: boolean;
}

/** take: the incoming content becomes the report, what stood there is kept as a revision · keep: the other way round. */
export type MergeChoice = 'take' | 'keep';

export interface ReportExchange {
  /** Everything but examples, with all revisions; damaged records are named, never left out in silence. */
  readAll(): Promise<{ readonly reports: readonly ExchangedReport[]; readonly damaged: readonly Refusal[] }>;
  /** What a merge would find; nothing is stored. */
  preview(incoming: readonly ExchangedReport[]): Promise<readonly ImportPreview[]>;
  /**
   * Stores one incoming report. Revisions of both sides are kept whatever the choice; taking one in place of another
   * forgets the undo steps here, since the replaced state is a revision. A finalised report here is never replaced:
   * the incoming one becomes a revision. A damaged report here is not overwritten: that rejects with `damaged`.
   */
  merge(
    incoming: ExchangedReport,
    choice: MergeChoice,
    summary: ReportSummary,
    now: number,
  ): Promise<{ readonly id: string }>;
}

type Reports = Pick<
  ReportRepository,
  'findReport' | 'loadReport' | 'createReport' | 'saveReport' | 'listReports'
>;

/** Exchange over this session's database. */
export function createReportExchange(session: DatabaseSession, reports: Reports): ReportExchange {
  return {
    async readAll() {
      const out: ExchangedReport[] = [];
      const damaged: Refusal[] = [];
      for (const entry of await reports.listReports()) {
        if ('damaged' in entry) damaged.push(entry.damaged);
        else if (!entry.isExample) {
          const loaded = await reports.loadReport(entry.id);
          if (!loaded) continue;
          if ('damaged' in loaded) damaged.push(loaded.damaged);
          else
            out.push({
              report: loaded.report,
              updatedAt: entry.updatedAt,
              finalisedAt: loaded.finalisedAt,
              revisions: await readRevisions(session, entry.id, damaged),
            });
        }
      }
      return { reports: out, damaged };
    },
    preview: (incoming) => Promise.all(incoming.map((one) => previewOf(session, reports, one))),
    async merge(incoming, choice, summary, now) {
      const { outcome, kept, isLocked } = await previewOf(session, reports, incoming);
      if (outcome === 'damaged') throw new StorageError('damaged', 'the report kept here cannot be read');
      const id = await (outcome === 'new'
        ? createFrom(session, reports, incoming, summary)
        : mergeInto(session, reports, incoming, choice, {
            kept: kept!,
            isSame: outcome === 'same',
            isLocked,
            summary,
            now,
          }));
      await addMissingRevisions(session, id, incoming.revisions);
      return { id };
    },
  };
}

async function previewOf(
  session: DatabaseSession,
  reports: Reports,
  incoming: ExchangedReport,
): Promise<ImportPreview> {
  const { organisation, scope, year } = incoming.report;
  const id = await reports.findReport(organisation, scope, year);
  if (id === undefined) return { incoming, outcome: 'new', kept: undefined, isLocked: false };
  const loaded = await reports.loadReport(id);
  const stored = await session.read(() => session.storedReport(id));
  if (!loaded || 'damaged' in loaded || !stored)
    return { incoming, outcome: 'damaged', kept: undefined, isLocked: false };
  const isSame = textOf(loaded.report) === textOf(incoming.report);
  const outcome = isSame ? 'same' : incoming.updatedAt > stored.updatedAt ? 'newer' : 'older';
  return { incoming, outcome, kept: loaded.report, isLocked: loaded.finalisedAt !== null };
}

async function createFrom(
  session: DatabaseSession,
  reports: Reports,
  incoming: ExchangedReport,
  summary: ReportSummary,
): Promise<string> {
  const options: CreateOptions = { isExample: false, now: incoming.updatedAt, summary };
  const created = await reports.createReport(incoming.report, options);
  if ('exists' in created) return created.exists;
  if (incoming.finalisedAt !== null)
    await session.write(() =>
      session.database.reports.update(created.id, { finalisedAt: incoming.finalisedAt }),
    );
  return created.id;
}

interface Merge {
  readonly kept: Report;
  readonly isSame: boolean;
  readonly isLocked: boolean;
  readonly summary: ReportSummary;
  readonly now: number;
}

async function mergeInto(
  session: DatabaseSession,
  reports: Reports,
  incoming: ExchangedReport,
  choice: MergeChoice,
  { kept, isSame, isLocked, summary, now }: Merge,
): Promise<string> {
  const { organisation, scope, year } = incoming.report;
  const id = (await reports.findReport(organisation, scope, year))!;
  if (isSame) return id;
  const isTaken = choice === 'take' && !isLocked && kept.form === incoming.report.form;
  const aside: ExchangedRevision = isTaken
    ? { kind: 'replaced', name: '', at: now, report: kept }
    : { kind: 'received', name: '', at: incoming.updatedAt, report: incoming.report };
  await addMissingRevisions(session, id, [aside]);
  if (isTaken) await reports.saveReport(id, incoming.report, summary, EMPTY_HISTORY, now);
  return id;
}

/** Adds the revisions that are not kept yet: told apart by time, kind, name and content. */
async function addMissingRevisions(
  session: DatabaseSession,
  reportId: string,
  revisions: readonly ExchangedRevision[],
): Promise<void> {
  await session.write(() =>
    session.database.transaction('rw', session.database.revisions, async () => {
      const keyOf = (one: { at: number; kind: string; name: string; checksum: string }): string =>
        JSON.stringify([one.at, one.kind, one.name, one.checksum]);
      const known = new Set((await session.revisionsOf(reportId).toArray()).map(keyOf));
      for (const { at, kind, name, report } of revisions) {
        const revision = { reportId, at, kind, name, ...sealReport(report) };
        if (known.has(keyOf(revision))) continue;
        known.add(keyOf(revision));
        await addRevision(session, revision);
      }
    }),
  );
}

async function readRevisions(
  session: DatabaseSession,
  reportId: string,
  damaged: Refusal[],
): Promise<ExchangedRevision[]> {
  const records = await session.read(() => session.revisionsOf(reportId).toArray());
  return records.flatMap((record) => {
    const restored = unsealReport(record);
    if (!restored.ok) damaged.push(restored.refusal);
    return restored.ok
      ? [{ at: record.at, kind: record.kind, name: record.name, report: restored.report }]
      : [];
  });
}

/** The same text for the same content, in whatever order texts and explanations were written. */
function textOf(report: Report): string {
  const { narrative, explanations, signatories, ...rest } = envelopeOf(report);
  return JSON.stringify([rest, sorted(narrative), sorted(explanations), sorted(signatories)]);
}

function sorted(record: object | undefined): [string, unknown][] {
  return Object.entries(record ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
