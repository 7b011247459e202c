// Keeps the live report on disk: figures at once, text within a second, failures visible until they are over.
// It decides when to write; how is the business of whoever hands in `persist`.

import { summaryOf } from '../../shared/engine/summarise-evaluation';
import type { UndoHistory } from '../../shared/report/undo-history';
import { toStorageError, type StorageFailure } from '../database/storage-error';
import type { ReportSummary } from '../database/report-repository';
import type { ReportSnapshot, ReportStore } from './report-store';

export type SaveState =
  | { readonly kind: 'idle' }
  /** Something committed is not on disk yet. */
  | { readonly kind: 'saving' }
  /** Everything committed is on disk since `at`, milliseconds since 1970. */
  | { readonly kind: 'saved'; readonly at: number }
  /** What is shown is not on disk; typing goes on in memory and writing is tried again. */
  | { readonly kind: 'unsaved'; readonly failure: StorageFailure };

export interface Autosave {
  getState(): SaveState;
  subscribe(listener: () => void): () => void;
  /** Writes what is pending now; the answer says whether everything is on disk. */
  flush(): Promise<SaveState>;
  /** A report was opened that is on disk as it is, or, with a failure, one that could not be stored at all. */
  begin(state: SaveState): void;
  stop(): void;
}

interface AutosaveOptions {
  readonly store: ReportStore;
  /** Writes a report; the answer is the id it is kept under. Rejects with a StorageError. */
  readonly persist: (
    snapshot: ReportSnapshot,
    history: UndoHistory | undefined,
    at: number,
  ) => Promise<string>;
  readonly now: () => number;
  readonly onSaved: (id: string, summary: ReportSummary, at: number) => void;
}

/** Text waits this long after the first unsaved key, in milliseconds. */
const TEXT_DELAY = 600;
/** A failed write is tried again after this long, in milliseconds. */
const RETRY_DELAY = 3000;

/** Starts saving the store's commits. */
export function createAutosave({ store, persist, now, onSaved }: AutosaveOptions): Autosave {
  let state: SaveState = { kind: 'idle' };
  let written: ReportSnapshot | null = store.getSnapshot();
  let writing: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const enter = (next: SaveState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const isDirty = (): boolean => {
    const snapshot = store.getSnapshot();
    return snapshot !== null && (snapshot.report !== written?.report || snapshot.id !== written.id);
  };

  const write = async (snapshot: ReportSnapshot): Promise<void> => {
    const history: UndoHistory | undefined =
      snapshot.history === written?.history ? undefined : snapshot.history;
    const at = now();
    const id = await persist(snapshot, history, at);
    if (id !== snapshot.id) store.adoptId(id);
    written = { ...snapshot, id };
    onSaved(id, summaryOf(snapshot), at);
  };

  const drain = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    try {
      while (isDirty()) {
        await write(store.getSnapshot()!);
      }
      enter({ kind: 'saved', at: now() });
    } catch (error) {
      enter({ kind: 'unsaved', failure: toStorageError(error).reason });
      schedule(RETRY_DELAY);
    }
  };

  const start = (): Promise<void> => {
    writing ??= drain().finally(() => (writing = null));
    return writing;
  };

  const schedule = (delay: number): void => {
    timer ??= setTimeout(() => void start(), delay);
  };

  const unsubscribe = store.subscribe((change) => {
    if (change !== 'committed' || !isDirty()) return;
    const { report } = store.getSnapshot()!;
    const isTextOnly =
      written?.report.values === report.values && written.report.declared === report.declared;
    if (state.kind !== 'unsaved') enter({ kind: 'saving' });
    if (isTextOnly && state.kind !== 'unsaved') schedule(TEXT_DELAY);
    else void start();
  });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async flush() {
      // A write under way may have begun before the last commit: the second pass takes that along.
      while (isDirty()) {
        await start();
        if (state.kind === 'unsaved') break;
      }
      return state;
    },
    begin(next) {
      clearTimeout(timer);
      timer = undefined;
      written = next.kind === 'unsaved' ? null : store.getSnapshot();
      enter(next);
      if (next.kind === 'unsaved') schedule(RETRY_DELAY);
    },
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
