// The truth table of values, and how they are written.

import { describe, expect, it } from 'vitest';
import { countOf, totalOf, type CellValue } from '../../../shared/report/cell-value';
import { formatDifference, formatFigure, formatGrouped } from '../../../shared/report/format-cell-value';

describe('a total', () => {
  it.each<[readonly CellValue[], CellValue]>([
    [[1, 2], 3],
    [[0, 0], 0],
    [[1, null], 1],
    [[1, '/'], 1],
    [[0, null, '/'], 0],
    [[null, null], null],
    [[null, '/'], null],
    [['/', null], null],
    [['/', '/'], '/'],
  ])('of %j is %j', (operands, total) => {
    // Another cell stands before them and is not added.
    const indices = operands.map((_, index) => index + 1);
    expect(totalOf([7, ...operands], indices)).toBe(total);
  });

  it('counts blank and “/” as nothing', () => {
    expect([null, '/', undefined, 4, 0].map(countOf)).toEqual([0, 0, 0, 4, 0]);
  });
});

describe('a value on the screen', () => {
  it.each<[CellValue, string]>([
    [null, ''],
    ['/', '/'],
    [0, '0'],
    [2822652, '2,822,652'],
    [-1234, '-1,234'],
    ['24252.311082', '24,252.311082'],
    ['251000元', '251000元'],
  ])('%j is written %j', (value, text) => {
    expect(formatGrouped(value)).toBe(text);
  });

  it('carries a true minus sign in differences', () => {
    expect([2, -2, 0, -1234].map(formatDifference)).toEqual(['+2', '−2', '0', '−1,234']);
    expect([2, -2].map(formatFigure)).toEqual(['2', '−2']);
  });
});
