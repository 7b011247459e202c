// A document table as a real Word table: fixed widths, merged cells, repeated heads, rows that do not split.

import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { alignmentOf, rowsOf, type DocumentCell, type DocumentTable } from '../../document/document-tree';
import type { FittedTable } from '../../document/fit-table';
import { CELL_PADDING, POINTS_PER_MILLIMETRE, TABLE_LINE_FACTOR } from '../../document/page-geometry';
import { fontOf, STYLE, TWIPS_PER_POINT } from './docx-styles';

const TWIPS_PER_MILLIMETRE = POINTS_PER_MILLIMETRE * TWIPS_PER_POINT;
/** Half a point, the weight of rules in official tables; in eighths of a point. */
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};

/** The Word table. Its grid is as wide as its page's text area. */
export function docxTable(table: DocumentTable, fitted: FittedTable): Table {
  const columnWidths = fitted.columnWidths.map((width) => Math.round(width * TWIPS_PER_MILLIMETRE));
  const margin = Math.round(CELL_PADDING * TWIPS_PER_MILLIMETRE);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: total(columnWidths), type: WidthType.DXA },
    columnWidths,
    margins: { left: margin, right: margin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: BORDERS,
    rows: rowsOf(table).map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          ...(at < table.headRowCount && { tableHeader: true }),
          children: cells.map((cell) =>
            docxCell(cell, fitted, columnWidths, fitted.fitsOnePage && at < table.rowCount - 1),
          ),
        }),
    ),
  });
}

/** A table that fits its page is not torn: the paragraphs of every row but its last are kept with the next. */
function docxCell(
  cell: DocumentCell,
  { typeSize, rowPadding }: FittedTable,
  columnWidths: readonly number[],
  keepNext: boolean,
): TableCell {
  const space = (rowPadding / 2) * TWIPS_PER_POINT;
  const width = total(columnWidths.slice(cell.column, cell.column + cell.columnSpan));
  return new TableCell({
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: alignmentOf(cell) === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        ...(keepNext && { keepNext }),
        spacing: {
          before: space,
          after: space,
          line: Math.round(typeSize * TABLE_LINE_FACTOR * TWIPS_PER_POINT),
          lineRule: LineRuleType.EXACT,
        },
        children: [new TextRun({ text: cell.text, size: typeSize * 2, font: fontOf('body') })],
      }),
    ],
  });
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
