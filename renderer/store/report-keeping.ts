// What can be done with the kept years besides typing into one: revisions, 定稿, another year, deletion and its undo,
// backup and import. It ties the open report to the repository and draws nothing.

import { evaluateReport } from '../../shared/engine/evaluate-report';
import { carriedInEdits, continueInNextYear } from '../../shared/engine/start-next-year';
import { editsBetween } from '../../shared/report/edits-between';
import type { Report } from '../../shared/report/report';
import type { Revision } from '../database/revision-repository';
import type { ExchangedReport, ImportPreview, MergeChoice } from '../database/report-exchange';
import { summaryOf } from './autosave';
import type { ReportSnapshot } from './report-store';
import type { OpenOutcome, Workspace } from './workspace';

/** Why a report cannot be finalised yet; `errors` first. */
export type FinaliseObstacle = 'errors' | 'unsaved' | 'notOpen';

export interface MergeCounts {
  readonly taken: number;
  readonly kept: number;
  readonly added: number;
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
  /** Takes a deletion back; false when another report stands in the place by now. */
  undoDeletion(id: string): Promise<boolean>;
  /** Stores chosen reports of a backup or another computer; what they replace is kept as a revision. */
  merge(
    chosen: readonly { readonly preview: ImportPreview; readonly choice: MergeChoice }[],
  ): Promise<MergeCounts>;
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
      await workspace.refresh();
      return outcome !== undefined && 'restored' in outcome;
    },
    async merge(chosen) {
      await autosave.flush();
      const counts = { taken: 0, kept: 0, added: 0 };
      for (const { preview, choice } of chosen) {
        const { report } = preview.incoming;
        const summary = summaryOf({ evaluation: evaluateReport(report) });
        if (preview.outcome === 'damaged' && choice === 'take') {
          // The damaged record goes into the bin as it is: somebody may still get something out of it.
          const id = await repository.findReport(report.organisation, report.scope, report.year);
          if (id !== undefined) await repository.deleteReport(id, now());
        }
        await repository.exchange.merge(preview.incoming, choice, summary, now());
        counts[preview.outcome === 'new' ? 'added' : choice === 'take' ? 'taken' : 'kept'] += 1;
      }
      await reloadOpen(workspace, chosen);
      return counts;
    },
  };
}

/** The open report may have been replaced: what is shown is what is kept. */
async function reloadOpen(
  workspace: Workspace,
  chosen: readonly { readonly preview: { readonly incoming: ExchangedReport } }[],
): Promise<void> {
  await workspace.refresh();
  const snapshot = workspace.store.getSnapshot();
  if (!snapshot || snapshot.isExample) return;
  const { organisation, scope, year } = snapshot.report;
  const isTouched = chosen.some(({ preview: { incoming } }) => {
    const { report } = incoming;
    return report.organisation === organisation && report.scope === scope && report.year >= year - 1;
  });
  if (isTouched) await workspace.openReport(snapshot.id);
}
