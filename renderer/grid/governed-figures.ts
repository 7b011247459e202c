// Which figures a label or head of a laid-out table stands for. Pure.

import type { Governed } from './sheet-components';
import type { HeadNode, LabelPlace, SheetLayout, SheetRow } from './sheet-layout';

/** The label of a line that covers a label column. */
export function labelAt(row: SheetRow, column: number): LabelPlace | undefined {
  if (row.kind !== 'figures') return undefined;
  return row.labels.find((label) => label.column <= column && column < label.column + label.span);
}

/** The whole table: what its corner stands for. */
export function wholeSheet({ sheet }: SheetLayout): Governed {
  return { extent: extent(0, 0, sheet.rowCount - 1, sheet.columnCount - 1), isInnermost: false };
}

/** The rows of a row label, of a merged one all that share it; of the heading of a block all its rows. */
export function governedByLabel(layout: SheetLayout, row: SheetRow, column: number): Governed | undefined {
  const lastColumn = layout.sheet.columnCount - 1;
  if (row.kind !== 'figures') {
    const lines = linesBelow(layout, row);
    if (column > 0 || lines.length === 0) return undefined;
    return { extent: extent(lines[0]!, 0, lines.at(-1)!, lastColumn), isInnermost: false };
  }
  const label = labelAt(row, column);
  if (label?.column !== column) return undefined;
  const lines =
    label.mergeKey === undefined
      ? [row.line]
      : layout.rows.flatMap((other) =>
          other.kind === 'figures' && labelAt(other, column)?.mergeKey === label.mergeKey ? [other.line] : [],
        );
  return {
    extent: extent(lines[0]!, 0, lines.at(-1)!, lastColumn),
    isInnermost: label.mergeKey === undefined,
  };
}

/** The column of a head inside the table: the rows of its block. */
export function governedByHead(layout: SheetLayout, row: SheetRow, column: number): Governed | undefined {
  const head = row.kind === 'heads' ? row.heads.find((place) => place.column === column) : undefined;
  const lines = linesBelow(layout, row);
  if (!head || lines.length === 0) return undefined;
  return {
    extent: extent(lines[0]!, column, lines.at(-1)!, column + head.span - 1),
    isInnermost: true,
  };
}

/** The columns below a head above the table. */
export function governedColumns(layout: SheetLayout, node: HeadNode): Governed {
  const columns = leavesOf(node);
  return {
    extent: extent(0, Math.min(...columns), layout.sheet.rowCount - 1, Math.max(...columns)),
    isInnermost: node.column !== undefined,
  };
}

function leavesOf(node: HeadNode): number[] {
  return node.column !== undefined ? [node.column] : node.children.flatMap(leavesOf);
}

/** The lines of figures between a line of heads and the next one. */
function linesBelow(layout: SheetLayout, row: SheetRow): number[] {
  const lines: number[] = [];
  for (const below of layout.rows.slice(layout.rows.indexOf(row) + 1)) {
    if (below.kind === 'figures') lines.push(below.line);
    else if (lines.length > 0) break;
  }
  return lines;
}

function extent(top: number, left: number, bottom: number, right: number): Governed['extent'] {
  return { top, left, bottom, right };
}
