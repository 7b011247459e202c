// The report as a page to be printed or made a PDF of by Chromium: the same document tree with a print style sheet.
// It holds no script and asks for nothing outside itself.

import { alignmentOf, rowsOf, type DocumentCell, type ReportDocument } from '../../document/document-tree';
import type { FittedTable } from '../../document/fit-table';
import { CELL_PADDING, TABLE_LINE_FACTOR } from '../../document/page-geometry';
import { pageSections, type PageSection, type PlacedNode } from '../../document/page-sections';
import { escapeHtmlText, escapeMarkup } from '../escape-markup';
import { PRINT_STYLE_SHEET } from './print-style';

/** Half of the outer rules lies outside of a table; at the page's edge it would be cut off. */
const OUTER_RULE = 0.4;

/** The whole page as text. */
export function printHtml(document: ReportDocument): string {
  return (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n' +
    `<title>${escapeMarkup(document.properties.title)}</title>\n<style>\n${PRINT_STYLE_SHEET}\n</style>\n</head>\n` +
    `<body class="paper">\n${printBody(document)}\n</body>\n</html>\n`
  );
}

/** The sections alone, to be put into an element of class `paper` beside the style sheet. */
export function printBody(document: ReportDocument): string {
  return pageSections(document).map(sectionMarkup).join('\n');
}

function sectionMarkup({ part, orientation, nodes }: PageSection): string {
  const page = part === 'cover' ? 'cover' : orientation;
  return `<section class="${page}">\n${nodes.map(nodeMarkup).join('\n')}\n</section>`;
}

function nodeMarkup(node: PlacedNode): string {
  switch (node.kind) {
    case 'title':
      return `<p class="title">${node.lines.map(escapeHtmlText).join('<br>')}</p>`;
    case 'notice':
    case 'signature':
      return `<p class="${node.kind}">${escapeHtmlText(node.text)}</p>`;
    case 'heading':
      return `<h${node.level}${node.startsPage ? ' class="page"' : ''}>${escapeHtmlText(node.text)}</h${node.level}>`;
    case 'paragraph':
      return `<p class="body">${node.runs.map(({ text, face }) => runMarkup(text, face)).join('') || '&nbsp;'}</p>`;
    case 'note':
      return `<p class="note ${node.align}">${escapeHtmlText(node.text)}</p>`;
    case 'field':
      return `<p class="field"><span>${escapeHtmlText(node.label)}：</span><u>${escapeHtmlText(node.text)}</u></p>`;
    case 'space':
      return '<p class="body">&nbsp;</p>'.repeat(node.lines);
    case 'table':
      return tableMarkup(node);
  }
}

function runMarkup(text: string, face: 'body' | 'subheading'): string {
  const escaped = escapeHtmlText(text);
  return face === 'body' ? escaped : `<span class="subheading">${escaped}</span>`;
}

function tableMarkup({ table, fitted }: Extract<PlacedNode, { kind: 'table' }>): string {
  const rows = rowsOf(table).map(
    (cells) => `<tr>${cells.map((cell) => cellMarkup(cell, fitted)).join('')}</tr>`,
  );
  const head = rows.slice(0, table.headRowCount).join('\n');
  const full = fitted.columnWidths.reduce((sum, column) => sum + column, 0);
  const width = full - OUTER_RULE;
  const columns = fitted.columnWidths.map(
    (column) => `<col style="width:${((column * 100) / full).toFixed(2)}%">`,
  );
  return (
    `<table${fitted.fitsOnePage ? ' class="whole"' : ''} style="width:${width.toFixed(1)}mm;font-size:${fitted.typeSize}pt;` +
    `line-height:${TABLE_LINE_FACTOR}">\n` +
    `<colgroup>${columns.join('')}</colgroup>\n` +
    `${head === '' ? '' : `<thead>\n${head}\n</thead>\n`}` +
    `<tbody>\n${rows.slice(table.headRowCount).join('\n')}\n</tbody>\n</table>`
  );
}

function cellMarkup(cell: DocumentCell, { rowPadding }: FittedTable): string {
  const spans =
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') +
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const align = alignmentOf(cell) === 'left' ? ' class="left"' : '';
  const padding = `padding:${rowPadding / 2}pt ${CELL_PADDING}mm`;
  return `<td${spans}${align} style="${padding}">${escapeHtmlText(cell.text)}</td>`;
}
