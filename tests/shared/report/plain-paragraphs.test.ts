// Text from Word, WPS and web pages becomes one line a paragraph, and nothing visible changes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainParagraphs } from '../../../shared/report/plain-paragraphs';

describe('pasted text', () => {
  it.each([
    ['paragraphs of Word', '一、总体\r\n　　本年度公开信息。\r\n', '一、总体\n本年度公开信息。\n'],
    ['manual line breaks', '第一行\v第二行', '第一行\n第二行'],
    ['blank lines and indents between paragraphs', '甲\n\n \u3000\n　　乙', '甲\n乙'],
    ['non-breaking spaces and tabs', '收到\u00a04\t件', '收到 4 件'],
    ['invisible characters', '\ufeff政务\u200b公开\u00ad年报', '政务公开年报'],
    ['a single line', '没有变化', '没有变化'],
  ])('keeps %s as plain paragraphs', (_what, pasted, kept) => {
    expect(plainParagraphs(pasted)).toBe(kept);
  });

  it('loses no visible character, and is the same when pasted again', () => {
    const visible = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = plainParagraphs(text);
        expect(visible(kept)).toBe(visible(text));
        expect(plainParagraphs(kept)).toBe(kept);
      }),
    );
  });
});
