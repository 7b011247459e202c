// docProps/core.xml, the document properties of every Office Open XML package (ECMA-376 part 2, 11). Without dates: the
// same document gives the same bytes.

import type { DocumentProperties } from '../document/document-tree';
import { escapeContent } from './escape-markup';

/** Where packages keep this part. */
export const CORE_PROPERTIES_PATH = 'docProps/core.xml';

/** Title and author; the rest where there is room for it. */
type CoreProperties = Pick<DocumentProperties, 'title' | 'organisation'> & Partial<DocumentProperties>;

/** The whole part. */
export function corePropertiesXml({ title, organisation, subject, keywords }: CoreProperties): string {
  const optional = (element: string, text: string | undefined): string =>
    text === undefined ? '' : `<${element}>${escapeContent(text)}</${element}>`;
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeContent(title)}</dc:title>${optional('dc:subject', subject)}` +
    `<dc:creator>${escapeContent(organisation)}</dc:creator>${optional('cp:keywords', keywords)}</cp:coreProperties>`
  );
}
