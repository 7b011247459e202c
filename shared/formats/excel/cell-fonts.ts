// The fonts of a workbook's cells.

import { TYPE_FACES } from '../../document/type-faces';
import type { CellFont } from './sheet';

export interface CellFontEntry {
  readonly face: string;
  /** In points. */
  readonly size: number;
  /** Bold and red, for a mark that must not be overlooked. */
  readonly isAlarming?: true;
}

/** Spreadsheet cells are set in 宋体, which every Chinese machine has; headings in the document's faces. */
const CELL_FACE = '宋体';

export const CELL_FONTS: Readonly<Record<CellFont, CellFontEntry>> = {
  cell: { face: CELL_FACE, size: 11 },
  head: { face: CELL_FACE, size: 11 },
  smallHead: { face: CELL_FACE, size: 9 },
  title: { face: TYPE_FACES.title[0], size: 20 },
  heading: { face: TYPE_FACES.heading[0], size: 14 },
  subheading: { face: TYPE_FACES.subheading[0], size: 12 },
  body: { face: CELL_FACE, size: 12 },
  note: { face: CELL_FACE, size: 10 },
  notice: { face: TYPE_FACES.heading[0], size: 12, isAlarming: true },
};

/** The order in which both file formats number them. */
export const FONT_ORDER = Object.keys(CELL_FONTS) as readonly CellFont[];
