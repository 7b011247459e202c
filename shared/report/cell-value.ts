// What can stand in a cell, and what each kind of value means to sums, checks and documents.
//
// | stored              | in a sum | completeness | balance rule          | comparison      | documents |
// |---------------------|----------|--------------|-----------------------|-----------------|-----------|
// | blank (null)        | 0        | 未填         | assessed, provisional | —               | empty     |
// | 0                   | 0        | filled       | assessed              | numeric         | 0         |
// | not applicable “/”  | 0        | filled       | assessed              | — with reason   | /         |
// | number              | itself   | filled       | assessed              | numeric         | itself    |

/**
 * A count is a number. An amount is an exact decimal as text ("24252.311082"), never a binary fraction.
 * An as-written figure is the source's text ("251000元"). "/" is not applicable (不适用). null is blank (未填).
 */
export type CellValue = number | string | null;

/** Written “/” or “—” in published reports. */
export const NOT_APPLICABLE = '/';

/** The largest count the program accepts: nine digits hold every published figure with room to spare. */
export const LARGEST_COUNT = 999_999_999;

/** An amount is kept to the 分. */
const AMOUNT_DECIMALS = 6;

/** An amount in 万元: digits, and at most six decimals. */
export const AMOUNT_PATTERN = new RegExp(`^\\d+(\\.\\d{1,${AMOUNT_DECIMALS}})?$`);

/**
 * The total of the cells with these indices: a number when any of them is a number; else blank when any is blank;
 * else “/”. Blank and “/” add nothing. The operands are counts; amounts are never added here.
 */
export function totalOf(values: readonly CellValue[], operands: readonly number[]): CellValue {
  let sum = 0;
  let hasNumber = false;
  let hasBlank = false;
  for (const operand of operands) {
    const value = values[operand]!;
    if (typeof value === 'number') {
      sum += value;
      hasNumber = true;
    } else if (value === null) hasBlank = true;
  }
  if (hasNumber) return sum;
  return hasBlank ? null : NOT_APPLICABLE;
}

/** What a value counts in a sum or a comparison of counts: blank and “/” are 0. */
export function countOf(value: CellValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** A count, or an amount in 万元, as a number to judge by; undefined for a blank, “/” and a figure kept as written. */
export function figureOf(value: CellValue | undefined): number | undefined {
  if (typeof value !== 'string') return value ?? undefined;
  return AMOUNT_PATTERN.test(value) ? Number(value) : undefined;
}

/** One count or amount less another, in the six decimals that an amount may have and nothing beyond them. */
export function differenceOf(one: number, other: number): number {
  return Number((one - other).toFixed(AMOUNT_DECIMALS));
}
