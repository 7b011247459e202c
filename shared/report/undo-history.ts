// What can be undone and redone: a list of steps, each a group of edits with its inverse. It applies nothing itself.

import type { Edit } from './edits';

export interface UndoStep {
  /** What the clerk did, for the menu: “输入”, “粘贴”, “补零”. */
  readonly label: string;
  readonly forward: readonly Edit[];
  readonly inverse: readonly Edit[];
  /** Steps with the same key that follow each other become one: typing on in one text is one step. */
  readonly mergeKey?: string;
}

export interface UndoHistory {
  readonly done: readonly UndoStep[];
  readonly undone: readonly UndoStep[];
}

/** How many steps are kept; the oldest fall away. */
export const UNDO_LIMIT = 1000;

export const EMPTY_HISTORY: UndoHistory = { done: [], undone: [] };

/** Adds a step; what had been undone can no longer be redone. A step without effect changes nothing. */
export function recordStep(history: UndoHistory, step: UndoStep): UndoHistory {
  if (step.inverse.length === 0) return history;
  const last = history.done.at(-1);
  if (last && step.mergeKey !== undefined && last.mergeKey === step.mergeKey && history.undone.length === 0) {
    const merged: UndoStep = {
      ...step,
      forward: [...last.forward, ...step.forward],
      inverse: [...step.inverse, ...last.inverse],
    };
    return { done: [...history.done.slice(0, -1), compacted(merged)], undone: [] };
  }
  return { done: [...history.done, step].slice(-UNDO_LIMIT), undone: [] };
}

/** Takes the newest step back: the edits to apply and the history after it; undefined when there is nothing to undo. */
export function undoStep(history: UndoHistory): { edits: readonly Edit[]; history: UndoHistory } | undefined {
  const step = history.done.at(-1);
  if (!step) return undefined;
  return {
    edits: step.inverse,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
  };
}

/** Applies the newest undone step again; undefined when there is nothing to redo. */
export function redoStep(history: UndoHistory): { edits: readonly Edit[]; history: UndoHistory } | undefined {
  const step = history.undone.at(-1);
  if (!step) return undefined;
  return {
    edits: step.forward,
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
  };
}

/** Text typed letter by letter needs only its first and its last state. */
function compacted(step: UndoStep): UndoStep {
  const onlyText = [...step.forward, ...step.inverse].every((edit) => edit.kind === 'narrative');
  if (!onlyText) return step;
  return { ...step, forward: step.forward.slice(-1), inverse: step.inverse.slice(-1) };
}
