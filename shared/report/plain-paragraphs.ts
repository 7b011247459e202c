// Turns text from Word, WPS or a web page into plain paragraphs, as a narrative section keeps them.

/**
 * One line a paragraph: every kind of line break becomes one, invisible characters, indents of spaces and blank
 * lines between paragraphs go. Nothing visible is changed.
 */
export function plainParagraphs(text: string): string {
  return text
    .replace(/\r\n?|\v|\f|\u2028|\u2029/gu, '\n')
    .replace(/[\t\u00a0]/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[ \u3000]*\n[ \u3000\n]*/gu, '\n');
}
