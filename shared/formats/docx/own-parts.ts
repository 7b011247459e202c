// What the library cannot say: which families stand in for the official ones. And what it says too much: the time of
// day, in the properties and in the zip, which would make every file of the same report different.

import type { DocumentProperties } from '../../document/document-tree';
import { TYPE_FACES } from '../../document/type-faces';
import { CORE_PROPERTIES_PATH, corePropertiesXml } from '../core-properties';
import { escapeMarkup } from '../escape-markup';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** GB2312, so that Word looks among the Chinese families. */
const CHARACTER_SET = '86';

/** The parts of the package that replace those of the library. */
export function ownParts(
  properties: DocumentProperties,
): readonly { readonly path: string; readonly data: string }[] {
  return [
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: CORE_PROPERTIES_PATH, data: corePropertiesXml(properties) },
  ];
}

/** Names for each official family the families to take on machines that lack it (ECMA-376 part 1, 17.8.3.1). */
function fontTableXml(): string {
  const fonts = Object.values(TYPE_FACES).map(([official, ...others]) => {
    const isChinese = /[^\p{ASCII}]/u.test(official);
    const substitutes = others.length > 0 ? `<w:altName w:val="${escapeMarkup(others.join(','))}"/>` : '';
    const charset = isChinese ? `<w:charset w:val="${CHARACTER_SET}"/>` : '';
    return `<w:font w:name="${escapeMarkup(official)}">${substitutes}${charset}<w:family w:val="auto"/></w:font>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<w:fonts xmlns:w="${WORD}">${fonts.join('')}</w:fonts>`
  );
}

/** 1 January 1980, the oldest date a zip can hold, as its two words of time and date. */
const OLDEST_DATE = 0x0021_0000;
const END_LENGTH = 22;

/** The same zip, every entry of it dated alike; changes the bytes in place. Places as in APPNOTE.TXT, 4.3. */
export function withoutDates(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry += 1) {
    view.setUint32(at + 12, OLDEST_DATE, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, OLDEST_DATE, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
