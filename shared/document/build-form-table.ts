// An official table as part of a document: its laid-out cells with this report's figures, and how wide its columns
// have to be.

import type { TableDefinition } from '../forms/form-definition';
import { sectionTitle } from '../forms/compile-form';
import type { Evaluation } from '../engine/evaluate-report';
import { formatCellValue } from '../report/format-cell-value';
import type { DocumentCell, DocumentColumn, DocumentTable } from './document-tree';
import { layOutTable, type LaidOutCell, type LaidOutTable } from './lay-out-table';
import { textWidth } from './text-width';

/** Room for a head of two characters a line, and for a figure of four digits. */
const LEAST_FIGURE = 2.2;
/**
 * In a matrix heads are wrapped into lines of two characters, because their words have two; where figures need more
 * room, into lines of four. Three would tear the words.
 */
const MATRIX_FIGURE = { least: 2.85, wider: 4.1 } as const;
const LEAST_ROW_HEAD = 7;
/** A head beside many rows is set in two characters a line, so that an ordinal keeps its “、”. */
const LEAST_TALL_HEAD = 2.2;
/** Widths are rounded on their way into files: a head that just fits would break. */
const SLACK = 0.2;

/** One of the form's tables with the figures of this evaluation, totals as computed by us. */
export function buildFormTable(evaluation: Evaluation, table: TableDefinition): DocumentTable {
  const layout = layOutTable(evaluation.report.form, table);
  const cells = layout.cells.map((cell) => fillCell(cell, evaluation));
  return {
    key: table.key,
    name: `表${table.number}`,
    heading: sectionTitle(table),
    rowCount: layout.rowCount,
    headRowCount: layout.headRowCount,
    columns: Array.from({ length: layout.columnCount }, (_, column) => measureColumn(layout, cells, column)),
    cells,
  };
}

function fillCell({ cell, label, ...place }: LaidOutCell, evaluation: Evaluation): DocumentCell {
  if (!cell) return { ...place, text: label };
  const value = evaluation.totals.values[cell.index]!;
  return { ...place, text: formatCellValue(value), source: { kind: 'formCell', cell, value } };
}

function measureColumn(layout: LaidOutTable, cells: readonly DocumentCell[], column: number): DocumentColumn {
  if (column < layout.rowHeadColumnCount) return measureRowHeads(layout, cells, column);
  const isMatrix = layout.table.arrangement === 'matrix';
  const digits = cells
    .filter((cell) => cell.role === 'figure' && cell.column === column && cell.columnSpan === 1)
    .map((cell) => textWidth(cell.text));
  const widest = Math.max(LEAST_FIGURE, ...digits);
  if (!isMatrix) return { least: widest, grow: 1 };
  const { least, wider } = MATRIX_FIGURE;
  return { least: widest <= least ? least : Math.max(wider, widest), grow: 0 };
}

/** The innermost row heads take what is left over; outer heads stand upright in as few characters as they can. */
function measureRowHeads(
  layout: LaidOutTable,
  cells: readonly DocumentCell[],
  column: number,
): DocumentColumn {
  if (column === layout.rowHeadColumnCount - 1) return { least: LEAST_ROW_HEAD, grow: 1 };
  const outer = cells.filter(
    (cell) => cell.role === 'rowHead' && cell.column === column && cell.columnSpan === 1,
  );
  const least = outer.map((cell) => {
    const width = textWidth(cell.text);
    const lines = Math.ceil(width / Math.floor(LEAST_TALL_HEAD));
    return lines < cell.rowSpan ? LEAST_TALL_HEAD : Math.ceil(width / 2) + SLACK;
  });
  return { least: Math.max(LEAST_TALL_HEAD, ...least), grow: 0 };
}
