// Which stored values a cell may hold, by the type of its column. Typed text is read elsewhere (parse-cell-input).

import type { ColumnType } from '../forms/form-definition';
import { AMOUNT_PATTERN, LARGEST_COUNT, NOT_APPLICABLE } from './cell-value';

/** May this stand in an entered cell of a column of this type? Blank is not a stored value: it is absent. */
export function isEnteredValue(type: ColumnType, value: unknown): value is number | string {
  if (value === NOT_APPLICABLE) return true;
  switch (type) {
    case 'count':
      return isWhole(value, 0);
    case 'signedCount':
      return isWhole(value, -LARGEST_COUNT);
    case 'amount':
      return typeof value === 'string' && AMOUNT_PATTERN.test(value);
    case 'asWritten':
      return typeof value === 'string' && value.trim() !== '';
  }
}

/** May this stand as a total that the source printed? */
export function isDeclaredValue(value: unknown): value is number | '/' {
  return value === NOT_APPLICABLE || isWhole(value, 0);
}

function isWhole(value: unknown, least: number): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Object.is(value, -0) &&
    value >= least &&
    value <= LARGEST_COUNT
  );
}
