// Undo and redo as a clerk knows them, against a plain list of states as the model.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formForYear } from '../../../shared/forms/form-registry';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { emptyReport, type Report } from '../../../shared/report/report';
import { envelopeOf } from '../../../shared/report/restore-report';
import {
  EMPTY_HISTORY,
  recordStep,
  redoStep,
  UNDO_LIMIT,
  undoStep,
  type UndoHistory,
} from '../../../shared/report/undo-history';
import { arbitraryEdit } from '../../helpers/arbitrary-report';

const EMPTY = emptyReport(formForYear(2024)!, { organisation: '某局', scope: 'own', year: 2024 });

type Action = { readonly kind: 'edit'; readonly edits: readonly Edit[] } | { readonly kind: 'undo' | 'redo' };

const ACTION: fc.Arbitrary<Action> = fc.oneof(
  fc
    .array(arbitraryEdit(EMPTY), { minLength: 1, maxLength: 4 })
    .map((edits): Action => ({ kind: 'edit', edits })),
  fc.constantFrom<Action>({ kind: 'undo' }, { kind: 'redo' }),
);

describe('undo and redo', () => {
  it('walk the same states as a list of states would', () => {
    fc.assert(
      fc.property(fc.array(ACTION, { maxLength: 40 }), (actions) => {
        let report: Report = EMPTY;
        let history: UndoHistory = EMPTY_HISTORY;
        let states = [envelopeOf(EMPTY)];
        let at = 0;
        for (const action of actions) {
          if (action.kind === 'edit') {
            const applied = applyEdits(report, action.edits);
            history = recordStep(history, { label: '改', forward: action.edits, inverse: applied.inverse });
            report = applied.report;
            if (applied.inverse.length > 0) {
              states = [...states.slice(0, at + 1), envelopeOf(report)];
              at += 1;
            }
          } else {
            const taken = action.kind === 'undo' ? undoStep(history) : redoStep(history);
            const isPossible = action.kind === 'undo' ? at > 0 : at < states.length - 1;
            expect(taken !== undefined).toBe(isPossible);
            if (!taken) continue;
            report = applyEdits(report, taken.edits).report;
            history = taken.history;
            at += action.kind === 'undo' ? -1 : 1;
          }
          expect(envelopeOf(report)).toEqual(states[at]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('take back a run of typing in one text as one step', () => {
    const type = (from: string, to: string): Parameters<typeof recordStep>[1] => ({
      label: '输入文字',
      forward: [{ kind: 'narrative', section: 'other', text: to }],
      inverse: [{ kind: 'narrative', section: 'other', text: from }],
      mergeKey: 'other',
    });
    const history = [type('', '没'), type('没', '没有'), type('没有', '没有。')].reduce(
      recordStep,
      EMPTY_HISTORY,
    );
    expect(history.done).toHaveLength(1);
    expect(undoStep(history)!.edits).toEqual([{ kind: 'narrative', section: 'other', text: '' }]);
    expect(redoStep(undoStep(history)!.history)!.edits).toEqual([
      { kind: 'narrative', section: 'other', text: '没有。' },
    ]);
  });

  it('keep the newest steps when there are too many', () => {
    const step = (figure: number): Parameters<typeof recordStep>[1] => ({
      label: String(figure),
      forward: [],
      inverse: [{ kind: 'narrative', section: 'other', text: String(figure) }],
    });
    let history = EMPTY_HISTORY;
    for (let figure = 0; figure < UNDO_LIMIT + 5; figure += 1) history = recordStep(history, step(figure));
    expect(history.done).toHaveLength(UNDO_LIMIT);
    expect(history.done[0]!.label).toBe('5');
  });
});
