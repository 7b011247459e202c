// docProps/core.xml, the document properties of every Office Open XML package (ECMA-376 part 2, 11). Without dates: the
// same document gives the same bytes.

import type { DocumentProperties } from '../document/document-tree';
import { escapeContent } from './escape-markup';

/** Where packages keep this part. */
export const CORE_PROPERTIES_PATH = 'docProps/core.xml';

/** The whole part. */
export function corePropertiesXml({ title, organisation, subject, keywords }: DocumentProperties): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeContent(title)}</dc:title><dc:subject>${escapeContent(subject)}</dc:subject>` +
    `<dc:creator>${escapeContent(organisation)}</dc:creator><cp:keywords>${escapeContent(keywords)}</cp:keywords>` +
    `<cp:lastModifiedBy>${escapeContent(organisation)}</cp:lastModifiedBy></cp:coreProperties>`
  );
}
