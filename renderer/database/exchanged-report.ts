// A report on its way between computers, and what it finds where it arrives. Nothing is read or stored here.

import type { Report } from '../../shared/report/report';
import { envelopeOf } from '../../shared/report/restore-report';
import type { RevisionKind } from '../../shared/report/revisions';
import type { KeptReport } from './find-kept';
import type { ReportSummary } from './report-repository';
import { isRefusal } from './stored-records';

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
  readonly outcome: Incoming;
  /** What is kept here; undefined when nothing readable is. */
  readonly kept: Report | undefined;
  /** The report kept here is finalised: it stays, whatever is chosen. */
  readonly isLocked: boolean;
}

/** take: the incoming content becomes the report, what stood there is kept as a revision · keep: the other way round. */
export type MergeChoice = 'take' | 'keep';

export interface ChosenReport {
  readonly incoming: ExchangedReport;
  readonly choice: MergeChoice;
  /** What lists show beside the incoming report. */
  readonly summary: ReportSummary;
}

export interface MergeCounts {
  readonly taken: number;
  readonly kept: number;
  readonly added: number;
}

/** What a merge of an incoming report finds. */
export function previewOf(incoming: ExchangedReport, kept: KeptReport | undefined): ImportPreview {
  if (!kept) return { outcome: 'new', kept: undefined, isLocked: false };
  if (isRefusal(kept.whole)) return { outcome: 'damaged', kept: undefined, isLocked: false };
  const { record, report } = kept.whole;
  const isSame = textOf(report) === textOf(incoming.report);
  const outcome = isSame ? 'same' : incoming.updatedAt > record.updatedAt ? 'newer' : 'older';
  return { outcome, kept: report, isLocked: record.finalisedAt !== null };
}

/** The same text for the same content, in whatever order texts and explanations were written. */
function textOf(report: Report): string {
  const { narrative, explanations, signatories, ...rest } = envelopeOf(report);
  return JSON.stringify([rest, sorted(narrative), sorted(explanations), sorted(signatories)]);
}

function sorted(record: object | undefined): [string, unknown][] {
  return Object.entries(record ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
