// Keeps the counts in the list true while the window is used: those of a report that is opened, and those of the year
// after one that changes. What is typed goes first.

import { summaryOf } from '../../shared/engine/summarise-evaluation';
import type { Place, ReportRepository, ReportSummary } from '../database/report-repository';
import { recountReports, yearAfter } from '../workers/recount-reports';
import type { ReportSnapshot, ReportStore } from './report-store';

/** The year after is counted so long after the last change, in milliseconds. */
const PAUSE = 1000;

export interface CountKeeper {
  /** A report was opened: the list shows of it what the window does. */
  opened(snapshot: ReportSnapshot): void;
  /** The report at this place has changed, come or gone: the year after is counted anew, once for many changes. */
  changed(place: Place): void;
}

interface CountKeeperOptions {
  readonly repository: ReportRepository;
  readonly store: ReportStore;
  readonly mayEdit: () => boolean;
  /** Shows counts in the list. */
  readonly show: (id: string, summary: ReportSummary) => void;
}

/** A keeper of the counts of one window. */
export function createCountKeeper({ repository, store, mayEdit, show }: CountKeeperOptions): CountKeeper {
  let waiting = new Map<string, Place>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Counts that cannot be stored just then have their message with the data, and are made again with the next opening.
  const keep = (counting: Promise<ReadonlyMap<string, ReportSummary>>): void => {
    counting.then(
      (counted) => counted.forEach((summary, id) => show(id, summary)),
      () => undefined,
    );
  };

  const countWaiting = (): void => {
    const places = [...waiting.values()];
    waiting = new Map();
    if (mayEdit()) keep(recountReports(repository, places, store.getSwing()));
  };

  const changed = (place: Place): void => {
    const after = yearAfter(place);
    waiting.set(JSON.stringify(after), after);
    clearTimeout(timer);
    timer = setTimeout(countWaiting, PAUSE);
  };

  return {
    changed,
    opened(snapshot) {
      if (snapshot.isExample || !mayEdit()) return;
      const { id } = snapshot;
      const summaries = new Map([[id, summaryOf(snapshot)]]);
      keep(repository.saveSummaries(summaries).then(() => summaries));
      // It may have changed just before the window was closed.
      changed(snapshot.report);
    },
  };
}
