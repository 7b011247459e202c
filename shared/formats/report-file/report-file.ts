// The report file (.nianbao): one report as one JSON envelope in UTF-8. The same in exchange, on the command line
// and inside backups.

import type { Report } from '../../report/report';
import { envelopeOf, restoreReport, type Refusal, type Restored } from '../../report/restore-report';
import { findDuplicateKey } from './duplicate-key';

export const REPORT_FILE_EXTENSION = 'nianbao';

/** The bytes of a report file: indented JSON, UTF-8 without BOM, a line break at the end. */
export function writeReportFile(report: Report): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(envelopeOf(report), null, 2)}\n`);
}

/**
 * Reads a report file of unknown origin. A BOM is accepted. What is not UTF-8, not JSON, has a key twice or does
 * not pass `restoreReport` is refused with a sentence; nothing throws.
 */
export function readReportFile(bytes: Uint8Array): Restored {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(
      '文件不是 UTF-8 文本，可能已损坏或不是报告文件。',
      'The file is not UTF-8 text; it is damaged or no report file.',
    );
  }
  let envelope: unknown;
  try {
    envelope = JSON.parse(text);
  } catch {
    return refused(
      '文件不是完整的 JSON，可能已损坏或不是报告文件。',
      'The file is not whole JSON; it is damaged or no report file.',
    );
  }
  const duplicate = findDuplicateKey(text);
  if (duplicate !== undefined)
    return refused(`${duplicate} 在文件里出现了两次。`, `${duplicate} stands twice in the file.`);
  return restoreReport(envelope);
}

function refused(chinese: string, english: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { chinese, english } };
}
