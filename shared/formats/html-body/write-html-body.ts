// The report as clean HTML for a portal: headings, paragraphs and tables with their meaning, borders inline because
// content systems drop style sheets. No classes, no scripts, nothing of Word.

import {
  alignmentOf,
  rowsOf,
  nodesOf,
  type DocumentCell,
  type DocumentNode,
  type DocumentTable,
  type ReportDocument,
} from '../../document/document-tree';
import { fitTable } from '../../document/fit-table';
import { escapeHtmlText, escapeMarkup } from '../escape-markup';

const TABLE_STYLE = 'border-collapse:collapse;width:100%;margin:0 auto';
const CELL_STYLE = 'border:1px solid #000;padding:4px 6px';

/** The bytes of an .html file that holds the body and says its encoding; it can be opened and copied from. */
export function writeHtmlBody(document: ReportDocument): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n` +
      `<title>${escapeMarkup(document.properties.title)}</title>\n</head>\n<body>\n${htmlBody(document)}</body>\n</html>\n`,
  );
}

/** The markup alone, to be pasted into an editor: what stands between the tags of a body. */
export function htmlBody(document: ReportDocument): string {
  return nodesOf(document)
    .map((node) => `${nodeMarkup(node)}\n`)
    .join('');
}

function nodeMarkup(node: DocumentNode): string {
  switch (node.kind) {
    case 'title':
      return `<h1 style="text-align:center">${escapeHtmlText(node.text)}</h1>`;
    case 'notice':
      return `<p style="text-align:center;color:#c00000"><strong>${escapeHtmlText(node.text)}</strong></p>`;
    case 'heading':
      return `<h${node.level + 1}>${escapeHtmlText(node.text)}</h${node.level + 1}>`;
    case 'paragraph':
      return `<p style="text-indent:2em">${node.runs.map(({ text, face }) => runMarkup(text, face)).join('')}</p>`;
    case 'note':
      return `<p style="text-align:${node.align === 'centre' ? 'center' : node.align}">${escapeHtmlText(node.text)}</p>`;
    case 'signature':
      return `<p style="text-align:right">${escapeHtmlText(node.text)}</p>`;
    case 'field':
      return `<p>${escapeHtmlText(`${node.label}：${node.text}`)}</p>`;
    case 'space':
      return '';
    case 'table':
      return tableMarkup(node.table);
  }
}

function runMarkup(text: string, face: 'body' | 'subheading'): string {
  const escaped = escapeHtmlText(text);
  return face === 'body' ? escaped : `<strong>${escaped}</strong>`;
}

function tableMarkup(table: DocumentTable): string {
  const rows = rowsOf(table).map((cells) => `<tr>${cells.map(cellMarkup).join('')}</tr>`);
  const head = rows.slice(0, table.headRowCount);
  const { columnWidths } = fitTable(table);
  const full = columnWidths.reduce((sum, width) => sum + width, 0);
  const columns = columnWidths.map((width) => `<col style="width:${((width * 100) / full).toFixed(1)}%">`);
  return (
    `<table border="1" style="${TABLE_STYLE}">\n<colgroup>${columns.join('')}</colgroup>\n` +
    (head.length > 0 ? `<thead>\n${head.join('\n')}\n</thead>\n` : '') +
    `<tbody>\n${rows.slice(table.headRowCount).join('\n')}\n</tbody>\n</table>`
  );
}

function cellMarkup(cell: DocumentCell): string {
  const { role, rowSpan, columnSpan, text } = cell;
  const isHead = role !== 'figure' && role !== 'text' && role !== 'corner';
  const spans =
    (columnSpan > 1 ? ` colspan="${columnSpan}"` : '') + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '');
  const align = alignmentOf(cell) === 'left' ? 'left' : 'center';
  const tag = isHead ? 'th' : 'td';
  const weight = isHead ? ';font-weight:normal' : '';
  const scope = isHead ? ` scope="${scopeOf(cell)}"` : '';
  return `<${tag}${spans}${scope} style="${CELL_STYLE};text-align:${align}${weight}">${escapeHtmlText(text)}</${tag}>`;
}

/** For screen readers: what a head heads. */
function scopeOf({ role, rowSpan, columnSpan }: DocumentCell): string {
  if (role === 'rowHead') return rowSpan > 1 ? 'rowgroup' : 'row';
  return columnSpan > 1 ? 'colgroup' : 'col';
}
