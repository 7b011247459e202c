// A document table as a real Word table: fixed widths, merged cells, repeated heads, rows that do not split.

import {
  AlignmentType,
  BorderStyle,
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
import { CELL_PADDING, POINTS_PER_MILLIMETRE } from '../../document/page-geometry';
import { removeForbidden } from '../escape-markup';
import type { CellStyles } from './docx-cell-styles';
import { TWIPS_PER_POINT } from './docx-styles';

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
export function docxTable(table: DocumentTable, fitted: FittedTable, styles: CellStyles): Table {
  const columnWidths = fitted.columnWidths.map((width) => Math.round(width * TWIPS_PER_MILLIMETRE));
  const margin = Math.round(CELL_PADDING * TWIPS_PER_MILLIMETRE);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    margins: { left: margin, right: margin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: BORDERS,
    rows: rowsOf(table).map((cells, at) => {
      // A table that fits its page is not torn: every row but its last is kept with the next.
      const keepNext = fitted.fitsOnePage && at < table.rowCount - 1;
      return new TableRow({
        cantSplit: true,
        ...(at < table.headRowCount && { tableHeader: true }),
        children: cells.map((cell) =>
          docxCell(cell, styles.idOf({ fitted, align: alignmentOf(cell), keepNext })),
        ),
      });
    }),
  });
}

/** The library gives each cell the width of the columns it spans. */
function docxCell({ rowSpan, columnSpan, text }: DocumentCell, style: string): TableCell {
  return new TableCell({
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, children: text === '' ? [] : [new TextRun(removeForbidden(text))] })],
  });
}
