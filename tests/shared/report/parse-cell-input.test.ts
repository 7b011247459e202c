// How typed and pasted figures are read: the ways in which published reports write them, and what is refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnteredValue } from '../../../shared/report/accepted-values';
import type { ColumnType } from '../../../shared/forms/form-definition';
import { formatCellValue, formatGrouped } from '../../../shared/report/format-cell-value';
import { parseCellInput } from '../../../shared/report/parse-cell-input';

const COUNT = { type: 'count' } as const;
const SIGNED = { type: 'signedCount' } as const;
const FEES = { type: 'amount', unit: '万元' } as const;
const AS_WRITTEN = { type: 'asWritten' } as const;

describe('a count', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['007', 7],
    ['１２３', 123],
    ['1,234', 1234],
    ['1，234', 1234],
    ['2,822,652', 2822652],
    [' 12 ', 12],
    ['1 234', 1234],
    ['12\n34', 1234],
    ['12\u00a0', 12],
    ['3.0', 3],
    ['999999999', 999999999],
    ['', null],
    ['   ', null],
    ['/', '/'],
    ['／', '/'],
    ['—', '/'],
    ['－', '/'],
    ['-', '/'],
    ['——', '/'],
  ])('written %j is %j', (text, expected) => {
    expect(parseCellInput(text, COUNT)).toEqual({ accepted: true, value: expected });
  });

  it.each([
    ['-3', '负数'],
    ['－３', '负数'],
    ['1.5', '小数'],
    ['.5', '小数'],
    ['abc', '不是数字'],
    ['4件', '不要带“件”'],
    ['1,23', '千位'],
    ['12,3456', '千位'],
    ['1234567890', '九位'],
    ['1e3', '不是数字'],
    ['=1+1', '不是数字'],
    ['NaN', '不是数字'],
    ['Infinity', '不是数字'],
    ['无', '不是数字'],
  ])('written %j is refused with the reason', (text, reason) => {
    const parsed = parseCellInput(text, COUNT);
    expect(parsed).toMatchObject({ accepted: false, reason: expect.stringContaining(reason) });
  });
});

describe('a signed count', () => {
  it.each([
    ['-15', -15],
    ['－１５', -15],
    ['−15', -15],
    ['+7', 7],
    ['0', 0],
    ['-0', 0],
    ['-', '/'],
    ['-1,234', -1234],
  ])('written %j is %j', (text, expected) => {
    const parsed = parseCellInput(text, SIGNED);
    expect(parsed).toEqual({ accepted: true, value: expected });
    expect(Object.is(parsed.accepted && parsed.value, -0)).toBe(false);
  });

  it('refuses words and fractions', () => {
    expect(parseCellInput('减15', SIGNED).accepted).toBe(false);
    expect(parseCellInput('-1.5', SIGNED).accepted).toBe(false);
  });
});

describe('an amount in 万元', () => {
  it.each([
    ['24252.311082', '24252.311082'],
    ['0', '0'],
    ['0.038', '0.038'],
    ['380元', '0.038'],
    ['251000元', '25.1'],
    ['1690.9913万元', '1690.9913'],
    ['1.5亿元', '15000'],
    ['12，345.6', '12345.6'],
    ['３.５', '3.5'],
    ['/', '/'],
    ['', null],
  ])('written %j is %j, exactly', (text, expected) => {
    expect(parseCellInput(text, FEES)).toEqual({ accepted: true, value: expected });
  });

  it.each(['-1', '1.2345678', '3美元', '1.2.3', 'abc', '1,2'])('written %j is refused', (text) => {
    expect(parseCellInput(text, FEES)).toMatchObject({
      accepted: false,
      reason: expect.stringMatching(/。$/u),
    });
  });

  it('never passes through a binary fraction', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.nat({ max: 999_999 }), (whole, decimals) => {
        const text = `${whole}.${String(decimals).padStart(6, '0')}`;
        expect(parseCellInput(text, FEES)).toEqual({ accepted: true, value: text });
      }),
    );
  });
});

describe('a figure kept as written', () => {
  it.each([
    ['251000元', '251000元'],
    ['3957 3802895.90元', '3957 3802895.90元'],
    [' 1690.9913万元\n', '1690.9913万元'],
    ['/', '/'],
    ['', null],
  ])('%j stays %j', (text, expected) => {
    expect(parseCellInput(text, AS_WRITTEN)).toEqual({ accepted: true, value: expected });
  });
});

describe('whatever is typed', () => {
  const columns = [COUNT, SIGNED, FEES, AS_WRITTEN];

  it('gives a value that the column may hold, or a sentence; never anything else', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-+/—0-9０-９.,， 件元万亿]{0,14}$/u),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...columns), (text, column) => {
        const parsed = parseCellInput(text, column);
        if (!parsed.accepted) expect(parsed.reason).toMatch(/。$/u);
        else if (parsed.value !== null)
          expect(isEnteredValue(column.type as ColumnType, parsed.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back what the program itself prints, plain and grouped', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (count) => {
        expect(parseCellInput(formatCellValue(count), COUNT)).toEqual({ accepted: true, value: count });
        expect(parseCellInput(formatGrouped(count), COUNT)).toEqual({ accepted: true, value: count });
      }),
    );
  });
});
