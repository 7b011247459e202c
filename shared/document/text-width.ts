// How wide a text is, in characters of its font, and how many lines it takes. An estimate that layouts share; no font
// is measured.

const NARROW = /[\u0020-\u007e\u00a0-\u00ff]/u;

/** The width in characters: a Chinese character is 1, a Latin letter, digit or half-width mark 0.5. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NARROW.test(character) ? 0.5 : 1;
  return width;
}

/** How many lines a text takes in a width given in characters; at least 1. Line breaks in the text count. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(1, width);
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(line) / room - 1e-9));
  return lines;
}
