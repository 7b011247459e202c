// The shapes that lie in the database, and the reading of each with suspicion: a disk may have damaged any of them.
// It opens nothing and writes nothing.

import { checksumOf } from '../../shared/report/checksum';
import type { Report, ReportScope, ReportState } from '../../shared/report/report';
import type { RevisionKind } from '../../shared/report/revisions';
import { envelopeOf, restoreReport, type Refusal, type Restored } from '../../shared/report/restore-report';

/** A unit that files reports. Its name may change, its id never does. */
export interface StoredOrganisation {
  readonly id: string;
  readonly name: string;
}

/** What lists show of a report, without its figures: reading thousands of these takes milliseconds. */
export interface StoredReport {
  readonly id: string;
  /** Absent for an example, which thereby stays outside the unique index and never stands in a year's way. */
  readonly organisationId?: string;
  readonly organisation: string;
  readonly scope: ReportScope;
  readonly year: number;
  readonly formId: string;
  readonly isExample: boolean;
  /** When it was finalised (定稿), in milliseconds since 1970; null while it is open. */
  readonly finalisedAt: number | null;
  readonly state: ReportState;
  readonly errors: number;
  readonly warnings: number;
  readonly blanks: number;
  readonly updatedAt: number;
}

/** A text with the checksum it had when it was written. */
export interface SealedText {
  readonly text: string;
  readonly checksum: string;
}

/** The whole report as the envelope of a report file, and which undo steps belong to it. */
export interface StoredContent extends SealedText {
  readonly id: string;
  readonly history: HistoryExtent;
}

/** The undo steps of a report lie at `first` … `first + count − 1`; the first `done` of them can be undone. */
export interface HistoryExtent {
  readonly first: number;
  readonly count: number;
  readonly done: number;
}

export interface StoredStep extends SealedText {
  readonly reportId: string;
  readonly position: number;
}

/** A kept state of a report, written once and never changed. */
export interface StoredRevision extends SealedText {
  readonly id: string;
  readonly reportId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: RevisionKind;
  /** The clerk's name for it, or empty. */
  readonly name: string;
}

/** A deleted report, kept whole for thirty days; its revisions and undo steps stay where they are. */
export interface StoredBinEntry {
  readonly id: string;
  readonly deletedAt: number;
  /** As it was, damaged or not; absent only where the record was already missing. */
  readonly report?: StoredReport;
  readonly content?: StoredContent;
}

export interface StoredSetting {
  readonly key: string;
  readonly value: unknown;
}

/** Seals a text. */
export function sealed(text: string): SealedText {
  return { text, checksum: checksumOf(text) };
}

/** Seals a report as the envelope of a report file, without line breaks. */
export function sealReport(report: Report): SealedText {
  return sealed(JSON.stringify(envelopeOf(report)));
}

/** The JSON inside a sealed text, or undefined when it is not whole or not what was written. */
export function unseal(record: unknown): { readonly json: unknown } | undefined {
  if (!isObject(record) || typeof record['text'] !== 'string') return undefined;
  if (record['checksum'] !== checksumOf(record['text'])) return undefined;
  try {
    return { json: JSON.parse(record['text']) };
  } catch {
    return undefined;
  }
}

export const NOT_WHOLE: Refusal = {
  chinese: '这份报告的记录不完整或已被损坏，未作任何改动。',
  english: 'The record of this report is incomplete or damaged; it was left as it is.',
};

export const INCONSISTENT: Refusal = {
  chinese: '这份报告的目录和内容说的不是同一份报告，未作任何改动。',
  english: 'The list and the content of this report do not name the same report; they were left as they are.',
};

/** Reads a sealed report; a text that is not what was written is refused like a damaged file. */
export function unsealReport(record: unknown): Restored {
  const content = unseal(record);
  return content ? restoreReport(content.json) : { ok: false, refusal: NOT_WHOLE };
}

const STATES: readonly ReportState[] = ['untouched', 'hasErrors', 'inProgress', 'passes'];

/** The record of a list, or why it cannot be trusted. */
export function readStoredReport(record: unknown): StoredReport | Refusal {
  if (!isObject(record)) return NOT_WHOLE;
  const isWhole =
    typeof record['id'] === 'string' &&
    typeof record['organisation'] === 'string' &&
    (record['scope'] === 'own' || record['scope'] === 'consolidated') &&
    Number.isInteger(record['year']) &&
    typeof record['formId'] === 'string' &&
    typeof record['isExample'] === 'boolean' &&
    (record['isExample'] || typeof record['organisationId'] === 'string') &&
    (record['finalisedAt'] === null || Number.isFinite(record['finalisedAt'])) &&
    STATES.some((state) => state === record['state']) &&
    ['errors', 'warnings', 'blanks', 'updatedAt'].every(
      (field) => Number.isSafeInteger(record[field]) && Number(record[field]) >= 0,
    );
  return isWhole ? (record as unknown as StoredReport) : NOT_WHOLE;
}

/** Does the list say the same of a report as the report itself? When not, one of the two is damaged. */
export function isSameReport(stored: StoredReport, report: Report): boolean {
  return (
    stored.organisation === report.organisation &&
    stored.scope === report.scope &&
    stored.year === report.year &&
    stored.formId === report.form.definition.id
  );
}

/** Which undo steps belong to a report; anything unreadable means none. */
export function readExtent(content: unknown): HistoryExtent {
  const extent = isObject(content) ? content['history'] : undefined;
  if (!isObject(extent)) return { first: 0, count: 0, done: 0 };
  const { first, count, done } = extent;
  const isWhole = [first, count, done].every((number) => Number.isSafeInteger(number) && Number(number) >= 0);
  if (!isWhole || Number(done) > Number(count)) return { first: 0, count: 0, done: 0 };
  return { first: Number(first), count: Number(count), done: Number(done) };
}

/** A plain object of unknown content. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A refusal among results that carry none. */
export function isRefusal(value: object): value is Refusal {
  return 'chinese' in value && 'english' in value;
}
