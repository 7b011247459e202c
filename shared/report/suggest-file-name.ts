// The file name offered when a report leaves the program.

import type { Report } from './report';

/**
 * Unit, year and official title, without extension: “…局2021年政府信息公开工作年度报告”. A report with open errors
 * says so in front. Characters that no file system takes are left to whoever writes the file.
 */
export function suggestFileName(report: Report, hasErrors: boolean): string {
  const { officialTitle } = report.form.definition;
  const scope = report.scope === 'consolidated' ? '（汇总）' : '';
  return `${hasErrors ? '【未通过校验】' : ''}${report.organisation}${report.year}年${officialTitle}${scope}`;
}
