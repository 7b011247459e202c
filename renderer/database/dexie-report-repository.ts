// The repository over the browser's database. It trusts no record it reads and never changes one that it cannot read.
// Revisions, the bin's contents and merging stand in modules of their own.

import type { Report, ReportScope } from '../../shared/report/report';
import type { UndoHistory } from '../../shared/report/undo-history';
import { openDatabase, type ReportDatabase } from './database';
import { DatabaseSession } from './database-session';
import { findKept } from './find-kept';
import { listReports } from './list-reports';
import { renameOrganisation } from './rename-organisation';
import { createReportBin, type ReportBin } from './report-bin';
import { createReportExchange, type ReportExchange } from './report-exchange';
import { createRevisionRepository, type RevisionRepository } from './revision-repository';
import { saveReport, saveSummaries } from './save-report';
import type {
  CreateOptions,
  DamagedReport,
  KeptAtPlace,
  LoadedReport,
  Place,
  ReportEntry,
  ReportRepository,
  ReportSummary,
} from './report-repository';
import { NOTHING_SAVED, readSteps, restoreHistory } from './stored-history';
import {
  INCONSISTENT,
  isRefusal,
  isSameReport,
  readExtent,
  readStoredReport,
  sealReport,
  unsealReport,
} from './stored-records';

export interface RepositoryOptions {
  /** Makes an id that no other record has. */
  readonly newId: () => string;
  /** Differs from the default only in tests. */
  readonly databaseName?: string;
}

/** Opens the database and the repository over it. Rejects with a StorageError as `openDatabase` does. */
export async function openReportRepository(options: RepositoryOptions): Promise<ReportRepository> {
  const database = await openDatabase(options.databaseName);
  return new DexieReportRepository(new DatabaseSession(database, options.newId));
}

class DexieReportRepository implements ReportRepository {
  readonly revisions: RevisionRepository;
  readonly bin: ReportBin;
  readonly exchange: ReportExchange;
  private readonly database: ReportDatabase;

  constructor(private readonly session: DatabaseSession) {
    this.database = session.database;
    this.revisions = createRevisionRepository(session);
    this.bin = createReportBin(session);
    this.exchange = createReportExchange(session);
  }

  listReports(onListed?: (entries: readonly ReportEntry[]) => void): Promise<readonly ReportEntry[]> {
    return this.session.read(() => listReports(this.database, onListed));
  }

  loadReport(id: string): Promise<LoadedReport | DamagedReport | undefined> {
    return this.session.read(async () => {
      const { reports, contents, history } = this.database;
      const { record, content, steps } = await this.database.transaction(
        'r',
        [reports, contents, history],
        async () => {
          const [record, content] = await Promise.all([reports.get(id), contents.get(id)]);
          return { record, content, steps: await readSteps(this.database, id, readExtent(content)) };
        },
      );
      if (record === undefined && content === undefined) return undefined;
      const stored = readStoredReport(record);
      if (isRefusal(stored)) return { id, damaged: stored };
      const restored = unsealReport(content);
      if (!restored.ok) return { id, damaged: restored.refusal };
      if (!isSameReport(stored, restored.report)) return { id, damaged: INCONSISTENT };
      const past = restoreHistory(restored.report.form, readExtent(content), steps);
      if (past && content) this.session.knownReports.set(id, { record: stored, content, past: past.saved });
      else this.session.knownReports.delete(id);
      return {
        report: restored.report,
        history: past?.history ?? { done: [], undone: [] },
        isHistoryLost: past === undefined,
        isExample: stored.isExample,
        finalisedAt: stored.finalisedAt,
        updatedAt: stored.updatedAt,
      };
    });
  }

  readReports(places: readonly Place[]): Promise<readonly (KeptAtPlace | undefined)[]> {
    return this.session.read(async () =>
      (await findKept(this.database, places)).map((kept) =>
        kept && !isRefusal(kept.whole) ? { id: kept.id, report: kept.whole.report } : undefined,
      ),
    );
  }

  createReport(report: Report, options: CreateOptions): Promise<{ id: string } | { exists: string }> {
    const { organisations, reports, contents } = this.database;
    return this.session.write(() =>
      this.database.transaction('rw', [organisations, reports, contents], async () => {
        const owner = options.isExample ? undefined : await this.session.organisationId(report.organisation);
        const existing =
          owner === undefined
            ? await this.exampleLike(report)
            : await this.idInPlace(owner, report.scope, report.year);
        if (existing !== undefined) return { exists: existing };
        const id = this.session.newId();
        await reports.add({
          id,
          ...(owner !== undefined && { organisationId: owner }),
          organisation: report.organisation,
          scope: report.scope,
          year: report.year,
          formId: report.form.definition.id,
          isExample: options.isExample,
          finalisedAt: null,
          ...options.summary,
          updatedAt: options.now,
        });
        await contents.add({ id, ...sealReport(report), history: NOTHING_SAVED.extent });
        return { id };
      }),
    );
  }

  saveReport(
    id: string,
    report: Report,
    summary: ReportSummary,
    past: UndoHistory | undefined,
    now: number,
  ): Promise<void> {
    return saveReport(this.session, { id, report, summary, past, now });
  }

  saveSummaries(summaries: ReadonlyMap<string, ReportSummary>): Promise<boolean> {
    return saveSummaries(this.session, summaries);
  }

  deleteReport(id: string, now: number): Promise<void> {
    const { reports, contents, revisions, history, bin } = this.database;
    return this.session.write(async () => {
      await this.database.transaction('rw', [reports, contents, revisions, history, bin], async () => {
        const [report, content] = await Promise.all([reports.get(id), contents.get(id)]);
        if (report === undefined && content === undefined) return;
        await Promise.all([reports.delete(id), contents.delete(id)]);
        if (report?.isExample) {
          await this.session.revisionsOf(id).delete();
          await this.session.dropHistory(id);
        } else {
          await bin.put({ id, deletedAt: now, ...(report && { report }), ...(content && { content }) });
        }
      });
    });
  }

  readSetting(key: string): Promise<unknown> {
    return this.session.read(async () => (await this.database.settings.get(key))?.value);
  }

  writeSetting(key: string, value: unknown): Promise<void> {
    return this.session.writeKnowing(async () => {
      await this.database.settings.put({ key, value });
    });
  }

  renameOrganisation(name: string, newName: string): Promise<'renamed' | 'taken' | 'unknown'> {
    return renameOrganisation(this.session, name, newName);
  }

  forgetKnown(): void {
    this.session.knownReports.clear();
  }

  close(): void {
    this.database.close();
  }

  private async idInPlace(
    organisationId: string,
    scope: ReportScope,
    year: number,
  ): Promise<string | undefined> {
    const place = this.database.reports.where('[organisationId+scope+year]');
    return (await place.equals([organisationId, scope, year]).primaryKeys())[0];
  }

  private async exampleLike(report: Report): Promise<string | undefined> {
    const all = await this.database.reports.toArray();
    return all.find((stored) => stored.isExample && isSameReport(stored, report))?.id;
  }
}
