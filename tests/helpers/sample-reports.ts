// The published sample reports, read from their report files.

import { readReportFile } from '../../shared/formats/report-file/report-file';
import type { Report } from '../../shared/report/report';

const FILES = import.meta.glob<string>(
  ['../fixtures/reports/*.nianbao', '../../renderer/example/*.nianbao'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
);

/** The sample whose file name starts with these characters: “014”, “panyu”. */
export function sampleReport(start: string): Report {
  const file = Object.entries(FILES).find(([path]) => path.includes(`/${start}-`));
  if (!file) throw new Error(`no sample ${start}`);
  const restored = readReportFile(new TextEncoder().encode(file[1]));
  if (!restored.ok) throw new Error(restored.refusal.chinese);
  return restored.report;
}
