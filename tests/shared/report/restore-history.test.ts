// Undo steps from storage: what was recorded comes back, what would not fit the report is refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../../shared/report/checksum';
import { formForYear } from '../../../shared/forms/form-registry';
import { applyEdits } from '../../../shared/report/edits';
import { emptyReport } from '../../../shared/report/report';
import { restoreEdits, restoreUndoStep } from '../../../shared/report/restore-history';
import { arbitraryEdit } from '../../helpers/arbitrary-report';

const FORM = formForYear(2024)!;
const EMPTY = emptyReport(FORM, { organisation: '某局', scope: 'own', year: 2024 });

describe('stored undo steps', () => {
  it('come back through JSON as they were recorded', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEdit(EMPTY), { maxLength: 5 }), (forward) => {
        const step = { label: '粘贴', forward, inverse: applyEdits(EMPTY, forward).inverse, mergeKey: 'x' };
        expect(restoreUndoStep(FORM, JSON.parse(JSON.stringify(step)))).toEqual(step);
      }),
    );
  });

  it('are refused whole when one edit does not fit the form', () => {
    const good = { kind: 'value', address: 'requests.newlyReceived.naturalPerson', value: 4 };
    expect(restoreEdits(FORM, [good])).toEqual([good]);
    for (const bad of [
      { ...good, value: '4' },
      { ...good, value: -1 },
      { ...good, value: undefined },
      { ...good, address: 'requests.newlyReceived.total' },
      { ...good, address: 'nowhere' },
      { kind: 'declared', address: good.address, value: 1 },
      { kind: 'narrative', section: 'requests', text: '' },
      { kind: 'explanation', key: 'x', explanation: { text: 'x' } },
      { kind: 'signatory', role: 'mayor', text: '' },
      { kind: 'unheard of' },
      null,
    ])
      expect(restoreEdits(FORM, [good, bad])).toBeUndefined();
  });

  it('never throw, whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(restoreUndoStep(FORM, json)).toBeUndefined();
        expect(restoreUndoStep(FORM, { label: 'x', forward: [json], inverse: json })).toBeUndefined();
      }),
    );
  });
});

describe('a checksum', () => {
  it('is the CRC-32 that other programs compute', () => {
    expect(checksumOf('123456789')).toBe('cbf43926');
    expect(checksumOf('')).toBe('00000000');
  });

  it('changes with any single character', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, where) => {
        const at = where % text.length;
        const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        expect(checksumOf(changed)).not.toBe(checksumOf(text));
      }),
    );
  });
});
