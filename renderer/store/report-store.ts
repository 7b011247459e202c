// The single live report: every change enters here, is applied, recorded for undo, evaluated and announced.
// It knows no grid, no database and no files; whoever saves listens to it.

import { evaluateReport, type Evaluation } from '../../shared/engine/evaluate-report';
import { DEFAULT_SWING, type SwingThresholds } from '../../shared/engine/large-swing';
import type { CellAddress } from '../../shared/forms/cell-address';
import type { CellValue } from '../../shared/report/cell-value';
import { applyEdits, type Edit } from '../../shared/report/edits';
import type { Report } from '../../shared/report/report';
import {
  EMPTY_HISTORY,
  recordStep,
  redoStep,
  undoStep,
  type UndoHistory,
} from '../../shared/report/undo-history';

export interface PendingValue {
  readonly address: CellAddress;
  readonly value: CellValue;
}

/** What the window shows; a new object on every change, and never changed itself. */
export interface ReportSnapshot {
  /** The stored report's id; it changes only when another report is opened. */
  readonly id: string;
  /** As committed: what is saved and exported. */
  readonly report: Report;
  /** Of the report with the pending value in its place: what the window shows while a cell is being typed. */
  readonly evaluation: Evaluation;
  readonly pending: PendingValue | null;
  readonly history: UndoHistory;
  readonly isExample: boolean;
  /** Shown but not editable: a finalised report, or one that another window is editing. */
  readonly isReadOnly: boolean;
  /** 已定稿 since, in milliseconds since 1970; null while it is open. */
  readonly finalisedAt: number | null;
}

/** What changed, for whoever saves: a report was opened or closed, a value was committed, only a pending value moved. */
export type StoreChange = 'opened' | 'committed' | 'pending';

export interface DispatchOptions {
  /** Steps of the same key that follow each other are undone together: one run of typing in a text. */
  readonly mergeKey?: string;
}

export interface OpenedReport {
  readonly id: string;
  readonly report: Report;
  readonly previous?: Report | undefined;
  readonly history?: UndoHistory | undefined;
  readonly isExample?: boolean;
  readonly isReadOnly?: boolean;
  readonly finalisedAt?: number | null;
}

export interface ReportStore {
  /** The open report, or null when none is. The same object until something changes. */
  getSnapshot(): ReportSnapshot | null;
  /** Calls the listener after every change; the answer ends the subscription. */
  subscribe(listener: (change: StoreChange) => void): () => void;
  open(opened: OpenedReport): void;
  close(): void;
  /** The only way a report changes. One call is one undo step under this Chinese label; without effect it is none. */
  dispatch(edits: readonly Edit[], label: string, options?: DispatchOptions): void;
  /** While an editor is open: evaluate as if this value stood there, without recording it; null ends it. */
  setPending(pending: PendingValue | null): void;
  /** Records the value that stands in the open editor, as leaving the editor would; nothing where there is none. */
  commitPending(): void;
  /** The open report has been stored under this id; nothing else about it changes. */
  adoptId(id: string): void;
  /** Last year's report became known, changed or vanished. */
  setPrevious(previous: Report | undefined): void;
  /** How large a change since last year has to be to want a look. */
  getSwing(): SwingThresholds;
  setSwing(thresholds: SwingThresholds): void;
  /** Takes the newest step back and names it; undefined when there is nothing to undo. */
  undo(): string | undefined;
  redo(): string | undefined;
}

/** A store without an open report. */
export function createReportStore(): ReportStore {
  let snapshot: ReportSnapshot | null = null;
  let swing = DEFAULT_SWING;
  const listeners = new Set<(change: StoreChange) => void>();

  const show = (next: ReportSnapshot | null, change: StoreChange): void => {
    snapshot = next;
    for (const listener of [...listeners]) listener(change);
  };

  const commit = (edits: readonly Edit[], recordInto: (inverse: readonly Edit[]) => UndoHistory): void => {
    if (!snapshot || snapshot.isReadOnly) return;
    const { report, inverse } = applyEdits(snapshot.report, edits);
    const history = recordInto(inverse);
    if (inverse.length === 0 && history === snapshot.history && !snapshot.pending) return;
    const evaluation = evaluateReport(report, snapshot.evaluation.previous, swing);
    show({ ...snapshot, report, evaluation, history, pending: null }, 'committed');
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open({ id, report, previous, history = EMPTY_HISTORY, isExample = false, ...lock }) {
      const evaluation = evaluateReport(report, previous, swing);
      const finalisedAt = lock.finalisedAt ?? null;
      const isReadOnly = (lock.isReadOnly ?? false) || finalisedAt !== null;
      show({ id, report, evaluation, pending: null, history, isExample, isReadOnly, finalisedAt }, 'opened');
    },
    close() {
      show(null, 'opened');
    },
    dispatch(edits, label, options = {}) {
      commit(edits, (inverse) =>
        recordStep(snapshot!.history, { label, forward: edits, inverse, ...options }),
      );
    },
    setPending(pending) {
      if (!snapshot || snapshot.isReadOnly || (pending === null && snapshot.pending === null)) return;
      if (pending?.address === snapshot.pending?.address && pending?.value === snapshot.pending?.value)
        return;
      const { report } = pending
        ? applyEdits(snapshot.report, [{ kind: 'value', ...pending }])
        : { report: snapshot.report };
      const evaluation = evaluateReport(report, snapshot.evaluation.previous, swing);
      show({ ...snapshot, evaluation, pending }, 'pending');
    },
    commitPending() {
      if (snapshot?.pending) this.dispatch([{ kind: 'value', ...snapshot.pending }], '输入');
    },
    setPrevious(previous) {
      if (!snapshot || snapshot.evaluation.previous === previous) return;
      const evaluation = evaluateReport(snapshot.evaluation.report, previous, swing);
      show({ ...snapshot, evaluation }, 'pending');
    },
    adoptId(id) {
      if (snapshot) show({ ...snapshot, id }, 'pending');
    },
    getSwing: () => swing,
    setSwing(thresholds) {
      swing = thresholds;
      if (!snapshot) return;
      const { report, previous } = snapshot.evaluation;
      show({ ...snapshot, evaluation: evaluateReport(report, previous, swing) }, 'pending');
    },
    undo() {
      const taken = snapshot && undoStep(snapshot.history);
      if (!taken) return undefined;
      commit(taken.edits, () => taken.history);
      return taken.history.undone.at(-1)?.label;
    },
    redo() {
      const taken = snapshot && redoStep(snapshot.history);
      if (!taken) return undefined;
      commit(taken.edits, () => taken.history);
      return taken.history.done.at(-1)?.label;
    },
  };
}
