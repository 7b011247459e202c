// How wide a text is, in characters of its font, and how many lines it takes. An estimate that layouts share; no font
// is measured.

const LAST_NARROW = 0xff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The width in characters: a Chinese character is 1, a Latin letter, digit or half-width mark 0.5. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= LAST_NARROW) width += 0.5;
    else if (!isLowSurrogate(code)) width += 1;
  }
  return width;
}

/** How many lines a text takes in a width given in characters; at least 1. Line breaks in the text count. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(1, width);
  if (!text.includes('\n')) return linesFor(text, room);
  return text.split('\n').reduce((lines, line) => lines + linesFor(line, room), 0);
}

function linesFor(line: string, room: number): number {
  return Math.max(1, Math.ceil(textWidth(line) / room - 1e-9));
}
