// The report as plain text: what a program without formats gets from the clipboard. Cells are separated by tabs.

import { nodesOf, rowsOf, type DocumentNode, type ReportDocument } from '../../document/document-tree';

/** The whole document; a merged cell stands at its first position and leaves the others empty. */
export function plainText(document: ReportDocument): string {
  return nodesOf(document)
    .map((node) => `${textOf(node)}\n`)
    .join('\n');
}

function textOf(node: DocumentNode): string {
  switch (node.kind) {
    case 'paragraph':
      return node.runs.map(({ text }) => text).join('');
    case 'field':
      return `${node.label}：${node.text}`;
    case 'space':
      return '';
    case 'table':
      return rowsOf(node.table)
        .map((cells) => {
          const line = node.table.columns.map(() => '');
          for (const { column, text } of cells) line[column] = text.replace(/[\t\r\n]+/gu, ' ');
          return line.join('\t');
        })
        .join('\n');
    default:
      return node.text;
  }
}
