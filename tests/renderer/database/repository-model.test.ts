// Any sequence of edits, saves, kept states, 定稿, deletions, merges and restarts leaves what a plain model says.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { editsBetween } from '../../../shared/report/edits-between';
import type { Report } from '../../../shared/report/report';
import { envelopeOf } from '../../../shared/report/restore-report';
import {
  EMPTY_HISTORY,
  recordStep,
  redoStep,
  undoStep,
  type UndoHistory,
} from '../../../shared/report/undo-history';
import { arbitraryEdit } from '../../helpers/arbitrary-report';
import { freshName, openFresh, reportOf, SUMMARY } from './stored-reports';

const EMPTY = reportOf('甲局', 2023);

type Action =
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  | { readonly kind: 'undo' | 'redo' | 'restart' | 'keep' | 'deleteAndRestore' | 'finalise' | 'reopen' }
  | { readonly kind: 'restoreRevision'; readonly which: number }
  | { readonly kind: 'merge'; readonly edits: readonly Edit[]; readonly choice: 'take' | 'keep' };

const EDITS = fc.array(arbitraryEdit(EMPTY), { minLength: 1, maxLength: 3 });

const ACTION: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: EDITS.map((edits): Action => ({ kind: 'edit', edits })) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Action>(
      { kind: 'undo' },
      { kind: 'redo' },
      { kind: 'restart' },
      { kind: 'keep' },
      { kind: 'deleteAndRestore' },
      { kind: 'finalise' },
      { kind: 'reopen' },
    ),
  },
  { weight: 1, arbitrary: fc.nat({ max: 5 }).map((which): Action => ({ kind: 'restoreRevision', which })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(EDITS, fc.constantFrom('take' as const, 'keep' as const))
      .map(([edits, choice]): Action => ({ kind: 'merge', edits, choice })),
  },
);

/** The report as the window holds it, with the database beside it. */
class Model {
  report: Report = EMPTY;
  history: UndoHistory = EMPTY_HISTORY;
  now = 1_000_000;
  finalisedAt: number | null = null;
  /** Envelopes of every state kept on purpose: none may ever vanish. */
  readonly kept: string[] = [];

  constructor(
    private repository: ReportRepository,
    private readonly id: string,
    private readonly name: string,
  ) {}

  async run(action: Action): Promise<void> {
    this.now += 20_000;
    // The window lets nobody edit what is finalised.
    const isEdit = ['edit', 'undo', 'redo', 'restoreRevision'].includes(action.kind);
    if (isEdit && this.finalisedAt !== null) return;
    switch (action.kind) {
      case 'edit':
        return this.commit(action.edits);
      case 'undo':
      case 'redo': {
        const taken = action.kind === 'undo' ? undoStep(this.history) : redoStep(this.history);
        if (!taken) return;
        this.report = applyEdits(this.report, taken.edits).report;
        this.history = taken.history;
        return this.save();
      }
      case 'restart':
        this.repository.close();
        this.repository = await openFresh(this.name);
        return this.check();
      case 'keep':
        this.kept.push(JSON.stringify(envelopeOf(this.report)));
        return this.repository.revisions.keep(this.id, this.report, '留存', this.now);
      case 'finalise':
        if (this.finalisedAt !== null) return;
        this.finalisedAt = this.now;
        this.kept.push(JSON.stringify(envelopeOf(this.report)));
        return this.repository.revisions.finalise(this.id, this.report, SUMMARY, this.now);
      case 'reopen':
        if (this.finalisedAt === null) return;
        this.finalisedAt = null;
        return this.repository.revisions.reopen(this.id, this.now);
      case 'deleteAndRestore':
        await this.repository.deleteReport(this.id, this.now);
        expect(await this.repository.loadReport(this.id)).toBeUndefined();
        await this.repository.bin.restore(this.id);
        return this.check();
      case 'restoreRevision': {
        const revision = (await this.repository.revisions.list(this.id))[action.which];
        if (revision && 'report' in revision.content)
          await this.commit(editsBetween(this.report, revision.content.report));
        return;
      }
      case 'merge': {
        const incoming = applyEdits(this.report, action.edits).report;
        if (incoming === this.report) return;
        const arriving = { report: incoming, updatedAt: this.now, finalisedAt: null, revisions: [] };
        await this.repository.exchange.merge(
          [{ incoming: arriving, choice: action.choice, summary: SUMMARY }],
          this.now,
        );
        const isTaken = action.choice === 'take' && this.finalisedAt === null;
        const aside = isTaken ? this.report : incoming;
        this.kept.push(JSON.stringify(envelopeOf(aside)));
        if (isTaken) [this.report, this.history] = [incoming, EMPTY_HISTORY];
      }
    }
  }

  async check(): Promise<void> {
    const loaded = await this.repository.loadReport(this.id);
    if (!loaded || !('report' in loaded)) throw new Error('the report is gone');
    expect(envelopeOf(loaded.report)).toEqual(envelopeOf(this.report));
    expect(loaded).toMatchObject({ isHistoryLost: false, finalisedAt: this.finalisedAt });
    expect(loaded.history).toEqual(this.history);
    const revisions = await this.repository.revisions.list(this.id);
    const texts = revisions.map(
      ({ content }) => 'report' in content && JSON.stringify(envelopeOf(content.report)),
    );
    for (const text of this.kept) expect(texts).toContain(text);
  }

  private async commit(edits: readonly Edit[]): Promise<void> {
    const { report, inverse } = applyEdits(this.report, edits);
    this.history = recordStep(this.history, { label: '改', forward: edits, inverse });
    this.report = report;
    await this.save();
  }

  private save(): Promise<void> {
    return this.repository.saveReport(this.id, this.report, SUMMARY, this.history, this.now);
  }
}

it('equals the model after any sequence of work and a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ACTION, { maxLength: 25 }), async (actions) => {
      const name = freshName();
      const repository = await openFresh(name);
      const created = await repository.createReport(EMPTY, { isExample: false, now: 0, summary: SUMMARY });
      const model = new Model(repository, 'id' in created ? created.id : '', name);
      for (const action of actions) await model.run(action);
      await model.run({ kind: 'restart' });
    }),
    { numRuns: 60 },
  );
}, 60_000);
