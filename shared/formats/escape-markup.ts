// Makes text safe inside XML and HTML. No text from a report ever reaches markup without passing here.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters, which XML 1.0 does not allow or warns of, but for tab and line breaks. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
/** With the u flag only halves without their other half. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Anything that any of the functions below would change; nearly all texts have nothing of it. */
const REMARKABLE = /[&<>"\p{Cc}\ufffe\uffff\ud800-\udfff]/u;

/** The text as content or attribute value of XML or HTML, without characters that XML forbids. */
export function escapeMarkup(text: string): string {
  if (!REMARKABLE.test(text)) return text;
  return removeForbidden(text).replace(/[&<>"]/gu, (character) => ENTITIES[character]!);
}

/** As `escapeMarkup`, for the content of an element only: there quotation marks need no escape. */
export function escapeContent(text: string): string {
  if (!REMARKABLE.test(text)) return text;
  return removeForbidden(text).replace(/[&<>]/gu, (character) => ENTITIES[character]!);
}

/** The text without the characters that XML forbids, for libraries that escape it themselves. */
export function removeForbidden(text: string): string {
  return text.replace(FORBIDDEN, '').replace(LONE_SURROGATE, '\ufffd');
}

/** As `escapeMarkup`, with runs of spaces kept: HTML would show a single one. */
export function escapeHtmlText(text: string): string {
  const escaped = escapeMarkup(text);
  return escaped.includes(' ') ? escaped.replace(/ (?= )|^ | $/gu, '\u00a0') : escaped;
}
