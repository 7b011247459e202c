// Excel workbooks (.xlsx): the sheets of a document in a zip of XML.

import type { ReportDocument } from '../../document/document-tree';
import { buildSheets } from './build-sheets';
import { packWorkbook } from './workbook-package';

/** The bytes of the workbook of a document. The same document gives the same bytes. */
export function writeExcel(document: ReportDocument): Uint8Array<ArrayBuffer> {
  return packWorkbook(buildSheets(document), document.properties);
}
