// The counts in the list of reports. A report is checked against its last year, so its counts are no longer true once
// last year's report has changed, come or gone; here they are made anew. When, others decide.

import { evaluateReport } from '../../shared/engine/evaluate-report';
import type { SwingThresholds } from '../../shared/engine/large-swing';
import { summaryOf } from '../../shared/engine/summarise-evaluation';
import type { Report } from '../../shared/report/report';
import type { KeptAtPlace, Place, ReportRepository, ReportSummary } from '../database/report-repository';

/**
 * Counts what is kept at a place anew and stores it; undefined where no readable report is kept there. `previous` is
 * the report of the year before where it is known. Rejects with a StorageError.
 */
export async function recountReport(
  repository: ReportRepository,
  place: Place,
  swing: SwingThresholds,
  previous?: Report,
): Promise<(KeptAtPlace & { readonly summary: ReportSummary }) | undefined> {
  const kept = await repository.readReport(place);
  if (!kept) return undefined;
  const lastYear = previous ?? (await repository.readReport({ ...place, year: place.year - 1 }))?.report;
  const summary = summaryOf({ evaluation: evaluateReport(kept.report, lastYear, swing) });
  await repository.saveSummary(kept.id, summary);
  return { ...kept, summary };
}

/** Counts reports that have arrived at many places anew, and the years after them. Rejects with a StorageError. */
export async function recountPlaces(
  repository: ReportRepository,
  places: readonly Place[],
  swing: SwingThresholds,
): Promise<void> {
  const touched = new Map<string, Place>();
  for (const { organisation, scope, year } of places)
    for (const one of [year, year + 1])
      touched.set(JSON.stringify([organisation, scope, one]), { organisation, scope, year: one });
  // Year by year: what has just been counted is the last year of what comes next.
  const inOrder = [...touched].sort(([one], [other]) => (one < other ? -1 : 1));
  let last: Report | undefined;
  for (const [, place] of inOrder)
    last = (await recountReport(repository, place, swing, isYearBefore(last, place) ? last : undefined))
      ?.report;
}

function isYearBefore(report: Report | undefined, { organisation, scope, year }: Place): boolean {
  return report?.organisation === organisation && report.scope === scope && report.year === year - 1;
}
