// Which report and section were on the screen last: where the next start begins.

import type { ReportRepository } from '../database/report-repository';

const KEY = 'lastOpened';

export interface LastOpened {
  /** The report's id; it may have been deleted since. */
  readonly id: string;
  readonly section: string;
}

/** What was kept, or undefined when nothing was or it cannot be understood. Rejects with a StorageError. */
export async function readLastOpened(repository: ReportRepository): Promise<LastOpened | undefined> {
  const value = await repository.readSetting(KEY);
  return isLastOpened(value) ? value : undefined;
}

/** Keeps it. A convenience: failing to note it costs nothing and has its own message with the data. */
export function noteLastOpened(repository: ReportRepository, last: LastOpened): void {
  repository.writeSetting(KEY, last).catch(() => undefined);
}

function isLastOpened(value: unknown): value is LastOpened {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'section' in value &&
    typeof value.section === 'string'
  );
}
