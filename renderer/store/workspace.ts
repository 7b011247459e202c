// What is kept and what is open: the list of reports, the one on the screen, its section and its save state.
// It ties repository, live report and autosave together and draws nothing.

import { formForYear } from '../../shared/forms/form-registry';
import type { Report } from '../../shared/report/report';
import type { SwingThresholds } from '../../shared/engine/large-swing';
import { startYear } from '../../shared/engine/start-next-year';
import type {
  DamagedReport,
  ListedReport,
  Place,
  ReportEntry,
  ReportRepository,
} from '../database/report-repository';
import type { EditLock } from '../database/edit-lock';
import type { ChangeChannel } from '../database/shared-repository';
import { StorageError, toStorageError, type StorageFailure } from '../database/storage-error';
import { summaryOf } from '../../shared/engine/summarise-evaluation';
import { createExchange, type Exchange } from '../workers/exchange';
import { createAutosave, type Autosave } from './autosave';
import { createCountKeeper } from './keep-counts';
import { noteLastOpened, readLastOpened } from './last-opened';
import { leaveFor, leaveReport } from './leave-report';
import { evaluateReport } from '../../shared/engine/evaluate-report';
import type { UndoHistory } from '../../shared/report/undo-history';
import type { ReportSnapshot, ReportStore } from './report-store';
import { keepSwing, readSwing } from './swing-setting';

export interface WorkspaceState {
  /** opening: the list is being read · ready. */
  readonly phase: 'opening' | 'ready';
  readonly entries: readonly ReportEntry[];
  /** The key of the section on the screen. */
  readonly section: string;
  /** The database could not be opened: what is typed stays in memory. */
  readonly storageFailure: StorageFailure | undefined;
  /** Another window of the same data is editing; this one shows what that one saves. */
  readonly isFollowing: boolean;
}

/** opened: it is on the screen · exists: another report of this unit, scope and year is kept already. */
export type OpenOutcome =
  | { readonly outcome: 'opened' }
  | { readonly outcome: 'exists'; readonly id: string }
  | { readonly outcome: 'failed'; readonly reason: StorageFailure | 'noForm' | 'unsaved' }
  | { readonly outcome: 'damaged'; readonly damaged: DamagedReport };

export interface Workspace {
  readonly store: ReportStore;
  readonly autosave: Autosave;
  getState(): WorkspaceState;
  subscribe(listener: () => void): () => void;
  /**
   * Opens the report that was open last and reads the list. `show` is called as soon as there is something to draw,
   * and again at the end; the list is read once it has resolved.
   */
  start(show?: () => void | Promise<void>): Promise<void>;
  showSection(section: string): void;
  openReport(id: string): Promise<OpenOutcome>;
  readonly repository: ReportRepository;
  readonly now: () => number;
  /** Backup and import, apart from what the window does. Close it after use. */
  readonly openExchange: () => Exchange;
  /** Remembers how large a change since last year has to be to want a look. Rejects with a StorageError. */
  setSwing(thresholds: SwingThresholds): Promise<void>;
  /** Reads the list and the last year of the open report anew. Rejects with a StorageError. */
  refresh(): Promise<void>;
  /** Stores a new report with nothing but what a kept last year carries into it, and opens it. */
  createReport(identity: Place): Promise<OpenOutcome>;
  /** Stores a report that came from a file or an example and opens it; an existing one is never overwritten. */
  addReport(report: Report, options: { readonly isExample: boolean }): Promise<OpenOutcome>;
  /** Moves a report into the bin; an example is removed for good. Rejects with a StorageError. */
  deleteReport(id: string): Promise<void>;
}

interface WorkspaceOptions {
  readonly store: ReportStore;
  readonly repository: ReportRepository;
  readonly now: () => number;
  /** Without it, backup and import are done on this thread, over the same repository. */
  readonly openExchange?: (() => Exchange) | undefined;
  /** Set when the database could not be opened and the repository refuses everything. */
  readonly storageFailure?: StorageFailure | undefined;
  /** How this window shares its data with others; without it, it has them to itself. */
  readonly sharing?: { readonly lock: EditLock; readonly channel: ChangeChannel } | undefined;
}

/** The id of a report that the database refused; storing it is tried again with every save. */
const NOT_STORED = 'not-stored';

/** A workspace over a repository; call `start` once. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { store, repository, now, storageFailure, sharing } = options;
  const openExchange = options.openExchange ?? (() => createExchange(() => Promise.resolve(repository)));
  const mayEdit = (): boolean => sharing?.lock.isHeld() ?? true;
  let state: WorkspaceState = {
    phase: 'opening',
    entries: [],
    section: '',
    storageFailure,
    isFollowing: !mayEdit(),
  };
  const listeners = new Set<() => void>();

  const update = (change: Partial<WorkspaceState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  const loadPrevious = async ({ organisation, scope, year }: Place): Promise<Report | undefined> => {
    const [kept] = await repository.readReports([{ organisation, scope, year: year - 1 }]);
    return kept?.report;
  };

  const refresh = async (): Promise<void> => {
    update({ entries: await repository.listReports() });
    // The last year of the open report may have come or gone with what is new in the list.
    const open = store.getSnapshot();
    if (!open || open.isExample) return;
    const previous = await loadPrevious(open.report);
    if (store.getSnapshot()?.id === open.id) store.setPrevious(previous);
  };

  // A report that is stored is stored, even when the list cannot be read just then: the next reading shows it.
  const listCreated = (): Promise<void> => refresh().catch(() => undefined);

  const list = (id: string, change: Partial<ListedReport>): void => {
    const entry = state.entries.find((one) => one.id === id);
    if (!entry || !isListed(entry)) return;
    const next = { ...entry, ...change };
    // Whoever watches the list hears of what has changed only.
    if (JSON.stringify(next) === JSON.stringify(entry)) return;
    update({ entries: state.entries.map((one) => (one === entry ? next : one)) });
  };
  const counts = createCountKeeper({ repository, store, mayEdit, show: list });

  const changed = (id: string): void => {
    const entry = state.entries.find((one) => one.id === id);
    if (entry && isListed(entry) && !entry.isExample) counts.changed(entry);
  };

  const persist = async (
    snapshot: ReportSnapshot,
    history: UndoHistory | undefined,
    at: number,
  ): Promise<string> => {
    const { id, report, isExample } = snapshot;
    const summary = summaryOf(snapshot);
    if (id !== NOT_STORED) {
      await repository.saveReport(id, report, summary, history, at);
      return id;
    }
    const created = await repository.createReport(report, { isExample, now: at, summary });
    if ('exists' in created)
      throw new StorageError('unknown', 'another report of this unit, scope and year is kept');
    await listCreated();
    return created.id;
  };

  const autosave = createAutosave({
    store,
    persist,
    now,
    onSaved: (id, summary, updatedAt) => {
      list(id, { ...summary, updatedAt });
      changed(id);
    },
  });

  const remember = (section: string): void => {
    const id = store.getSnapshot()?.id;
    if (id) noteLastOpened(repository, { id, section });
  };

  const readWithPrevious = async (id: string) => {
    const loaded = await repository.loadReport(id);
    const isOwn = loaded && 'report' in loaded && !loaded.isExample;
    return { loaded, previous: isOwn ? await loadPrevious(loaded.report) : undefined };
  };

  const openReport = async (id: string, section?: string): Promise<OpenOutcome> => {
    try {
      const read = await leaveFor(store, autosave, () => readWithPrevious(id));
      if (read === 'unsaved') return { outcome: 'failed', reason: 'unsaved' };
      const { loaded, previous } = read;
      if (!loaded) return { outcome: 'failed', reason: 'missing' };
      if (!('report' in loaded)) {
        // The list had no reason to look into it: from now on it is shown as what it is.
        update({ entries: state.entries.map((entry) => (entry.id === id ? loaded : entry)) });
        return { outcome: 'damaged', damaged: loaded };
      }
      const { report, history, isExample, finalisedAt, updatedAt } = loaded;
      store.open({ id, report, previous, history, isExample, finalisedAt, isReadOnly: !mayEdit() });
      autosave.begin({ kind: 'saved', at: updatedAt });
      showSection(knownSection(report, section ?? state.section));
      counts.opened(store.getSnapshot()!);
      return { outcome: 'opened' };
    } catch (error) {
      return { outcome: 'failed', reason: toStorageError(error).reason };
    }
  };

  const showSection = (section: string): void => {
    update({ section });
    remember(section);
  };

  const addReport = async (report: Report, { isExample }: { isExample: boolean }): Promise<OpenOutcome> => {
    if (!(await leaveReport(store, autosave))) return { outcome: 'failed', reason: 'unsaved' };
    const summary = summaryOf({ evaluation: evaluateReport(report) });
    try {
      const created = await repository.createReport(report, { isExample, now: now(), summary });
      if ('exists' in created) return { outcome: 'exists', id: created.exists };
      await listCreated();
      return await openReport(created.id);
    } catch (error) {
      if (!(await leaveReport(store, autosave))) return { outcome: 'failed', reason: 'unsaved' };
      // Typing goes on in memory: the save state says so until storing succeeds.
      const { reason } = toStorageError(error);
      store.open({ id: NOT_STORED, report, isExample });
      autosave.begin({ kind: 'unsaved', failure: reason });
      update({ section: knownSection(report, state.section) });
      return { outcome: 'opened' };
    }
  };

  const showAnew = async (): Promise<void> => {
    try {
      await refresh();
      const id = store.getSnapshot()?.id;
      if (id === undefined || id === NOT_STORED) return;
      if (state.entries.some((entry) => entry.id === id)) await openReport(id);
      else store.close();
    } catch (error) {
      update({ storageFailure: toStorageError(error).reason });
    }
  };
  let shownAnew = Promise.resolve();
  sharing?.channel.onChange(() => {
    if (!mayEdit()) shownAnew = shownAnew.then(showAnew);
  });
  // Only what has been read anew may be edited: until then the window says that it follows.
  sharing?.lock.onTaken(() => {
    shownAnew = shownAnew.then(showAnew).then(() => update({ isFollowing: false }));
  });

  return {
    store,
    autosave,
    repository,
    now,
    openExchange,
    setSwing(thresholds) {
      store.setSwing(thresholds);
      return keepSwing(repository, thresholds);
    },
    refresh,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(show = () => undefined) {
      try {
        if (storageFailure === undefined) {
          const [thresholds, last] = await Promise.all([readSwing(repository), readLastOpened(repository)]);
          store.setSwing(thresholds);
          if (last) await openReport(last.id, last.section);
          // Nobody waits for the list of thousands to see the one report.
          if (store.getSnapshot()) await show();
          const entries = await repository.listReports((listed) => update({ entries: listed }));
          update({ entries });
        }
        update({ phase: 'ready' });
      } catch (error) {
        update({ phase: 'ready', storageFailure: toStorageError(error).reason });
      }
      await show();
    },
    showSection,
    openReport: (id) => openReport(id),
    async createReport(identity) {
      const form = formForYear(identity.year);
      if (!form) return { outcome: 'failed', reason: 'noForm' };
      // A database that cannot be read has its own message: the year then begins empty.
      const previous = await loadPrevious(identity).catch(() => undefined);
      return addReport(startYear(form, identity, previous), { isExample: false });
    },
    addReport,
    async deleteReport(id) {
      await autosave.flush();
      await repository.deleteReport(id, now());
      changed(id);
      if (store.getSnapshot()?.id === id) store.close();
      await refresh();
    },
  };
}

/** A report of the list that can be read. */
export function isListed(entry: ReportEntry): entry is ListedReport {
  return !('damaged' in entry);
}

/** The section if the report's form has it, else the form's first. */
function knownSection(report: Report, section: string): string {
  const { sections } = report.form.definition;
  return sections.some(({ key }) => key === section) ? section : sections[0]!.key;
}
