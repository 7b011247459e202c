// The backup: everything, or one report with its revisions, as one JSON file in UTF-8. Each report carries its own
// checksum, so that damage to one leaves the others readable and no damaged figure comes back as a true one.

import { checksumOf } from '../../report/checksum';
import type { Report } from '../../report/report';
import { envelopeOf, restoreReport, type Refusal } from '../../report/restore-report';
import { REVISION_KINDS, type RevisionKind } from '../../report/revisions';
import { findDuplicateKey } from '../report-file/duplicate-key';

export const BACKUP_KIND = 'gongkai-nianbao/backup';
export const BACKUP_SCHEMA_VERSION = 1;

export interface BackedUpRevision {
  readonly at: number;
  readonly kind: RevisionKind;
  readonly name: string;
  readonly report: Report;
}

export interface BackedUpReport {
  readonly report: Report;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly finalisedAt: number | null;
  readonly revisions: readonly BackedUpRevision[];
}

export interface Backup {
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  readonly reports: readonly BackedUpReport[];
}

/** What a backup holds: whole reports, and what could not be read of it. */
export interface ReadBackup extends Backup {
  /** One sentence for each report or revision that is damaged; it is never taken over in part. */
  readonly damaged: readonly Refusal[];
}

export type RestoredBackup =
  { readonly ok: true; readonly backup: ReadBackup } | { readonly ok: false; readonly refusal: Refusal };

/** The bytes of a backup: JSON in UTF-8 without BOM, one line a report. */
export function writeBackupFile(backup: Backup): Uint8Array<ArrayBuffer> {
  const entries = backup.reports.map((entry) => {
    const content = JSON.stringify({
      updatedAt: entry.updatedAt,
      finalisedAt: entry.finalisedAt,
      report: envelopeOf(entry.report),
      revisions: entry.revisions.map(({ at, kind, name, report }) => ({
        at,
        kind,
        name,
        report: envelopeOf(report),
      })),
    });
    return `{"checksum":"${checksumOf(content)}","content":${content}}`;
  });
  const head = JSON.stringify({
    kind: BACKUP_KIND,
    schemaVersion: BACKUP_SCHEMA_VERSION,
    writtenAt: backup.writtenAt,
    count: entries.length,
  });
  return new TextEncoder().encode(`${head.slice(0, -1)},"reports":[\n${entries.join(',\n')}\n]}\n`);
}

/**
 * Reads a backup of unknown origin. A file that is no backup, cut short or of a newer version is refused whole; a
 * single damaged report or revision is named in `damaged` and the others are given. Nothing throws.
 */
export function readBackupFile(bytes: Uint8Array): RestoredBackup {
  const parsed = parse(bytes);
  if (!parsed) return refused('文件不是完整的备份，可能已损坏。', 'The file is not a whole backup.');
  const { json, text } = parsed;
  if (!isRecord(json) || json['kind'] !== BACKUP_KIND)
    return refused('这不是政务公开年报的备份文件。', 'This is not a backup of this program.');
  const { schemaVersion, writtenAt, count, reports } = json;
  if (typeof schemaVersion === 'number' && schemaVersion > BACKUP_SCHEMA_VERSION)
    return refused(
      `备份由更新版本的程序写成（格式 ${schemaVersion}），请先升级本程序。`,
      `The backup was written by a newer version of the program (schema ${schemaVersion}).`,
    );
  const duplicate = findDuplicateKey(text);
  if (duplicate !== undefined)
    return refused(`${duplicate} 在文件里出现了两次。`, `${duplicate} stands twice in the file.`);
  if (
    schemaVersion !== BACKUP_SCHEMA_VERSION ||
    !isMoment(writtenAt) ||
    !Array.isArray(reports) ||
    reports.length !== count
  )
    return refused('备份文件的内容不完整。', 'The backup is incomplete.');
  const damaged: Refusal[] = [];
  const whole = reports.flatMap((entry: unknown, index) => readEntry(entry, index + 1, damaged) ?? []);
  return { ok: true, backup: { writtenAt, reports: whole, damaged } };
}

/** Does the file begin as a backup does, rather than as a single report? Says nothing about whether it is whole. */
export function beginsAsBackup(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 400)).includes(BACKUP_KIND);
}

function parse(bytes: Uint8Array): { readonly json: unknown; readonly text: string } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { json: JSON.parse(text), text };
  } catch {
    return undefined;
  }
}

function readEntry(entry: unknown, number: number, damaged: Refusal[]): BackedUpReport | undefined {
  const content = isRecord(entry) ? entry['content'] : undefined;
  const isUntouched = isRecord(entry) && checksumOf(JSON.stringify(content) ?? '') === entry['checksum'];
  if (!isRecord(content) || !isUntouched) return report(damaged, number, '内容已损坏', 'is damaged');
  const { updatedAt, finalisedAt, revisions } = content;
  const isFinal = finalisedAt === null || isMoment(finalisedAt);
  if (!isMoment(updatedAt) || !isFinal || !Array.isArray(revisions))
    return report(damaged, number, '内容不完整', 'is incomplete');
  const restored = restoreReport(content['report']);
  if (!restored.ok)
    return report(damaged, number, restored.refusal.chinese, `cannot be read: ${restored.refusal.english}`);
  return {
    report: restored.report,
    updatedAt,
    finalisedAt,
    revisions: revisions.flatMap((revision: unknown) => readRevision(revision, number, damaged) ?? []),
  };
}

function readRevision(revision: unknown, number: number, damaged: Refusal[]): BackedUpRevision | undefined {
  const kind = isRecord(revision) ? REVISION_KINDS.find((one) => one === revision['kind']) : undefined;
  const restored = restoreReport(isRecord(revision) ? revision['report'] : undefined);
  if (!isRecord(revision) || !kind || !isMoment(revision['at']) || typeof revision['name'] !== 'string')
    return report(damaged, number, '有一个历史版本无法识别', 'has a revision that cannot be read');
  if (!restored.ok)
    return report(damaged, number, `有一个历史版本：${restored.refusal.chinese}`, restored.refusal.english);
  return { at: revision['at'], kind, name: revision['name'], report: restored.report };
}

function report(damaged: Refusal[], number: number, chinese: string, english: string): undefined {
  damaged.push({
    chinese: `备份里的第 ${number} 份报告：${chinese.replace(/。$/u, '')}。`,
    english: `Report ${number} of the backup ${english}`,
  });
  return undefined;
}

function refused(chinese: string, english: string): RestoredBackup {
  return { ok: false, refusal: { chinese, english } };
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
