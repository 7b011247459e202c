// Leaves the open report for another one without losing what is entered while the other is being read.
// It shows nothing and opens nothing.

import type { Autosave } from './autosave';
import type { ReportStore } from './report-store';

/**
 * True when nothing would be lost if the open report went now: none is open, or all of it is on disk, with the figure
 * that stands in an open editor.
 */
export async function leaveReport(store: ReportStore, autosave: Autosave): Promise<boolean> {
  if (!store.getSnapshot()) return true;
  store.commitPending();
  return (await autosave.flush()).kind !== 'unsaved';
}

/**
 * Reads what is to be shown next. Whatever is entered into the open report meanwhile is written before it goes, and
 * the other is read anew; `unsaved` when it cannot be written. Rejects as `read` does.
 */
export async function leaveFor<Read>(
  store: ReportStore,
  autosave: Autosave,
  read: () => Promise<Read>,
): Promise<Read | 'unsaved'> {
  for (;;) {
    if (!(await leaveReport(store, autosave))) return 'unsaved';
    const left = store.getSnapshot()?.report;
    const result = await read();
    if (store.getSnapshot()?.report === left && !store.getSnapshot()?.pending) return result;
  }
}
