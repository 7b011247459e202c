// The counts in the list of reports. A report is checked against its last year, so its counts are no longer true once
// last year's report has changed, come or gone; here they are made anew. When, others decide.

import { evaluateReport } from '../../shared/engine/evaluate-report';
import type { SwingThresholds } from '../../shared/engine/large-swing';
import { summaryOf } from '../../shared/engine/summarise-evaluation';
import type { Place, ReportRepository, ReportSummary } from '../database/report-repository';

/** So many places are read, counted and written at a time. */
const CHUNK = 200;

/**
 * Counts what is kept at some places anew, each report against its last year, and stores what the list shows of it;
 * the answer says it by report id. Places without a readable report have none. Rejects with a StorageError.
 */
export async function recountReports(
  repository: ReportRepository,
  places: readonly Place[],
  swing: SwingThresholds,
): Promise<ReadonlyMap<string, ReportSummary>> {
  const all = new Map<string, ReportSummary>();
  // The years of a unit stand together: a last year that is counted itself is read once.
  const inOrder = [...byKey(places)].sort(([one], [other]) => (one < other ? -1 : 1));
  for (let at = 0; at < inOrder.length; at += CHUNK) {
    const chunk = inOrder.slice(at, at + CHUNK);
    const summaries = await countChunk(
      repository,
      chunk.map(([, place]) => place),
      swing,
    );
    await repository.saveSummaries(summaries);
    for (const [id, summary] of summaries) all.set(id, summary);
  }
  return all;
}

/** The year after a place. */
export function yearAfter({ organisation, scope, year }: Place): Place {
  return { organisation, scope, year: year + 1 };
}

async function countChunk(
  repository: ReportRepository,
  places: readonly Place[],
  swing: SwingThresholds,
): Promise<ReadonlyMap<string, ReportSummary>> {
  const needed = byKey([...places, ...places.map(yearBefore)]);
  const reports = await repository.readReports([...needed.values()]);
  const kept = new Map([...needed.keys()].map((key, index) => [key, reports[index]]));
  const summaries = new Map<string, ReportSummary>();
  for (const place of places) {
    const one = kept.get(keyOf(place));
    if (!one) continue;
    const lastYear = kept.get(keyOf(yearBefore(place)))?.report;
    summaries.set(one.id, summaryOf({ evaluation: evaluateReport(one.report, lastYear, swing) }));
  }
  return summaries;
}

function yearBefore({ organisation, scope, year }: Place): Place {
  return { organisation, scope, year: year - 1 };
}

function byKey(places: readonly Place[]): ReadonlyMap<string, Place> {
  return new Map(places.map((place) => [keyOf(place), place]));
}

function keyOf({ organisation, scope, year }: Place): string {
  return JSON.stringify([organisation, scope, year]);
}
