// The live report: one way in, undo, pending values, and what listeners are told.

import { describe, expect, it } from 'vitest';
import { createReportStore, type StoreChange } from '../../../renderer/store/report-store';
import { valueAt } from '../../../shared/engine/evaluate-report';
import type { CellAddress } from '../../../shared/forms/cell-address';
import { formForYear } from '../../../shared/forms/form-registry';
import { emptyReport, enteredValue } from '../../../shared/report/report';

const RECEIVED = 'requests.newlyReceived.naturalPerson' as CellAddress;
const RECEIVED_TOTAL = 'requests.newlyReceived.total';
const DISCLOSED = 'requests.disclosed.naturalPerson' as CellAddress;

function openStore(isReadOnly = false) {
  const store = createReportStore();
  const report = emptyReport(formForYear(2021)!, { organisation: '某局', scope: 'own', year: 2021 });
  store.open({ id: 'a', report, isReadOnly });
  const changes: StoreChange[] = [];
  store.subscribe((change) => changes.push(change));
  return { store, changes };
}

const enter = (address: string, value: number | null) => [{ kind: 'value' as const, address, value }];

describe('the live report', () => {
  it('shows the totals of a committed figure and offers to undo it', () => {
    const { store, changes } = openStore();
    store.dispatch(enter(RECEIVED, 4), '输入');
    expect(valueAt(store.getSnapshot()!.evaluation, RECEIVED_TOTAL)).toBe(4);
    expect(store.undo()).toBe('输入');
    expect(enteredValue(store.getSnapshot()!.report, RECEIVED)).toBeNull();
    expect(store.redo()).toBe('输入');
    expect(enteredValue(store.getSnapshot()!.report, RECEIVED)).toBe(4);
    expect(changes).toEqual(['committed', 'committed', 'committed']);
  });

  it('evaluates the value being typed without entering it', () => {
    const { store, changes } = openStore();
    store.setPending({ address: RECEIVED, value: 7 });
    const { report, evaluation, history } = store.getSnapshot()!;
    expect(valueAt(evaluation, RECEIVED_TOTAL)).toBe(7);
    expect(enteredValue(report, RECEIVED)).toBeNull();
    expect(history.done).toHaveLength(0);
    store.setPending(null);
    expect(valueAt(store.getSnapshot()!.evaluation, RECEIVED_TOTAL)).toBeNull();
    expect(changes).toEqual(['pending', 'pending']);
  });

  it('keeps a dispatch without effect out of the undo history', () => {
    const { store, changes } = openStore();
    store.dispatch(enter(RECEIVED, null), '清空');
    expect(store.getSnapshot()!.history.done).toHaveLength(0);
    expect(changes).toEqual([]);
  });

  it('ends the pending value when the same value is committed that stood there before', () => {
    const { store } = openStore();
    store.dispatch(enter(RECEIVED, 4), '输入');
    store.setPending({ address: RECEIVED, value: 9 });
    store.dispatch(enter(RECEIVED, 4), '输入');
    expect(store.getSnapshot()!.pending).toBeNull();
    expect(valueAt(store.getSnapshot()!.evaluation, RECEIVED_TOTAL)).toBe(4);
    expect(store.getSnapshot()!.history.done).toHaveLength(1);
  });

  it('undoes one run of typing in a text as one step', () => {
    const { store } = openStore();
    for (const text of ['本', '本年', '本年度'])
      store.dispatch([{ kind: 'narrative', section: 'overview', text }], '输入文字', { mergeKey: 'run 1' });
    store.dispatch(enter(DISCLOSED, 1), '输入');
    store.undo();
    expect(store.getSnapshot()!.report.narrative['overview']).toBe('本年度');
    store.undo();
    expect(store.getSnapshot()!.report.narrative['overview']).toBeUndefined();
    expect(store.undo()).toBeUndefined();
  });

  it('changes nothing while the report is read-only', () => {
    const { store, changes } = openStore(true);
    store.dispatch(enter(RECEIVED, 4), '输入');
    store.setPending({ address: RECEIVED, value: 4 });
    expect(enteredValue(store.getSnapshot()!.report, RECEIVED)).toBeNull();
    expect(changes).toEqual([]);
  });

  it('assesses the carry-over as soon as last year becomes known', () => {
    const { store } = openStore();
    const address = 'requests.carriedOverFromLastYear.naturalPerson';
    store.dispatch(enter(address, 3), '输入');
    const previous = createReportStore();
    previous.open({
      id: 'b',
      report: emptyReport(formForYear(2021)!, { organisation: '某局', scope: 'own', year: 2021 }),
    });
    previous.dispatch(enter('requests.carriedForwardToNextYear.naturalPerson', 4), '输入');
    store.setPrevious(previous.getSnapshot()!.report);
    const keys = store.getSnapshot()!.evaluation.findings.map(({ bound }) => bound.key);
    expect(keys).toContain('requests.carryOver:naturalPerson');
    store.setPrevious(undefined);
    expect(store.getSnapshot()!.evaluation.findings.map(({ bound }) => bound.key)).not.toContain(
      'requests.carryOver:naturalPerson',
    );
  });
});
