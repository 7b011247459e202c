// Counts the characters of a text as the thousand-character guideline for section 一 is understood.

const COUNTED = /[\p{Script=Latin}\p{Nd}]+|[^\s\p{Script=Latin}\p{Nd}]/gu;

/**
 * A Chinese character or punctuation mark counts 1, a run of Latin letters or digits 1, white space nothing.
 * A character beyond the BMP counts 1. The empty text counts 0.
 */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}
