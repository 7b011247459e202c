// The published sample reports, read from their report files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../build/project';
import { readReportFile } from '../../shared/formats/report-file/report-file';
import type { Report } from '../../shared/report/report';

const FOLDERS = ['tests/fixtures/reports', 'renderer/example'];

/** The path of the sample whose file name starts with these characters: “014”, “panyu”. */
export function samplePath(start: string): string {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT_FOLDER, folder)).map((name) => join(PROJECT_FOLDER, folder, name)),
  );
  const path = paths.find((one) => one.includes(`/${start}-`));
  if (path === undefined) throw new Error(`no sample ${start}`);
  return path;
}

/** The sample whose file name starts with these characters. */
export function sampleReport(start: string): Report {
  const restored = readReportFile(readFileSync(samplePath(start)));
  if (!restored.ok) throw new Error(restored.refusal.chinese);
  return restored.report;
}
