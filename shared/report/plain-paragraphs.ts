// Turns text from Word, WPS or a web page into plain paragraphs, as a narrative section keeps them.

/**
 * One line a paragraph: every kind of line break becomes one, invisible characters, indents of spaces and blank
 * lines between paragraphs go. Nothing visible is changed.
 */
export function plainParagraphs(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u2028\u2029]/gu, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200d\ufeff]/gu, '')
    .replace(/[\t\u00a0]/gu, ' ')
    .replace(/[ \u3000]*\n[ \u3000\n]*/gu, '\n');
}
