// Turns the text of a narrative section into official paragraphs. It changes no word: only white space that stands
// for layout (indents, blank lines, tabs) goes, because the document brings its own.

import type { TextRun } from './document-tree';

/** “（一）” or “(一)”: how a second-level heading of an official document begins. */
const SUBHEADING = /^[（(][一二三四五六七八九十]{1,3}[）)]/u;

/** A heading is one short sentence; what is longer is a paragraph that happens to begin with a numeral. */
const LONGEST_SUBHEADING = 40;

/** Is this paragraph nothing but a second-level heading? */
export function isSubheading(paragraph: string): boolean {
  const runs = runsOf(paragraph);
  return runs.length === 1 && runs[0]!.face === 'subheading';
}

/** The paragraphs of a text: split at line breaks, without indents and blank lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.replace(/[\t\v\f]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** A paragraph's runs: the heading that it is or begins with, in the second-level face, and the rest. */
export function runsOf(paragraph: string): TextRun[] {
  if (!SUBHEADING.test(paragraph)) return [{ text: paragraph, face: 'body' }];
  const end = paragraph.indexOf('。') + 1;
  const heading = end > 0 ? paragraph.slice(0, end) : paragraph;
  if ([...heading].length > LONGEST_SUBHEADING) return [{ text: paragraph, face: 'body' }];
  const rest = paragraph.slice(heading.length);
  const runs: TextRun[] = [{ text: heading, face: 'subheading' }];
  return rest === '' ? runs : [...runs, { text: rest, face: 'body' }];
}
