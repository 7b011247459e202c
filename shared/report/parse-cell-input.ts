// Reads what a clerk typed or pasted into one cell. It accepts the ways in which published reports really write
// figures, and refuses everything else with a sentence; it never guesses and never makes a zero out of text.

import { AMOUNT_PATTERN, LARGEST_COUNT, NOT_APPLICABLE, type CellValue } from './cell-value';
import type { ColumnDefinition } from '../forms/form-definition';

export type ParsedInput =
  | { readonly accepted: true; readonly value: CellValue }
  /** `reason` is a Chinese sentence that says why and what to type instead. */
  | { readonly accepted: false; readonly reason: string };

/**
 * The value meant by a text in a cell of this column.
 * Full-width digits, thousands separators of both widths, spaces and line breaks inside a number are accepted;
 * nothing but spaces is blank; “/”, “—” and “-” alone are not applicable. An amount with a unit is converted
 * exactly into the column's unit (251000元 in 万元 is 25.1); as-written figures keep their text.
 */
export function parseCellInput(text: string, column: Pick<ColumnDefinition, 'type' | 'unit'>): ParsedInput {
  const plain = normalise(text);
  if (plain === '') return accept(null);
  if (/^(\/|[-—－―–]+)$/u.test(plain)) return accept(NOT_APPLICABLE);
  switch (column.type) {
    case 'asWritten':
      return accept(text.normalize('NFC').replace(/\s+/gu, ' ').trim());
    case 'amount':
      return parseAmount(plain, column.unit);
    case 'count':
      return parseCount(plain, false);
    case 'signedCount':
      return parseCount(plain, true);
  }
}

function accept(value: CellValue): ParsedInput {
  return { accepted: true, value };
}

function refuse(reason: string): ParsedInput {
  return { accepted: false, reason };
}

/** Half-width characters without any white space. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[−﹣]/gu, '-');
}

/** Removes thousands separators where they stand between groups of three digits; undefined where they do not. */
function withoutSeparators(plain: string): string | undefined {
  if (!plain.includes(',')) return plain;
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(plain) ? plain.replaceAll(',', '') : undefined;
}

function parseCount(plain: string, isSigned: boolean): ParsedInput {
  const digits = withoutSeparators(plain);
  if (digits === undefined) return refuse(`“${plain}”里的逗号不在千位上，请核对数字。`);
  if (/^\d+(\.0+)?$/u.test(digits) || (isSigned && /^[+-]\d+$/u.test(digits))) {
    const value = Number(digits);
    if (Math.abs(value) > LARGEST_COUNT) return refuse('数字超过九位，请核对。');
    return accept(value === 0 ? 0 : value);
  }
  if (/^-\d/u.test(digits)) return refuse('件数不能是负数，请输入 0 或正整数。');
  if (/^\d*\.\d+$/u.test(digits)) return refuse('件数必须是整数，不能有小数。');
  if (/^\d+\D+$/u.test(digits)) return refuse(`只输入数字，不要带“${digits.replace(/^\d+/u, '')}”。`);
  return refuse(`“${shortened(plain)}”不是数字；不适用的格子请输入“/”。`);
}

function parseAmount(plain: string, unit: string | undefined): ParsedInput {
  const written = /^([+-]?[\d,.]+)(.*)$/u.exec(plain);
  if (!written) return refuse(`“${shortened(plain)}”不是金额；不适用的格子请输入“/”。`);
  const digits = withoutSeparators(written[1]!);
  if (digits === undefined) return refuse(`“${written[1]}”里的逗号不在千位上，请核对金额。`);
  if (/^-/u.test(digits)) return refuse('金额不能是负数。');
  const suffix = written[2]!.replace(/人民币|整/gu, '');
  const shift =
    unit === '万元' ? { '': 0, 元: 4, 万元: 0, 万: 0, 亿元: -4 }[suffix] : suffix === '' ? 0 : undefined;
  if (shift === undefined)
    return refuse(`不认识单位“${suffix}”，请${unit ? `换算成${unit}，` : ''}只输入数字。`);
  if (!/^\d+(\.\d*)?$|^\.\d+$/u.test(digits)) return refuse(`“${shortened(plain)}”不是金额，请核对小数点。`);
  const amount = shiftDecimalPoint(digits, -shift);
  return AMOUNT_PATTERN.test(amount) && amount.length <= 24
    ? accept(amount)
    : refuse('小数超过六位或数字过长，请核对金额和单位。');
}

/** Multiplies a decimal text by a power of ten exactly, without binary fractions; a moved point drops idle zeros. */
function shiftDecimalPoint(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/u, '');
  const decimals = places === 0 ? padded.slice(at) : padded.slice(at).replace(/0+$/u, '');
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

function shortened(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}
