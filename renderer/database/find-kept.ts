// Finds what is kept of many units and years at once, in a few reads however many they are.

import type { Report } from '../../shared/report/report';
import type { Refusal } from '../../shared/report/restore-report';
import type { ReportDatabase } from './database';
import type { Place } from './report-repository';
import {
  INCONSISTENT,
  isRefusal,
  isSameReport,
  readStoredReport,
  unsealReport,
  type StoredContent,
  type StoredReport,
} from './stored-records';

export interface WholeReport {
  readonly record: StoredReport;
  readonly report: Report;
}

/** What the database has of a report: its records as they are, and what they say when they can be read. */
export interface KeptReport {
  readonly id: string;
  readonly record: StoredReport;
  readonly content: StoredContent | undefined;
  readonly whole: WholeReport | Refusal;
}

/** The kept report of each place, in the same order; undefined where there is none. Examples are never found. */
export async function findKept(
  database: ReportDatabase,
  places: readonly Place[],
): Promise<readonly (KeptReport | undefined)[]> {
  const { organisations, reports, contents } = database;
  const names = [...new Set(places.map(({ organisation }) => organisation))];
  const owners = await organisations.where('name').anyOf(names).toArray();
  const ownerIds = new Map(owners.map(({ id, name }) => [name, id]));
  const keyOf = ({ organisation, scope, year }: Place): [string, string, number] | undefined => {
    const owner = ownerIds.get(organisation);
    return owner === undefined ? undefined : [owner, scope, year];
  };
  const keys = places.flatMap((place) => [keyOf(place)].filter((key) => key !== undefined));
  const records = await reports.where('[organisationId+scope+year]').anyOf(keys).toArray();
  const found = await contents.bulkGet(records.map(({ id }) => id));
  const kept = records.map((record, index): [string, KeptReport] => {
    const { id, organisationId, scope, year } = record;
    const content = found[index];
    return [
      JSON.stringify([organisationId, scope, year]),
      { id, record, content, whole: readKept(record, content) },
    ];
  });
  const byPlace = new Map(kept);
  return places.map((place) => byPlace.get(JSON.stringify(keyOf(place))));
}

/** What two records say, or why they cannot be trusted. */
export function readKept(record: unknown, content: unknown): WholeReport | Refusal {
  const stored = readStoredReport(record);
  if (isRefusal(stored)) return stored;
  const restored = unsealReport(content);
  if (!restored.ok) return restored.refusal;
  return isSameReport(stored, restored.report) ? { record: stored, report: restored.report } : INCONSISTENT;
}
