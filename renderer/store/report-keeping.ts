// What can be done with the kept years besides typing into one: revisions, 定稿, another year, deletion and its undo,
// backup and import. It ties the open report to the repository and draws nothing.

import { carriedInEdits, continueInNextYear } from '../../shared/engine/start-next-year';
import { editsBetween } from '../../shared/report/edits-between';
import type { Report } from '../../shared/report/report';
import type { Revision } from '../database/revision-repository';
import type { MergeCounts } from '../database/exchanged-report';
import { StorageError } from '../database/storage-error';
import type { Exchange, ImportChoice, PreviewLine } from '../workers/exchange';
import { summaryOf } from '../../shared/engine/summarise-evaluation';
import type { ReportSnapshot } from './report-store';
import { recountReports, yearAfter } from '../workers/recount-reports';
import type { OpenOutcome, Workspace } from './workspace';

/** Why a report cannot be finalised yet; `errors` first. */
export type FinaliseObstacle = 'errors' | 'unsaved' | 'notOpen';

/** A file that has been previewed, with what is to be done with each of its reports. */
export interface ChosenImport {
  readonly exchange: Exchange;
  readonly previews: readonly PreviewLine[];
  readonly choices: readonly ImportChoice[];
}

/** All methods reject with a StorageError when the database refuses. */
export interface ReportKeeping {
  /** The kept states of the open report, newest first. */
  listRevisions(): Promise<readonly Revision[]>;
  /** Keeps the open report's state under a name. */
  keepRevision(name: string): Promise<void>;
  /** Puts another state of the open report in place, as one edit that can be undone. */
  restore(report: Report): void;
  /** 定稿 of the open report; it is locked afterwards. Whoever asks has had blanks and warnings confirmed. */
  finalise(): Promise<'finalised' | FinaliseObstacle>;
  /** Opens the finalised report again. */
  reopen(): Promise<void>;
  /** Begins the year after the open report with its wording and its cases carried forward, and opens it. */
  continueInNextYear(): Promise<OpenOutcome>;
  /**
   * Puts what last year's report carries forward into the open one, as one edit that can be undone: for a last year
   * that was stored or changed after this one was begun.
   */
  carryIn(): 'carried' | 'nothing' | 'noLastYear';
  /** Takes a deletion back, unless another report stands in the place by now or it is in the bin no more. */
  undoDeletion(id: string): Promise<'restored' | 'exists' | 'gone'>;
  /** Removes deleted reports for good, with all that was kept of them. */
  removeForGood(ids: readonly string[]): Promise<void>;
  /**
   * Stores chosen reports of a backup or another computer, all of them or, when it rejects, none; what they replace is
   * kept as a revision. `onProgress` hears now and then how many are done.
   */
  merge(chosen: ChosenImport, onProgress: (done: number) => void): Promise<MergeCounts>;
}

/** The operations over a workspace. */
export function createReportKeeping(workspace: Workspace): ReportKeeping {
  const { store, autosave, repository, now } = workspace;
  const { revisions } = repository;

  const openSnapshot = (): ReportSnapshot => {
    const snapshot = store.getSnapshot();
    if (!snapshot) throw new Error('no report is open');
    return snapshot;
  };

  const openAgain = async (id: string): Promise<void> => {
    await workspace.refresh();
    await workspace.openReport(id);
  };

  return {
    listRevisions: () => revisions.list(openSnapshot().id),
    async keepRevision(name) {
      await autosave.flush();
      const { id, report } = openSnapshot();
      await revisions.keep(id, report, name, now());
    },
    restore(report) {
      store.dispatch(editsBetween(openSnapshot().report, report), '恢复历史版本');
    },
    async finalise() {
      if (!store.getSnapshot()) return 'notOpen';
      if ((await autosave.flush()).kind === 'unsaved') return 'unsaved';
      const { id, report, evaluation } = openSnapshot();
      if (evaluation.counts.errors > 0) return 'errors';
      await revisions.finalise(id, report, summaryOf({ evaluation }), now());
      await openAgain(id);
      return 'finalised';
    },
    async reopen() {
      const { id } = openSnapshot();
      await revisions.reopen(id, now());
      await openAgain(id);
    },
    async continueInNextYear() {
      const next = continueInNextYear(openSnapshot().report);
      if (!next) return { outcome: 'failed', reason: 'noForm' };
      return workspace.addReport(next, { isExample: false });
    },
    carryIn() {
      const { report, evaluation, history } = openSnapshot();
      if (!evaluation.previous) return 'noLastYear';
      store.dispatch(carriedInEdits(report.form, evaluation.previous), '带入上年结转');
      return openSnapshot().history === history ? 'nothing' : 'carried';
    },
    async undoDeletion(id) {
      const outcome = await repository.bin.restore(id);
      const loaded = await repository.loadReport(id);
      if (loaded && 'report' in loaded) {
        const place = loaded.report;
        await recountReports(repository, [place, yearAfter(place)], store.getSwing());
      }
      await workspace.refresh();
      if (!outcome) return 'gone';
      return 'restored' in outcome ? 'restored' : 'exists';
    },
    async removeForGood(ids) {
      await repository.bin.remove(ids);
      await workspace.refresh();
    },
    async merge({ exchange, previews, choices }, onProgress) {
      if (workspace.getState().isFollowing) throw new StorageError('elsewhere', 'another window is editing');
      await autosave.flush();
      const merged = previews.filter((_, index) => choices[index] !== 'skip');
      try {
        const counts = await exchange.merge(choices, now(), onProgress);
        const places = merged.map(({ organisation, scope, year }) => ({ organisation, scope, year }));
        // All has arrived: counts that cannot be stored now are made again when a report is opened.
        await exchange.recount(places, store.getSwing()).catch(() => undefined);
        return counts;
      } finally {
        repository.forgetKnown();
        await reloadOpen(workspace, merged);
      }
    },
  };
}

/** The open report, or its last year, may have been replaced: what is shown is what is kept. */
async function reloadOpen(workspace: Workspace, merged: readonly PreviewLine[]): Promise<void> {
  await workspace.refresh();
  const snapshot = workspace.store.getSnapshot();
  if (!snapshot || snapshot.isExample) return;
  const { organisation, scope, year } = snapshot.report;
  const isTouched = merged.some(
    (line) => line.organisation === organisation && line.scope === scope && line.year >= year - 1,
  );
  if (isTouched) await workspace.openReport(snapshot.id);
}
