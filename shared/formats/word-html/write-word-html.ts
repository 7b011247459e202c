// Word-compatible HTML (.doc): one HTML file that Word and WPS open as a document, with pages, type and rules.
// LibreOffice reads the same markup: it needs borders and paragraph margins inline, and widths as attributes.

import {
  alignmentOf,
  rowsOf,
  type DocumentCell,
  type DocumentProperties,
  type ReportDocument,
} from '../../document/document-tree';
import type { FittedTable } from '../../document/fit-table';
import { CELL_PADDING, FIELD_LENGTH, LINE_DISTANCE, TABLE_LINE_FACTOR } from '../../document/page-geometry';
import { pageSections, type PageSection, type PlacedNode } from '../../document/page-sections';
import { textWidth } from '../../document/text-width';
import { escapeHtmlText, escapeMarkup } from '../escape-markup';
import { faceRule, pixels, points, WORD_STYLE_SHEET } from './word-style';

const BORDER = 'border:1px solid #000000';
const SECTION_BREAK = '<br clear="all" style="page-break-before:always;mso-break-type:section-break">';
/**
 * Behind a table at the end of a page both programs want a paragraph; one of full height would open a blank page. Its
 * size is in the style sheet: in the last paragraph of a file LibreOffice forgets one of its own.
 */
const TINY_PARAGRAPH = '<p class="tiny" style="margin-top:0pt;margin-bottom:0pt">&nbsp;</p>';
/**
 * LibreOffice puts whatever paragraph comes first in a file named .doc on a page of its own and loses its text; only a
 * table is spared. Word never sees this one.
 */
const OPENING =
  '<!--[if !mso]><!--><table width="1" cellspacing="0" cellpadding="0"><tr><td>' +
  `${TINY_PARAGRAPH}</td></tr></table><!--<![endif]-->\n`;
/** LibreOffice gives a paragraph a lower margin of its own unless the paragraph itself says none. */
const NO_MARGIN = 'margin-top:0pt;margin-bottom:0pt';
/** By level; a second-level heading stands as close as a paragraph. */
const HEADING_MARGINS = { 1: 'margin-top:6pt;margin-bottom:3pt', 2: NO_MARGIN } as const;
/** LibreOffice knows no classes of spans. */
const SUBHEADING_FACE = faceRule('subheading');
/** A space of the Chinese face: a Latin one would take a taller face and push a full page's table over its end. */
const EMPTY_CELL = '\u3000';
/** Without it Word takes a file named .doc for GBK text. */
const BYTE_ORDER_MARK = '\ufeff';

/** The bytes of the .doc file of a document. */
export function writeWordHtml(document: ReportDocument): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(BYTE_ORDER_MARK + wordHtmlText(document));
}

function wordHtmlText(document: ReportDocument): string {
  const sections = pageSections(document).map((section, at) => sectionMarkup(section, at === 0));
  return (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"' +
    ' xmlns="http://www.w3.org/TR/REC-html40" lang="zh-CN">\n' +
    `<head>\n${headMarkup(document.properties)}</head>\n<body lang="ZH-CN" style="margin:0">\n` +
    `${joined(sections, `\n${SECTION_BREAK}\n`)}\n</body>\n</html>\n`
  );
}

function headMarkup({ title, organisation, subject, keywords }: DocumentProperties): string {
  return (
    '<meta charset="utf-8">\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n' +
    `<title>${escapeMarkup(title)}</title>\n` +
    '<!--[if gte mso 9]><xml><o:DocumentProperties>' +
    `<o:Title>${escapeMarkup(title)}</o:Title><o:Subject>${escapeMarkup(subject)}</o:Subject>` +
    `<o:Author>${escapeMarkup(organisation)}</o:Author><o:Keywords>${escapeMarkup(keywords)}</o:Keywords>` +
    `<o:Company>${escapeMarkup(organisation)}</o:Company></o:DocumentProperties></xml>` +
    '<xml><w:WordDocument><w:View>Print</w:View><w:Zoom>100</w:Zoom>' +
    '<w:PunctuationKerning/></w:WordDocument></xml><![endif]-->\n' +
    `<style>\n${WORD_STYLE_SHEET}\n</style>\n`
  );
}

function sectionMarkup({ orientation, nodes }: PageSection, isFirst: boolean): string {
  const opening = isFirst ? OPENING : '';
  const closing = nodes.at(-1)?.kind === 'table' ? `${TINY_PARAGRAPH}\n` : '';
  return `<div class="${orientation}">\n${opening}${joined(nodes.map(nodeMarkup), '\n')}\n${closing}</div>`;
}

function nodeMarkup(node: PlacedNode): string {
  switch (node.kind) {
    case 'title':
      return `<p class="title" style="margin-top:0pt;margin-bottom:${LINE_DISTANCE.body}pt">${node.lines.map(escapeHtmlText).join('<br>')}</p>`;
    case 'notice':
      return `<p class="notice" style="margin-top:0pt;margin-bottom:12pt">${escapeHtmlText(node.text)}</p>`;
    case 'heading':
      return headingMarkup(node);
    case 'paragraph':
      return `<p class="body" style="${NO_MARGIN}">${node.runs.map(({ text, face }) => runMarkup(text, face)).join('') || '&nbsp;'}</p>`;
    case 'note':
      return `<p class="note" style="${NO_MARGIN};text-align:${node.align === 'centre' ? 'center' : node.align}">${escapeHtmlText(node.text)}</p>`;
    case 'signature':
      return `<p class="signature" style="${NO_MARGIN}">${escapeHtmlText(node.text)}</p>`;
    case 'field':
      return `<p class="field" style="${NO_MARGIN}">${escapeHtmlText(`${node.label}：`)}<u>${onRule(node)}</u></p>`;
    case 'space':
      return `<p class="body" style="${NO_MARGIN}">&nbsp;</p>\n`.repeat(node.lines).trimEnd();
    case 'table':
      return tableMarkup(node);
  }
}

/** The text filled up with spaces, so that the underline reaches to the end of the field. */
function onRule({ label, text }: Extract<PlacedNode, { kind: 'field' }>): string {
  const missing = FIELD_LENGTH - textWidth(`${label}：${text}`);
  return escapeHtmlText(text) + '\u3000'.repeat(Math.max(0, Math.round(missing)));
}

function headingMarkup({ level, text, startsPage }: Extract<PlacedNode, { kind: 'heading' }>): string {
  const page = startsPage ? 'page-break-before:always;' : '';
  return `<h${level} style="${page}${HEADING_MARGINS[level]}">${escapeHtmlText(text)}</h${level}>`;
}

function runMarkup(text: string, face: 'body' | 'subheading'): string {
  const escaped = escapeHtmlText(text);
  return face === 'body' ? escaped : `<span style="${SUBHEADING_FACE}">${escaped}</span>`;
}

function tableMarkup({ table, fitted }: Extract<PlacedNode, { kind: 'table' }>): string {
  const { columnWidths } = fitted;
  const width = sum(columnWidths);
  const cellMarkup = cellWriter(fitted);
  // A table that fits a page is not torn: every row but its last is kept with the next one.
  const rows = rowsOf(table).map((cells, at) => {
    const keepsWithNext = fitted.fitsOnePage && at < table.rowCount - 1;
    const markup = joined(
      cells.map((cell) => cellMarkup(cell, keepsWithNext)),
      '',
    );
    return `<tr style="page-break-inside:avoid">${markup}</tr>`;
  });
  const head = joined(rows.slice(0, table.headRowCount), '\n');
  return (
    `<table border="1" width="${pixels(width)}" cellspacing="0" cellpadding="0" style="border-collapse:collapse;table-layout:fixed;` +
    `width:${points(width)};${fitted.fitsOnePage ? 'page-break-inside:avoid;' : ''}${BORDER};mso-padding-alt:0 ${points(CELL_PADDING)} 0 ${points(CELL_PADDING)}">\n` +
    `<colgroup>${columnWidths.map((one) => `<col width="${pixels(one)}" style="width:${points(one)}">`).join('')}</colgroup>\n` +
    `${head === '' ? '' : `<thead>\n${head}\n</thead>\n`}` +
    `<tbody>\n${joined(rows.slice(table.headRowCount), '\n')}\n</tbody>\n</table>`
  );
}

/** Writes the cells of one table. What cells of the same columns have in common is put together once. */
function cellWriter({
  columnWidths,
  typeSize,
  rowPadding,
}: FittedTable): (cell: DocumentCell, keepsWithNext: boolean) => string {
  const padding = `${rowPadding / 2}pt ${points(CELL_PADDING)}`;
  const type = `font-size:${typeSize}pt;line-height:${(typeSize * TABLE_LINE_FACTOR).toFixed(1)}pt`;
  const boxes = new Map<string, string>();
  const boxOf = ({ column, columnSpan }: DocumentCell): string => {
    const place = `${column} ${columnSpan}`;
    let box = boxes.get(place);
    if (box === undefined) {
      const width = sum(columnWidths.slice(column, column + columnSpan));
      box = `width="${pixels(width)}" style="width:${points(width)};${BORDER};padding:${padding}" valign="middle"`;
      boxes.set(place, box);
    }
    return box;
  };
  return (cell, keepsWithNext) => {
    const spans =
      (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') +
      (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
    const align = alignmentOf(cell) === 'left' ? 'left' : 'center';
    return (
      `<td${spans} ${boxOf(cell)}><p style="${NO_MARGIN};text-align:${align};${type}${keepsWithNext ? ';page-break-after:avoid' : ''}">` +
      `${cell.text === '' ? EMPTY_CELL : escapeHtmlText(cell.text)}</p></td>`
    );
  };
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

/** As `join`, which would copy every part at each level; the parts of a sum are copied once, when it is encoded. */
function joined(parts: readonly string[], between: string): string {
  return parts.length === 0 ? '' : parts.reduce((all, part) => all + between + part);
}
