// Reads report files for the command line: from the path as given to a whole, valid report, or a sentence why not.

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readReportFile } from '../../shared/formats/report-file/report-file';
import type { Report } from '../../shared/report/report';
import { bilingual, fileFailure, type Console, type Sentence } from './console';

export type ReadReport =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly reason: Sentence };

/** A report file has some hundred figures and a few pages of text; what is larger is something else. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** The report in a file; the path is resolved against the caller's folder. */
export async function readReport(path: string, { folder }: Console): Promise<ReadReport> {
  const place = resolve(folder, path);
  try {
    const { size } = await stat(place);
    if (size > LARGEST_FILE)
      return refused('文件太大，不是报告文件。', 'The file is too large to be a report file.');
    const restored = readReportFile(await readFile(place));
    return restored.ok ? restored : { ok: false, reason: restored.refusal };
  } catch (error) {
    return { ok: false, reason: fileFailure(error) };
  }
}

/**
 * Last year's report for one report: undefined when none was named. It must be of the year before; another unit's
 * name is only a notice, because units are renamed.
 */
export function matchPrevious(
  report: Report,
  previous: Report | undefined,
  console: Console,
): { readonly ok: true } | { readonly ok: false; readonly reason: Sentence } {
  if (!previous) return { ok: true };
  if (previous.year !== report.year - 1)
    return refused(
      `上年文件应是 ${report.year - 1} 年度的，实际是 ${previous.year} 年度。`,
      `The previous report must be for ${report.year - 1}, not for ${previous.year}.`,
    );
  if (previous.organisation !== report.organisation)
    console.notice(
      `${bilingual({
        chinese: `注意：上年报告的单位是“${previous.organisation}”，本年是“${report.organisation}”。`,
        english: `Note: the previous report is by ${previous.organisation}, this one by ${report.organisation}.`,
      })}\n`,
    );
  return { ok: true };
}

function refused(chinese: string, english: string): { readonly ok: false; readonly reason: Sentence } {
  return { ok: false, reason: { chinese, english } };
}
