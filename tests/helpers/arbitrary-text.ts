// Texts that a narrative section may really hold and that file formats stumble over.

import fc from 'fast-check';

const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  '/',
  '\\',
  ']]>',
  '&amp;',
  '<br>',
  '<!--',
  '{{',
  '\t',
  ' ',
  '  ',
  '\u3000',
  '\n',
  '\r\n',
  '\n\n',
  '（一）',
  '。',
  '“',
  '”',
  '年',
  '1771',
  '3.5%',
  'Word',
  '😀',
  '👨\u200d👩\u200d👧',
  '𠮷',
  '𬀩',
  '〇',
  '\u0000',
  '\u0007',
] as const;

/** Up to 3,000 characters of such pieces: markup, formulas, emoji, characters beyond the BMP, control characters. */
export function arbitraryText(): fc.Arbitrary<string> {
  const short = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
  const long = short.map((text) => `起${text}`.repeat(80).slice(0, 3000));
  return fc.oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: long });
}
