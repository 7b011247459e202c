// When a label in a foreign document is the official one: spaces, punctuation and the width of characters do not
// count, and the definition's aliases hold.

import type { ColumnDefinition, RowDefinition } from '../forms/form-definition';

/** A label without everything that documents write differently; empty for a text without letters and digits. */
export function plainLabel(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The ways in which a row's own label may be written, plain; the official one first. */
export function rowLabels(row: RowDefinition): string[] {
  return [row.labelPath.at(-1)!, ...(row.aliases ?? []), row.labelPath.join('')].map(plainLabel);
}

/** The ways in which a column's head may be written, plain; the official one first. */
export function columnLabels(column: ColumnDefinition): string[] {
  const { label, unit, aliases = [] } = column;
  return [label, ...aliases, ...(unit ? [`${label}单位${unit}`, `${label}${unit}`] : [])].map(plainLabel);
}

/** Is a text a figure, with or without a unit behind it, “/”, a dash or blank, so that it cannot be a label? */
export function isFigureText(text: string): boolean {
  return /^[\d\s,.+/—–―-]*[亿万]?[元件项宗条份]?\s*$/u.test(text.normalize('NFKC'));
}
