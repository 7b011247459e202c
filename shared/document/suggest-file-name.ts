// The file name offered when a report leaves the program.

import type { Evaluation } from '../engine/evaluate-report';
import { FAILED_MARK, reportTitle } from './build-report-document';

/**
 * Unit, year and official title, without extension: “…局2021年政府信息公开工作年度报告”; a roll-up says so behind. A
 * finished document with open errors says so in front, a final one carries its ISO date behind. Characters that no
 * file system takes are left to whoever writes the file.
 */
export function suggestFileName(
  { report, counts }: Evaluation,
  kind: 'document' | 'report',
  finalisedOn?: string,
): string {
  const scope = report.scope === 'consolidated' ? '（汇总）' : '';
  const mark = kind === 'document' && counts.errors > 0 ? `【${FAILED_MARK}】` : '';
  const date = kind === 'document' && finalisedOn !== undefined ? `（${finalisedOn}定稿）` : '';
  return `${mark}${reportTitle(report)}${scope}${date}`;
}
