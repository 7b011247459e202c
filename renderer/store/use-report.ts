// How React components read the live report.

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReportSnapshot, ReportStore } from './report-store';

export const ReportStoreContext = createContext<ReportStore | null>(null);

/** The store of the live report. Throws outside of the application's provider: a fault of the program. */
export function useReportStore(): ReportStore {
  const store = useContext(ReportStoreContext);
  if (!store) throw new Error('no report store is provided');
  return store;
}

/** What the window shows of the open report, anew after every change; null when none is open. */
export function useReportSnapshot(): ReportSnapshot | null {
  const store = useReportStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
