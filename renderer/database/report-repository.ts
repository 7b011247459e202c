// The reports in the database as the rest of the window knows them: list, load, find, create, save, delete. Every
// write is one strict transaction. It evaluates nothing and shows nothing.

import type { Report, ReportScope, ReportState } from '../../shared/report/report';
import type { Refusal } from '../../shared/report/restore-report';
import type { UndoHistory } from '../../shared/report/undo-history';
import type { ReportBin } from './report-bin';
import type { ReportExchange } from './report-exchange';
import type { RevisionRepository } from './revision-repository';

/** What lists show beside a report; whoever evaluates the report hands it in. */
export interface ReportSummary {
  readonly state: ReportState;
  readonly errors: number;
  readonly warnings: number;
  /** Blank entered cells and empty texts. */
  readonly blanks: number;
}

export interface ListedReport extends ReportSummary {
  readonly id: string;
  readonly organisation: string;
  readonly scope: ReportScope;
  readonly year: number;
  readonly formId: string;
  readonly isExample: boolean;
  /** 已定稿; milliseconds since 1970, null while the report is open. */
  readonly finalisedAt: number | null;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A record that cannot be trusted. It stays untouched in the database and hides no other. */
export interface DamagedReport {
  readonly id: string;
  readonly damaged: Refusal;
}

export type ReportEntry = ListedReport | DamagedReport;

export interface LoadedReport {
  readonly report: Report;
  readonly history: UndoHistory;
  /** The undo steps could not be read; the report itself is whole. */
  readonly isHistoryLost: boolean;
  readonly isExample: boolean;
  readonly finalisedAt: number | null;
  readonly updatedAt: number;
}

/** Whose report, and of which year. */
export interface Place {
  readonly organisation: string;
  readonly scope: ReportScope;
  readonly year: number;
}

export interface KeptAtPlace {
  readonly id: string;
  readonly report: Report;
}

export interface CreateOptions {
  readonly isExample: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly summary: ReportSummary;
}

/** All methods reject with a StorageError, and with nothing else, when the database refuses. */
export interface ReportRepository {
  readonly revisions: RevisionRepository;
  readonly bin: ReportBin;
  readonly exchange: ReportExchange;
  /**
   * All reports, examples included, newest year first, then by unit; a damaged record is listed as such. `onListed`
   * hears of them as soon as their records are read, while it is still being looked whether each has its content; the
   * answer is the same list unless one has not.
   */
  listReports(onListed?: (entries: readonly ReportEntry[]) => void): Promise<readonly ReportEntry[]>;
  /** The whole report with its undo steps, why it is damaged, or undefined when there is none with this id. */
  loadReport(id: string): Promise<LoadedReport | DamagedReport | undefined>;
  /**
   * The report of each unit and year in the same order, without its undo steps, looked up by the unit's exact name;
   * undefined where there is none that can be read. Never an example.
   */
  readReports(places: readonly Place[]): Promise<readonly (KeptAtPlace | undefined)[]>;
  /** Stores a new report, or says which one already stands for the unit, scope and year. */
  createReport(
    report: Report,
    options: CreateOptions,
  ): Promise<{ readonly id: string } | { readonly exists: string }>;
  /**
   * Stores a report in place of what its record held, with its undo steps when they are handed in; without them the
   * stored steps stay. Unit, scope, year and form of a stored report do not change here. Rejects with `missing`
   * when the report has been deleted meanwhile.
   */
  saveReport(
    id: string,
    report: Report,
    summary: ReportSummary,
    history: UndoHistory | undefined,
    now: number,
  ): Promise<void>;
  /**
   * Stores what the list shows of reports, by their ids, where it is no longer so; their figures and the time of their
   * last change stay. Nothing happens where there is no readable record. Answers whether anything was stored.
   */
  saveSummaries(summaries: ReadonlyMap<string, ReportSummary>): Promise<boolean>;
  /** Moves a report into the bin; an example is removed for good. */
  deleteReport(id: string, now: number): Promise<void>;
  /** A setting as it was written, or undefined. Callers check its shape. */
  readSetting(key: string): Promise<unknown>;
  writeSetting(key: string, value: unknown): Promise<void>;
  /**
   * Gives a unit another name in all its reports, or says that the name is taken. Undo steps and revisions stay;
   * a damaged report of the unit is left as it is.
   */
  renameOrganisation(name: string, newName: string): Promise<'renamed' | 'taken' | 'unknown'>;
  /** Another thread of this window has written: what was known of stored reports is read anew when it is needed. */
  forgetKnown(): void;
  /** Closes the database; later calls reject with `closed`. */
  close(): void;
}
