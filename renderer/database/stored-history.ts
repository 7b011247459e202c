// Keeps the undo steps of a report one record a step, so that a commit writes one small record however long the
// history is. Only what changed since the last save is written.

import type { CompiledForm } from '../../shared/forms/compile-form';
import { restoreUndoStep } from '../../shared/report/restore-history';
import { EMPTY_HISTORY, type UndoHistory, type UndoStep } from '../../shared/report/undo-history';
import type { ReportDatabase } from './database';
import { sealed, unseal, type HistoryExtent, type StoredStep } from './stored-records';

/** What lies in the database of one report's history, as far as this window knows. */
export interface SavedHistory {
  readonly extent: HistoryExtent;
  readonly steps: readonly UndoStep[];
}

export const NOTHING_SAVED: SavedHistory = { extent: { first: 0, count: 0, done: 0 }, steps: [] };

/** What a save has to write so that the database holds a history. */
export interface HistoryChange {
  readonly saved: SavedHistory;
  readonly put: readonly { readonly position: number; readonly step: UndoStep }[];
  /** Positions that no longer belong to the history: from `first` up to, not including, `end`. */
  readonly drop: readonly { readonly first: number; readonly end: number }[];
}

/**
 * Compares a history with what is saved. Steps are told apart by identity: a step never changes once recorded.
 * Oldest steps that fell away and undone steps that can no longer be redone are dropped.
 */
export function changeOf(saved: SavedHistory, history: UndoHistory): HistoryChange {
  const steps = [...history.done, ...[...history.undone].reverse()];
  const fallen = steps.length === 0 ? saved.steps.length : Math.max(0, saved.steps.indexOf(steps[0]!));
  const first = saved.extent.first + fallen;
  const put: { position: number; step: UndoStep }[] = [];
  steps.forEach((step, index) => {
    if (saved.steps[fallen + index] !== step) put.push({ position: first + index, step });
  });
  const end = first + steps.length;
  const savedEnd = saved.extent.first + saved.extent.count;
  const drop = [
    { first: saved.extent.first, end: first },
    { first: end, end: savedEnd },
  ].filter((range) => range.first < range.end);
  return {
    saved: { extent: { first, count: steps.length, done: history.done.length }, steps },
    put,
    drop,
  };
}

/** The records of the steps that a change adds. */
export function sealedSteps(reportId: string, { put }: HistoryChange): readonly StoredStep[] {
  return put.map(({ position, step }) => ({ reportId, position, ...sealed(JSON.stringify(step)) }));
}

/** The keys of the steps of a report from `first` up to, not including, `end`. */
export function rangeOf(
  reportId: string,
  range: { readonly first: number; readonly end: number },
): IDBKeyRange {
  return IDBKeyRange.bound([reportId, range.first], [reportId, range.end], false, true);
}

/** The steps of one report in order, damaged or not. */
export function readSteps(
  database: ReportDatabase,
  reportId: string,
  extent: HistoryExtent,
): Promise<StoredStep[]> {
  return database.history
    .where('[reportId+position]')
    .between([reportId, extent.first], [reportId, extent.first + extent.count], true, false)
    .toArray();
}

/**
 * The history that the records hold, or undefined when one of them is missing, damaged or does not fit the form:
 * a report without undo is whole, an undo with a hole in it is not.
 */
export function restoreHistory(
  form: CompiledForm,
  extent: HistoryExtent,
  records: readonly StoredStep[],
): { readonly history: UndoHistory; readonly saved: SavedHistory } | undefined {
  if (records.length !== extent.count) return undefined;
  const steps: UndoStep[] = [];
  for (const [index, record] of records.entries()) {
    const content = unseal(record);
    const step = content && restoreUndoStep(form, content.json);
    if (!step || record.position !== extent.first + index) return undefined;
    steps.push(step);
  }
  if (extent.count === 0) return { history: EMPTY_HISTORY, saved: { extent, steps } };
  const history = { done: steps.slice(0, extent.done), undone: steps.slice(extent.done).reverse() };
  return { history, saved: { extent, steps } };
}
