// What the library cannot say: which families stand in for the official ones. And what it says too much: the time of
// day, which would make every file of the same report different.

import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { TYPE_FACES } from '../../document/type-faces';
import { escapeMarkup } from '../escape-markup';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** The oldest date a zip can hold. */
const NO_DATE = new Date(1980, 0, 1);
/** GB2312, so that Word looks among the Chinese families. */
const CHARACTER_SET = '86';

/** The same package with our font table and without dates. */
export function finishPackage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const finished: Zippable = {};
  for (const [path, part] of Object.entries(parts)) {
    if (path.endsWith('/')) continue;
    const content =
      path === 'word/fontTable.xml'
        ? strToU8(fontTableXml())
        : path === 'docProps/core.xml'
          ? strToU8(withoutDates(strFromU8(part)))
          : part;
    finished[path] = [content, { mtime: NO_DATE }];
  }
  return Uint8Array.from(zipSync(finished, { level: 9 }));
}

function withoutDates(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, '');
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
