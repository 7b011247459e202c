// Fits a table to the page: the largest type at which it fits upright and on one page, else the page turned. Widths
// follow from the texts and figures it really holds, so that seven-digit counts do not break.

import type { DocumentTable } from './document-tree';
import {
  CELL_PADDING,
  POINTS_PER_MILLIMETRE,
  TALLEST_LINE_FACTOR,
  textArea,
  type Orientation,
} from './page-geometry';
import { estimateRowHeights } from './row-heights';

export interface FittedTable {
  readonly orientation: Orientation;
  /** In points. */
  readonly typeSize: number;
  /** Room above and below the text of a row together, in points. */
  readonly rowPadding: number;
  /** In millimetres; together the width of the text area. */
  readonly columnWidths: readonly number[];
  /** Estimated, in millimetres. */
  readonly rowHeights: readonly number[];
  /** It fits a page together with its heading, so it need not be torn. */
  readonly fitsOnePage: boolean;
}

/** 小四, 五号, 小五, 六号: what official tables are set in, largest first. */
const TYPE_SIZES = [12, 10.5, 9, 7.5] as const;
/** Smaller than 小五 is hard to read: then the page is turned first. */
const SMALLEST_UPRIGHT = 9;
/** What is tried, best first. */
const ATTEMPTS: readonly (readonly [size: number, orientation: Orientation])[] = [
  ...TYPE_SIZES.filter((size) => size >= SMALLEST_UPRIGHT).map((size) => [size, 'portrait'] as const),
  ...TYPE_SIZES.map((size) => [size, 'landscape'] as const),
];
/** Tables breathe where the page has room for it. */
const ROW_PADDINGS = [9, 7.5, 6, 5, 4] as const;
const LEAST_PADDING = 3;
/** A heading and a note stand above the table on the same page. */
const HEADING_ROOM = 22;

interface Setting {
  readonly size: number;
  readonly padding: number;
  readonly orientation: Orientation;
}

const fittedTables = new WeakMap<DocumentTable, FittedTable>();

/**
 * Chooses page orientation, type size and column widths for a table. A table too long for any page keeps the
 * largest type in which its columns fit upright; it then runs over pages with its heads repeated.
 */
export function fitTable(table: DocumentTable): FittedTable {
  let fitted = fittedTables.get(table);
  if (!fitted) fittedTables.set(table, (fitted = chooseSetting(table)));
  return fitted;
}

function chooseSetting(table: DocumentTable): FittedTable {
  let largest: FittedTable | undefined;
  for (const [size, orientation] of ATTEMPTS) {
    const fitted = fitAt(table, { size, padding: LEAST_PADDING, orientation });
    if (fitted?.fitsOnePage) return breathing(table, fitted);
    largest ??= fitted;
  }
  return largest ?? squeeze(table);
}

/** The same table with the largest room in its rows that leaves it on its page. */
function breathing(table: DocumentTable, fitted: FittedTable): FittedTable {
  const { orientation, typeSize: size, rowHeights } = fitted;
  const left = textArea(orientation).height - HEADING_ROOM - sum(rowHeights);
  const more = (left * POINTS_PER_MILLIMETRE) / table.rowCount;
  const padding = ROW_PADDINGS.find((one) => one - LEAST_PADDING <= more);
  return (padding !== undefined && fitAt(table, { size, padding, orientation })) || fitted;
}

/** The table in this type, its spare width shared out; undefined when its columns are too wide for the page. */
function fitAt(table: DocumentTable, setting: Setting): FittedTable | undefined {
  const { size, orientation } = setting;
  const character = size / POINTS_PER_MILLIMETRE;
  const least = table.columns.map((column) => column.least * character + 2 * CELL_PADDING);
  const left = textArea(orientation).width - sum(least);
  if (left < 0) return undefined;
  const shares = sum(table.columns.map((column) => column.grow));
  const widths = least.map((width, at) =>
    shares === 0 ? width : width + (left * table.columns[at]!.grow) / shares,
  );
  return measured(table, setting, widths);
}

/** The last resort: the smallest type on a turned page with columns in proportion; long figures may break. */
function squeeze(table: DocumentTable): FittedTable {
  const total = sum(table.columns.map((column) => column.least));
  const { width } = textArea('landscape');
  const widths = table.columns.map((column) => (width * column.least) / total);
  const setting = { size: Math.min(...TYPE_SIZES), padding: LEAST_PADDING };
  return measured(table, { ...setting, orientation: 'landscape' }, widths);
}

function measured(table: DocumentTable, setting: Setting, columnWidths: readonly number[]): FittedTable {
  const { size, padding, orientation } = setting;
  const rowHeights = heightsOf(table, setting, columnWidths);
  const fitsOnePage = sum(rowHeights) + HEADING_ROOM <= textArea(orientation).height;
  return { orientation, typeSize: size, rowPadding: padding, columnWidths, rowHeights, fitsOnePage };
}

function heightsOf(table: DocumentTable, setting: Setting, widths: readonly number[]): number[] {
  return estimateRowHeights(table, {
    line: (setting.size * TALLEST_LINE_FACTOR) / POINTS_PER_MILLIMETRE,
    padding: setting.padding / POINTS_PER_MILLIMETRE,
    roomOf: ({ column, columnSpan }) => {
      const width = sum(widths.slice(column, column + columnSpan)) - 2 * CELL_PADDING;
      return (width * POINTS_PER_MILLIMETRE) / setting.size;
    },
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
