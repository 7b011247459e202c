// The one gate: what passes comes out whole, what does not is refused with the place; nothing ever throws.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReportFile, writeReportFile } from '../../../shared/formats/report-file/report-file';
import { envelopeOf, restoreReport } from '../../../shared/report/restore-report';
import { arbitraryReport } from '../../helpers/arbitrary-report';

const CELL = 'requests.newlyReceived.naturalPerson';
const TOTAL = 'requests.newlyReceived.total';
const FEES = 'proactive.administrativeFees.feesCollected';

const WHOLE = {
  kind: 'gongkai-nianbao/report',
  schemaVersion: 1,
  formId: 'annual-report-2021',
  organisation: '某局',
  scope: 'own',
  year: 2023,
  values: { [CELL]: 4, [FEES]: '24252.311082', 'proactive.regulations.inForce': '/' },
};

/** The refusal of an envelope in which some fields stand differently. */
function refusalOf(changes: object): string {
  const restored = restoreReport({ ...WHOLE, ...changes });
  if (restored.ok) throw new Error('was accepted');
  expect(restored.refusal.english).not.toBe('');
  return restored.refusal.chinese;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a whole envelope', () => {
  it('comes in and goes out the same', () => {
    const restored = restoreReport(WHOLE);
    expect(restored.ok && envelopeOf(restored.report)).toEqual(WHOLE);
  });

  it('keeps the explanation of a changed amount with its decimals', () => {
    const explanations = {
      'proactive.swing:administrativeFees.feesCollected': {
        text: '停征两项收费',
        left: 9116.36,
        right: 24252.311082,
      },
    };
    const restored = restoreReport({ ...WHOLE, explanations });
    expect(restored.ok && envelopeOf(restored.report)).toEqual({ ...WHOLE, explanations });
  });

  it('survives the report file byte by byte, whatever the report holds', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const restored = readReportFile(writeReportFile(report));
        expect(restored.ok && envelopeOf(restored.report)).toEqual(envelopeOf(report));
      }),
      { numRuns: 150 },
    );
  });

  it('may start with a byte order mark', () => {
    expect(readReportFile(bytes(`\ufeff${JSON.stringify(WHOLE)}`)).ok).toBe(true);
  });

  it('has a computed total moved from values to declared', () => {
    const restored = restoreReport({ ...WHOLE, values: { ...WHOLE.values, [TOTAL]: 9 } });
    expect(restored.ok && envelopeOf(restored.report)).toEqual({ ...WHOLE, declared: { [TOTAL]: 9 } });
    const twice = { values: { ...WHOLE.values, [TOTAL]: 9 }, declared: { [TOTAL]: 9 } };
    expect(restoreReport({ ...WHOLE, ...twice }).ok).toBe(true);
  });
});

describe('an envelope is refused', () => {
  it.each([
    ['of another kind', { kind: 'something/else' }, '不是政务公开年报'],
    ['without a kind', { kind: undefined }, '不是政务公开年报'],
    ['of a newer version', { schemaVersion: 2 }, '更新版本'],
    ['of no version', { schemaVersion: '1' }, 'schemaVersion'],
    ['with an unknown form', { formId: 'annual-report-2035' }, 'annual-report-2035'],
    ['for a year its form does not cover', { year: 2020 }, '2020'],
    ['for half a year', { year: 2021.5 }, '2021.5'],
    ['for a year in words', { year: '2023' }, '"2023"'],
    ['without an organisation', { organisation: ' ' }, '单位'],
    ['with an unknown scope', { scope: 'county' }, 'county'],
    ['with an unknown field', { comment: 'x' }, 'comment'],
    ['without values', { values: undefined }, 'values'],
    ['with values as a list', { values: [1] }, 'values'],
    ['with an unknown address', { values: { 'requests.nothing.total': 1 } }, 'requests.nothing.total'],
    ['with null in a cell', { values: { [CELL]: null } }, CELL],
    ['with a text in a count', { values: { [CELL]: '4' } }, CELL],
    ['with a fraction in a count', { values: { [CELL]: 1.5 } }, CELL],
    ['with a negative count', { values: { [CELL]: -1 } }, CELL],
    ['with minus zero', { values: { [CELL]: -0 } }, CELL],
    ['with a count of ten digits', { values: { [CELL]: 1_000_000_000 } }, CELL],
    ['with a number as an amount', { values: { [FEES]: 1.5 } }, FEES],
    ['with seven decimals', { values: { [FEES]: '1.1234567' } }, FEES],
    ['with a blank text', { values: { [CELL]: '' } }, CELL],
    ['with an entered cell declared', { declared: { [CELL]: 1 } }, CELL],
    ['with a declared null', { declared: { [TOTAL]: null } }, TOTAL],
    ['with two different totals', { values: { [TOTAL]: 1 }, declared: { [TOTAL]: 2 } }, TOTAL],
    ['with text for a table', { narrative: { requests: 'x' } }, 'requests'],
    ['with a number as text', { narrative: { other: 1 } }, 'narrative.other'],
    [
      'with an explanation of a hard rule',
      { explanations: { 'requests.balance:total': { text: 'x', left: 1, right: 2 } } },
      'requests.balance:total',
    ],
    [
      'with an explanation without figures',
      { explanations: { 'requests.carryOver:naturalPerson': { text: 'x' } } },
      'requests.carryOver:naturalPerson',
    ],
    ['with an unknown signatory', { signatories: { mayor: 'x' } }, 'mayor'],
  ])('%s, naming the place', (_, changes, place) => {
    expect(refusalOf(changes)).toContain(place);
  });

  it.each([null, undefined, 4, 'text', [], [WHOLE], true])('when it is %j', (json) => {
    expect(restoreReport(json).ok).toBe(false);
  });

  it('with the names of an object’s own machinery as addresses', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      for (const field of ['values', 'declared', 'narrative', 'explanations', 'signatories']) {
        const json: unknown = JSON.parse(`{"${key}": 1}`);
        expect(restoreReport({ ...WHOLE, [field]: json }).ok, `${field}.${key}`).toBe(false);
      }
  });
});

describe('a report file is refused', () => {
  it('when it is not UTF-8, not JSON or cut short', () => {
    const text = JSON.stringify(WHOLE);
    for (const damaged of [
      Uint8Array.of(0xff, 0xfe, 0x41),
      bytes(''),
      bytes(text.slice(0, -1)),
      bytes('<html>'),
    ])
      expect(readReportFile(damaged)).toMatchObject({ ok: false, refusal: { chinese: expect.any(String) } });
  });

  it('when a key stands twice, naming it, however it is written', () => {
    const doubled = JSON.stringify(WHOLE).replace(
      `"${CELL}":4`,
      `"${CELL}":4,"\\u0072equests.newlyReceived.naturalPerson":5`,
    );
    expect(readReportFile(bytes(doubled))).toMatchObject({
      ok: false,
      refusal: { chinese: expect.stringContaining(`values.${CELL}`) },
    });
    const fields = JSON.stringify(WHOLE).replace('"year":2023', '"year":2023,"year":2024');
    expect(readReportFile(bytes(fields)).ok).toBe(false);
  });
});

describe('nothing throws', () => {
  it('for any JSON at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(restoreReport(json).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('for an envelope with any JSON in any field', () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(CELL, TOTAL, 'other'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(WHOLE), 'declared', 'narrative', 'explanations'),
        part,
        (field, json) => {
          const restored = restoreReport({ ...WHOLE, [field]: json });
          if (!restored.ok) expect(restored.refusal.chinese).not.toBe('');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('for any bytes, and for a report file with any byte changed; and no wrong figure of another kind comes in', () => {
    const file = bytes(JSON.stringify(WHOLE));
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const changed = Uint8Array.from(file);
        changed[at] = byte;
        const restored = readReportFile(changed);
        if (restored.ok) expect(restoreReport(envelopeOf(restored.report)).ok).toBe(true);
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.uint8Array(), (any) => void expect(readReportFile(any).ok).toBe(false)));
  });
});
