// Turns a laid-out table into the columns, groups and rows that AG Grid draws. Which cells are merged is said by
// classes; theme.css draws them. It knows neither values nor keys.

import type { ColDef, ColGroupDef, SpanRowsParams } from 'ag-grid-community';
import { widthOf } from '../../shared/clipboard/figure-sheet';
import type { FormCell } from '../../shared/forms/compile-form';
import type { CellPainter } from './cell-painter';
import { FigureCell, HeadCell, LabelCell, reachVariable } from './sheet-components';
import { governedByHead, governedByLabel, governedColumns, labelAt, wholeSheet } from './governed-figures';
import type { HeadNode, SheetLayout, SheetRow } from './sheet-layout';

/** The columns of a table from left to right, label columns first. */
export function columnDefinitions(
  layout: SheetLayout,
  painter: CellPainter,
  widthOfColumn: (id: string) => number,
): (ColDef<SheetRow> | ColGroupDef<SheetRow>)[] {
  const withWidth = (column: ColDef<SheetRow>): ColDef<SheetRow> => ({
    ...column,
    width: widthOfColumn(column.colId!),
  });
  const labels = Array.from({ length: layout.labelColumns }, (_, column) =>
    withWidth(labelColumn(layout, column)),
  );
  const figures = Array.from({ length: layout.sheet.columnCount }, (_, column) =>
    withWidth(figureColumn(layout, column, painter)),
  );
  const heads = layout.heads.map((node, index) => headColumn(layout, node, figures, `${index}`));
  return [...labels, ...(heads.length > 0 ? heads : figures)];
}

/** The style variable with the width of the whole table. */
export const WHOLE_WIDTH = '--reach-table';

/** The name of a label or figure column inside the grid. */
export function columnId(kind: 'label' | 'figure', column: number): string {
  return `${kind}-${column}`;
}

function labelColumn(layout: SheetLayout, column: number): ColDef<SheetRow> {
  const isCorner = column === 0;
  return {
    colId: columnId('label', column),
    cellAriaRole: 'rowheader',
    headerComponent: HeadCell,
    headerComponentParams: isCorner
      ? {
          text: layout.sheet.table.corner ?? '',
          reach: reachVariable('label', 0, layout.labelColumns),
          governed: wholeSheet(layout),
        }
      : { text: '' },
    headerClass: isCorner ? 'corner' : 'covered',
    valueGetter: ({ data }) => (data ? textAt(data, column) : ''),
    ...(column < layout.labelColumns - 1
      ? { spanRows: (params: SpanRowsParams<SheetRow>) => isSharedLabel(params, column) }
      : {}),
    cellRenderer: LabelCell,
    cellRendererParams: {
      textFor: (row: SheetRow) => textAt(row, column),
      reachFor: (row: SheetRow) => labelReach(row, column),
      governedBy: (row: SheetRow) => governedByLabel(layout, row, column),
    },
    cellClass: ({ data }) => (data ? labelClasses(data, column) : []),
  };
}

function textAt(row: SheetRow, column: number): string {
  if (row.kind === 'heading') return column === 0 ? row.text : '';
  if (row.kind === 'heads') return column === 0 ? row.rowHead : '';
  const label = labelAt(row, column);
  return label?.column === column ? label.text : '';
}

function isSharedLabel({ nodeA, nodeB }: SpanRowsParams<SheetRow>, column: number): boolean {
  const key = nodeA?.data && labelAt(nodeA.data, column)?.mergeKey;
  return key !== undefined && nodeB?.data !== undefined && labelAt(nodeB.data, column)?.mergeKey === key;
}

function labelReach(row: SheetRow, column: number): string | undefined {
  if (row.kind === 'heading') return column === 0 ? WHOLE_WIDTH : undefined;
  const label = labelAt(row, column);
  return label?.column === column ? reachVariable('label', column, label.span) : undefined;
}

function labelClasses(row: SheetRow, column: number): string[] {
  if (row.kind !== 'figures') return [row.kind];
  const label = labelAt(row, column);
  if (!label || label.column !== column) return ['covered'];
  return [
    'row-label',
    ...(label.isVertical ? ['vertical'] : []),
    ...(label.mergeKey !== undefined ? ['merged'] : []),
  ];
}

function figureColumn(layout: SheetLayout, column: number, painter: CellPainter): ColDef<SheetRow> {
  const cellFor = (row: SheetRow): FormCell | undefined => {
    if (row.kind !== 'figures') return undefined;
    const cell = layout.sheet.rows[row.line]![column]!;
    return layout.sheet.positions.get(cell.index)!.column === column ? cell : undefined;
  };
  const reachFor = (row: SheetRow): string =>
    reachVariable('figure', column, figureSpan(layout, row, column, cellFor(row)));
  return {
    colId: columnId('figure', column),
    headerComponent: HeadCell,
    headerComponentParams: { text: '' },
    cellRendererSelector: ({ data }) =>
      data?.kind === 'figures'
        ? { component: FigureCell, params: { painter, cellFor, reachFor } }
        : {
            component: LabelCell,
            params: {
              textFor: (row: SheetRow) => headTextAt(row, column),
              reachFor,
              governedBy: (row: SheetRow) => governedByHead(layout, row, column),
            },
          },
    cellClass: ({ data }) => (data ? figureClasses(data, column, cellFor(data)) : []),
  };
}

function headTextAt(row: SheetRow, column: number): string {
  return (row.kind === 'heads' && row.heads.find((head) => head.column === column)?.text) || '';
}

function figureSpan(layout: SheetLayout, row: SheetRow, column: number, cell: FormCell | undefined): number {
  if (row.kind === 'heads') return row.heads.find((head) => head.column === column)?.span ?? 1;
  return cell ? widthOf(layout.sheet, cell) : 1;
}

function figureClasses(row: SheetRow, column: number, cell: FormCell | undefined): string[] {
  if (row.kind === 'heads' && row.heads.some((head) => head.column === column)) return ['heads'];
  if (!cell) return ['covered'];
  return [cell.operands ? 'computed' : 'entered'];
}

function headColumn(
  layout: SheetLayout,
  node: HeadNode,
  figures: readonly ColDef<SheetRow>[],
  path: string,
): ColDef<SheetRow> | ColGroupDef<SheetRow> {
  if (node.column !== undefined)
    return {
      ...figures[node.column]!,
      headerComponentParams: { text: node.text, governed: governedColumns(layout, node) },
    };
  return {
    groupId: `group-${path}`,
    headerGroupComponent: HeadCell,
    headerGroupComponentParams: { text: node.text, governed: governedColumns(layout, node) },
    headerClass: node.isCovered ? 'covered' : `lines-${node.lines}`,
    marryChildren: true,
    children: node.children.map((child, index) => headColumn(layout, child, figures, `${path}-${index}`)),
  };
}
