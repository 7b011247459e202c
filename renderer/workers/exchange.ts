// Backup and import from the first byte to the last record: what a file holds, what it would bring, and bringing it.
// It runs in a worker of its own; tests run it where they are. Only plain data go in and out.

import { evaluateReport } from '../../shared/engine/evaluate-report';
import type { SwingThresholds } from '../../shared/engine/large-swing';
import { summaryOf } from '../../shared/engine/summarise-evaluation';
import {
  beginsAsBackup,
  readBackupFile,
  writeBackupFile,
} from '../../shared/formats/backup-file/backup-file';
import { readReportFile } from '../../shared/formats/report-file/report-file';
import { accountOfChange } from '../../shared/report/account-of-change';
import type { ReportScope } from '../../shared/report/report';
import { envelopeOf, type Refusal, type ReportEnvelope } from '../../shared/report/restore-report';
import type {
  ExchangedReport,
  ImportPreview,
  Incoming,
  MergeChoice,
  MergeCounts,
} from '../database/exchanged-report';
import type { Place, ReportRepository } from '../database/report-repository';
import { recountReports, yearAfter } from './recount-reports';

export interface MadeBackup {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many reports are in it. */
  readonly reports: number;
  /** How many kept records could not be read and are not in it. */
  readonly damaged: number;
}

/** What stands in a file; a backup stays with the exchange, and `damaged` names what could not be read of it. */
export type ReadFile =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'report'; readonly envelope: ReportEnvelope }
  | { readonly kind: 'backup'; readonly damaged: readonly Refusal[] };

/** One line of the preview of an import. */
export interface PreviewLine {
  readonly organisation: string;
  readonly scope: ReportScope;
  readonly year: number;
  readonly updatedAt: number;
  /** How many kept states come with it. */
  readonly revisions: number;
  readonly outcome: Incoming;
  readonly isLocked: boolean;
  /** What differs from the report kept here, in a few words; empty where nothing does. */
  readonly account: string;
}

export type ImportChoice = MergeChoice | 'skip';

/** All methods reject with a StorageError when the database refuses. */
export interface Exchange {
  /** Everything kept as the bytes of a backup. */
  backUp(now: number): Promise<MadeBackup>;
  /** Reads a file of unknown origin, to be previewed and merged next. A single report counts as changed `now`. */
  readFile(bytes: Uint8Array, now: number): Promise<ReadFile>;
  /** What merging the file would do, report by report; nothing is stored. */
  preview(): Promise<readonly PreviewLine[]>;
  /** Merges the file with one choice for each line of the preview: everything chosen is stored or nothing is. */
  merge(
    choices: readonly ImportChoice[],
    now: number,
    onProgress?: (done: number) => void,
  ): Promise<MergeCounts>;
  /** Counts what is kept at these places, and in the years after them, anew for the list. */
  recount(places: readonly Place[], swing: SwingThresholds): Promise<void>;
  /** Ends it; what it has read is forgotten. */
  close(): void;
}

/** An exchange on this thread; the repository is opened when it is first needed, and closed by whoever opened it. */
export function createExchange(repository: () => Promise<ReportRepository>): Exchange {
  let incoming: readonly ExchangedReport[] = [];
  return {
    async backUp(now) {
      const { reports, damaged } = await (await repository()).exchange.readAll();
      const bytes = writeBackupFile({ writtenAt: now, reports });
      return { bytes, reports: reports.length, damaged: damaged.length };
    },
    readFile(bytes, now) {
      const read = readAny(bytes, now);
      incoming = read.incoming;
      return Promise.resolve(read.file);
    },
    async preview() {
      const previews = await (await repository()).exchange.preview(incoming);
      return incoming.map((one, index) => lineOf(one, previews[index]!));
    },
    async merge(choices, now, onProgress) {
      const chosen = incoming.flatMap((one, index) => {
        const choice = choices[index] ?? 'skip';
        if (choice === 'skip') return [];
        return [{ incoming: one, choice, summary: summaryOf({ evaluation: evaluateReport(one.report) }) }];
      });
      return (await repository()).exchange.merge(chosen, now, onProgress);
    },
    async recount(places, swing) {
      await recountReports(await repository(), [...places, ...places.map(yearAfter)], swing);
    },
    close() {
      incoming = [];
    },
  };
}

function readAny(
  bytes: Uint8Array,
  now: number,
): { readonly file: ReadFile; readonly incoming: readonly ExchangedReport[] } {
  if (beginsAsBackup(bytes)) {
    const read = readBackupFile(bytes);
    if (!read.ok) return { file: { kind: 'refused', refusal: read.refusal }, incoming: [] };
    const { reports, damaged } = read.backup;
    return { file: { kind: 'backup', damaged }, incoming: reports };
  }
  const read = readReportFile(bytes);
  if (!read.ok) return { file: { kind: 'refused', refusal: read.refusal }, incoming: [] };
  const { report } = read;
  return {
    file: { kind: 'report', envelope: envelopeOf(report) },
    incoming: [{ report, updatedAt: now, finalisedAt: null, revisions: [] }],
  };
}

function lineOf(incoming: ExchangedReport, { outcome, isLocked, kept }: ImportPreview): PreviewLine {
  const { report, updatedAt, revisions } = incoming;
  const { organisation, scope, year } = report;
  const account = kept && outcome !== 'same' ? accountOfChange(kept, report) : '';
  return {
    ...{ organisation, scope, year, updatedAt, revisions: revisions.length },
    ...{ outcome, isLocked, account },
  };
}
