// How a value is written for a reader. Nothing is rounded.

import type { CellValue } from './cell-value';

/** The value as typed and as printed in documents: plain digits, “/”, or nothing for a blank. */
export function formatCellValue(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** The value on the screen: thousands are separated, because city figures have seven digits. */
export function formatGrouped(value: CellValue): string {
  const text = formatCellValue(value);
  const number = /^(-?)(\d+)(\.\d+)?$/u.exec(text);
  if (!number) return text;
  return `${number[1]}${number[2]!.replace(/\B(?=(\d{3})+$)/gu, ',')}${number[3] ?? ''}`;
}

/** A difference with its sign in front, true minus sign: “+2”, “−1”, “0”. */
export function formatDifference(difference: number): string {
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${formatGrouped(Math.abs(difference))}`;
}

/** A number inside a sentence: grouped, with a true minus sign. */
export function formatFigure(figure: number): string {
  return figure < 0 ? `−${formatGrouped(-figure)}` : formatGrouped(figure);
}
