// Reports and a fresh database for the tests of the repository. Nothing here asserts.

import 'fake-indexeddb/auto';
import { openReportRepository } from '../../../renderer/database/dexie-report-repository';
import type { ReportRepository, ReportSummary } from '../../../renderer/database/report-repository';
import { formForYear } from '../../../shared/forms/form-registry';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { emptyReport, type Report, type ReportScope } from '../../../shared/report/report';

export const SUMMARY: ReportSummary = { state: 'inProgress', errors: 1, warnings: 2, blanks: 160 };

let databases = 0;
let ids = 0;

/** A database name that no other test uses. */
export function freshName(): string {
  databases += 1;
  return `database-of-a-test-${databases}`;
}

export function openFresh(name: string = freshName()): Promise<ReportRepository> {
  return openReportRepository({ databaseName: name, newId: () => `id-${(ids += 1)}` });
}

export function reportOf(
  organisation: string,
  year: number,
  scope: ReportScope = 'own',
  edits: readonly Edit[] = [],
): Report {
  return applyEdits(emptyReport(formForYear(year)!, { organisation, scope, year }), edits).report;
}

/** Stores a report and gives its id. */
export async function store(
  repository: ReportRepository,
  report: Report,
  isExample = false,
): Promise<string> {
  const created = await repository.createReport(report, { isExample, now: 1000, summary: SUMMARY });
  if ('exists' in created) throw new Error(`already stored as ${created.exists}`);
  return created.id;
}

export function value(address: string, figure: number | string | null): Edit {
  return { kind: 'value', address, value: figure };
}

/** The id of a unit's report for a year, or undefined. */
export async function idOf(
  repository: ReportRepository,
  organisation: string,
  scope: ReportScope,
  year: number,
): Promise<string | undefined> {
  const [kept] = await repository.readReports([{ organisation, scope, year }]);
  return kept?.id;
}
