// Reads plain text from the clipboard as spreadsheets write it: rows by line, cells by tab, cells with line breaks
// in quotation marks.

import { layOutPasted, type ClipboardReading, type PastedGrid } from './pasted-grid';

/** Plain text: one block, or several tables between blank lines, as a published report has them. Never throws. */
export function readClipboardText(text: string): ClipboardReading {
  const tables = text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[^\S\n\t]*\n/u)
    .filter((part) => part.trim() !== '');
  return { block: readTextGrid(text), tables: tables.map(readTextGrid) };
}

/**
 * The rectangle that a text means. A single line break at the end belongs to the last row. Text without tabs and
 * line breaks is one cell. Never throws; an open quotation mark is an ordinary character.
 */
export function readTextGrid(text: string): PastedGrid {
  const plain = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
  const rows: string[][] = [[]];
  for (let at = 0; at <= plain.length;) {
    const { value, end } = readField(plain, at);
    rows.at(-1)!.push(value);
    if (plain[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return layOutPasted(rows.map((row) => row.map((value) => ({ text: value, rowSpan: 1, columnSpan: 1 }))));
}

/** One cell from a position on, and where its tab, line break or the end of the text stands. */
function readField(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') {
    const quoted = readQuoted(text, start + 1);
    if (quoted) return quoted;
  }
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    if (text[at] !== '"') {
      value += text[at]!;
      continue;
    }
    if (text[at + 1] === '"') {
      value += '"';
      at += 1;
      continue;
    }
    const after = text[at + 1];
    return after === undefined || after === '\t' || after === '\n' ? { value, end: at + 1 } : undefined;
  }
  return undefined;
}
