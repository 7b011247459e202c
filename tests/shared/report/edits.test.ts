// Edits and their inverses: whatever is done can be taken back, declared totals included.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formForYear } from '../../../shared/forms/form-registry';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { emptyReport } from '../../../shared/report/report';
import { envelopeOf } from '../../../shared/report/restore-report';
import { arbitraryEdit, arbitraryReport } from '../../helpers/arbitrary-report';

const EMPTY = emptyReport(formForYear(2024)!, { organisation: '某局', scope: 'own', year: 2024 });
const CELL = 'requests.newlyReceived.naturalPerson';
const ROW_TOTAL = 'requests.newlyReceived.total';

const value = (address: string, figure: number | string | null): Edit => ({
  kind: 'value',
  address,
  value: figure,
});

describe('edits', () => {
  it('can always be taken back, and then be done again', () => {
    const some = arbitraryReport().chain((report) =>
      fc.tuple(fc.constant(report), fc.array(arbitraryEdit(report), { maxLength: 25 })),
    );
    fc.assert(
      fc.property(some, ([report, edits]) => {
        const applied = applyEdits(report, edits);
        const undone = applyEdits(applied.report, applied.inverse);
        expect(envelopeOf(undone.report)).toEqual(envelopeOf(report));
        const redone = applyEdits(undone.report, undone.inverse);
        expect(envelopeOf(redone.report)).toEqual(envelopeOf(applied.report));
        expect(envelopeOf(applyEdits(report, edits).report)).toEqual(envelopeOf(applied.report));
      }),
      { numRuns: 300 },
    );
  });

  it('give the same report back when nothing changes', () => {
    const { report } = applyEdits(EMPTY, [value(CELL, 4)]);
    const same = applyEdits(report, [value(CELL, 4), { kind: 'narrative', section: 'other', text: '' }]);
    expect(same.report).toBe(report);
    expect(same.inverse).toEqual([]);
  });

  it('never change the report they start from', () => {
    const before = envelopeOf(EMPTY);
    applyEdits(EMPTY, [value(CELL, 4), { kind: 'declared', address: ROW_TOTAL, value: 9 }]);
    expect(envelopeOf(EMPTY)).toEqual(before);
  });

  it('drop the declared totals that rest on a changed figure, and no others; undo brings them back', () => {
    const declared = applyEdits(EMPTY, [
      value(CELL, 4),
      { kind: 'declared', address: ROW_TOTAL, value: 9 },
      { kind: 'declared', address: 'requests.disclosed.total', value: 8 },
    ]).report;

    const { report, inverse } = applyEdits(declared, [value(CELL, 5)]);

    expect([...report.declared.keys()]).toEqual(['requests.disclosed.total']);
    expect(applyEdits(report, inverse).report.declared.get(ROW_TOTAL as never)).toBe(9);
    expect(applyEdits(declared, [value(CELL, 4)]).report.declared.size).toBe(2);
  });

  it('drop a declared total that rests on the figure through another total', () => {
    const declared = applyEdits(EMPTY, [
      { kind: 'declared', address: 'requests.outcomeTotal.total', value: 9 },
    ]).report;
    expect(applyEdits(declared, [value('requests.disclosed.naturalPerson', 1)]).report.declared.size).toBe(0);
  });

  it.each([
    ['a cell that the form does not have', value('requests.nothing.total', 1)],
    ['a computed cell as entered', value(ROW_TOTAL, 1)],
    ['an entered cell as declared', { kind: 'declared', address: CELL, value: 1 }],
    ['a table as text', { kind: 'narrative', section: 'requests', text: '…' }],
  ] as const)('refuse %s', (_, edit) => {
    expect(() => applyEdits(EMPTY, [edit])).toThrow();
  });
});
