// The parts of an .xlsx file around its sheets, and the zip that holds them.

import { strToU8, zipSync, type Zippable } from 'fflate';
import type { DocumentProperties } from '../../document/document-tree';
import { CORE_PROPERTIES_PATH, corePropertiesXml } from '../core-properties';
import { escapeMarkup } from '../escape-markup';
import { absoluteReference, sheetPrefix, type Sheet } from './sheet';
import { SharedTexts, sheetXml } from './sheet-xml';
import { StyleSheet } from './style-sheet';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The same report gives the same bytes at any time: the oldest date a zip can hold. */
const NO_DATE = new Date(1980, 0, 1);

/** The bytes of the workbook; the first sheet is the one shown when it is opened. */
export function packWorkbook(
  sheets: readonly Sheet[],
  { title, organisation }: DocumentProperties,
): Uint8Array<ArrayBuffer> {
  const styles = new StyleSheet();
  const texts = new SharedTexts();
  const parts = sheets.map((sheet, at): [string, string] => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheetXml(sheet, styles, texts, at === 0),
  ]);
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypesXml(sheets.length)],
    [
      '_rels/.rels',
      relationships([
        ['officeDocument', 'xl/workbook.xml', OFFICE],
        ['metadata/core-properties', CORE_PROPERTIES_PATH, PACKAGE],
      ]),
    ],
    [CORE_PROPERTIES_PATH, corePropertiesXml({ title, organisation })],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`, OFFICE] as const),
        ['styles', 'styles.xml', OFFICE],
        ['sharedStrings', 'sharedStrings.xml', OFFICE],
      ]),
    ],
    ...parts,
    ['xl/styles.xml', styles.toXml()],
    ['xl/sharedStrings.xml', texts.toXml()],
  ];
  const zippable: Zippable = {};
  for (const [path, xml] of files) zippable[path] = [strToU8(xml), { mtime: NO_DATE }];
  return Uint8Array.from(zipSync(zippable, { level: 6 }));
}

function relationships(targets: readonly (readonly [type: string, target: string, base: string])[]): string {
  const items = targets.map(
    ([type, target, base], at) =>
      `<Relationship Id="rId${at + 1}" Type="${base}/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(sheetCount: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, at) =>
    override(`/xl/worksheets/sheet${at + 1}.xml`, `${CONTENT}.worksheet+xml`),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', `${CONTENT}.sheet.main+xml`) +
    sheets.join('') +
    override('/xl/styles.xml', `${CONTENT}.styles+xml`) +
    override('/xl/sharedStrings.xml', `${CONTENT}.sharedStrings+xml`) +
    override(`/${CORE_PROPERTIES_PATH}`, 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escapeMarkup(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">` +
    `<bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}<calcPr calcId="191029"/></workbook>`
  );
}

/** Repeated rows belong to a sheet, the tables' names to the workbook. All that is on a sheet is printed. */
function definedNames(sheet: Sheet, at: number): string[] {
  const prefix = escapeMarkup(sheetPrefix(sheet.name));
  const rows = sheet.repeatedRows;
  return [
    ...sheet.names.map(
      ({ name, range }) => `<definedName name="${name}">${prefix}${absoluteReference(range)}</definedName>`,
    ),
    ...(rows
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${prefix}$${rows[0] + 1}:$${rows[1] + 1}</definedName>`,
        ]
      : []),
  ];
}
