// What the grid prints around the figures of a table: row labels with their merges, column heads with theirs, and
// the lines that are nothing but heads. It reads the definition and knows no widths, no pixels and no grid library.

import { figureSheet, type FigureSheet } from '../../shared/clipboard/figure-sheet';
import type { CompiledForm, FormCell } from '../../shared/forms/compile-form';
import type { BlockDefinition, ColumnDefinition, TableDefinition } from '../../shared/forms/form-definition';

/** A row label in the label column where it begins. */
export interface LabelPlace {
  readonly text: string;
  readonly column: number;
  /** Over how many label columns it reaches. */
  readonly span: number;
  /** Equal in neighbouring rows that share one merged label; undefined for the row's own label. */
  readonly mergeKey?: string;
  /** The merged label of most of the table, written from top to bottom. */
  readonly isVertical: boolean;
}

/** A head above one column of figures or above several. */
export interface HeadPlace {
  readonly text: string;
  /** First column of figures below it, and how many. */
  readonly column: number;
  readonly span: number;
}

export type SheetRow =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'heads'; readonly rowHead: string; readonly heads: readonly HeadPlace[] }
  | { readonly kind: 'figures'; readonly line: number; readonly labels: readonly LabelPlace[] };

/** A node of the column heads above the table; its depth is its line. */
export interface HeadNode {
  readonly text: string;
  /** Lines it covers when it is a group that reaches down over lines of its own. */
  readonly lines: number;
  /** Repeats the group above it and is not drawn. */
  readonly isCovered: boolean;
  readonly children: readonly HeadNode[];
  /** The column of figures, for a head without children. */
  readonly column?: number;
}

export interface SheetLayout {
  readonly sheet: FigureSheet;
  readonly labelColumns: number;
  readonly rows: readonly SheetRow[];
  /** Column heads above the table; none in a stacked table, whose blocks carry their own. */
  readonly heads: readonly HeadNode[];
  readonly headLines: number;
}

/** Lays out a table of this form in the arrangement that its definition names. */
export function layOutSheet(form: CompiledForm, table: TableDefinition): SheetLayout {
  const sheet = figureSheet(form, table);
  switch (table.arrangement) {
    case 'matrix':
      return layOutMatrix(sheet, table.blocks[0]!);
    case 'side-by-side':
      return layOutSideBySide(sheet);
    case 'stacked':
      return layOutStacked(sheet, table.blocks);
  }
}

/** The head of a column with its unit, as the official form prints it. */
export function columnHead(column: Pick<ColumnDefinition, 'label' | 'unit'>): string {
  return column.unit ? `${column.label}（单位：${column.unit}）` : column.label;
}

function layOutMatrix(sheet: FigureSheet, block: BlockDefinition): SheetLayout {
  const labelColumns = Math.max(...block.rows.map((row) => row.labelPath.length));
  const rows = block.rows.map((row, line): SheetRow => ({
    kind: 'figures',
    line,
    labels: row.labelPath.map((text, level) => {
      const isOwn = level === row.labelPath.length - 1;
      return {
        text,
        column: level,
        span: isOwn ? labelColumns - level : 1,
        ...(isOwn ? {} : { mergeKey: row.labelPath.slice(0, level + 1).join('\n') }),
        isVertical: !isOwn && level === 0 && labelColumns > 2,
      };
    }),
  }));
  const paths = block.columns.map((column) => [...(column.groups ?? []), columnHead(column)]);
  return { sheet, labelColumns, rows, ...headsOf(paths, false) };
}

function layOutSideBySide(sheet: FigureSheet): SheetLayout {
  const paths = sheet.rows[0]!.map((cell) => [...cell.row.labelPath, columnHead(cell.column)]);
  return {
    sheet,
    labelColumns: 0,
    rows: [{ kind: 'figures', line: 0, labels: [] }],
    ...headsOf(paths, true),
  };
}

function layOutStacked(sheet: FigureSheet, blocks: readonly BlockDefinition[]): SheetLayout {
  let line = 0;
  const rows = blocks.flatMap((block): SheetRow[] => {
    const heading: SheetRow[] = block.heading ? [{ kind: 'heading', text: block.heading }] : [];
    const heads = block.columns.map((column, index) => ({
      text: columnHead(column),
      column: index,
      span: index === block.columns.length - 1 ? sheet.columnCount - index : 1,
    }));
    const figures = block.rows.map((row): SheetRow => ({
      kind: 'figures',
      line: line++,
      labels: [{ text: row.labelPath.at(-1)!, column: 0, span: 1, isVertical: false }],
    }));
    return [...heading, { kind: 'heads', rowHead: block.rowHead ?? '', heads }, ...figures];
  });
  return { sheet, labelColumns: 1, rows, heads: [], headLines: 0 };
}

/**
 * The tree of column heads from the path of each column, outermost head first. Neighbours with the same outer
 * head share it. With `deepGroups` a short path makes its innermost group reach down to the own heads of the
 * columns; without it the column's own head does.
 */
function headsOf(
  paths: readonly (readonly string[])[],
  deepGroups: boolean,
): Pick<SheetLayout, 'heads' | 'headLines'> {
  const headLines = Math.max(...paths.map((path) => path.length));
  const group = (from: number, to: number, depth: number): HeadNode[] => {
    const nodes: HeadNode[] = [];
    for (let start = from; start < to;) {
      const path = paths[start]!;
      if (depth >= path.length - 1 && !(deepGroups && depth < headLines - 1)) {
        nodes.push({ text: path.at(-1)!, lines: 1, isCovered: false, children: [], column: start });
        start += 1;
        continue;
      }
      const level = Math.min(depth, path.length - 2);
      const prefix = path.slice(0, level + 1).join('\n');
      let end = start + 1;
      while (
        end < to &&
        paths[end]!.slice(0, level + 1).join('\n') === prefix &&
        paths[end]!.length > level + 1
      )
        end += 1;
      const isLast = deepGroups && depth === path.length - 2;
      nodes.push({
        text: path[level]!,
        lines: isLast ? headLines - 1 - depth : 1,
        isCovered: depth > level,
        children: group(start, end, depth + 1),
      });
      start = end;
    }
    return nodes;
  };
  return { heads: group(0, paths.length, 0), headLines };
}

/** How a screen reader names a cell: its row, its column and the unit of its table. */
export function cellName(cell: FormCell): string {
  return [...cell.row.labelPath, columnHead(cell.column)].join('，');
}
