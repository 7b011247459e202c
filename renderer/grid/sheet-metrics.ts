// How wide, how high and in which type size a table is drawn in the space that it has. Pixels are whole, so that
// the rules of the form are equally thin everywhere.

import type { SheetLayout } from './sheet-layout';

export interface SheetMetrics {
  readonly rowHeight: number;
  /** The height of each line of column heads above the table; the last one is higher, its labels may wrap. */
  readonly headHeights: { readonly group: number; readonly column: number };
  readonly fontSize: number;
  readonly labelWidths: readonly number[];
  readonly figureWidths: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Where last year's figures stand in the cells, when they are shown. */
  readonly lastYear: 'below' | 'beside' | undefined;
}

/** The size of last year's figure against this year's, as in theme.css. */
export const LAST_YEAR_SIZE = 0.82;

const SMALLEST_ROW = 19;
const LARGEST_ROW = 28;
/** Rows of a short table: comfortable, and a little closer where the table fits whole only then. */
const COMFORTABLE_ROW = 32;
const COMFORTABLE_ROW_OF_TWO_LINES = 38;
/** A row of two lines, in type sizes. */
const TWO_LINES = 2.1;
const CLOSEST_LOOSE_ROW = 24;
/** Room for 2,822,652 with its margins, in type sizes. */
const SMALLEST_FIGURE = 5.4;
/** Every cell draws its right and lower rule, the frame the left and upper one. */
const FRAME = 1;
const LABEL_MARGIN = 10;
/** Left and right of a figure with last year's beside it. */
const FIGURE_MARGIN = 13;
/** How far both years together give way before the smaller one cannot be read. */
const SMALLER_TYPE = 0.9;
/** Room for half a head of eight characters, in type sizes. */
const NARROWEST_HEAD = 4.6;
/** The head of a table: as many type sizes as two lines of a wrapped label need. */
const COLUMN_HEAD = 2.4;

/** The width of a text in type sizes: a Chinese character or full-width mark is one, a figure about half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (',.'.includes(character)) width += 0.28;
    else width += character <= '\u00ff' ? 0.57 : 1;
  }
  return width;
}

interface Space {
  readonly width: number;
  readonly height: number;
}

/**
 * Measures a table for a space in pixels. A table of many rows takes the row height that fills the height, from
 * 19 to 28 px; shorter tables take comfortable rows. `zoom` (1 = 100 %) enlarges everything but the width.
 *
 * `besides` is set while last year is shown: how wide each column has to be for both years beside each other, in type
 * sizes. Last year stands below this year where the rows may be high enough, else beside it where the columns may be
 * wide enough; else the rows grow beyond the space, and the table scrolls.
 */
export function measureSheet(
  layout: SheetLayout,
  space: Space,
  zoom = 1,
  besides?: readonly number[],
): SheetMetrics {
  if (layout.rows.length > DENSE) return measureDense(layout, space, zoom, besides);
  const lines = besides ? 2 : 1;
  const rowHeight = Math.round(looseRowHeight(layout, space.height, lines) * zoom);
  const fontSize = Math.max(12, lines === 2 ? Math.min(14 * zoom, rowHeight * 0.4) : rowHeight * 0.44);
  const lastYear = besides && (rowHeight >= fontSize * TWO_LINES ? 'below' : 'beside');
  return metricsOf(layout, space, { rowHeight, headHeight: rowHeight, fontSize, lastYear });
}

/** A table of more rows than this is drawn as close as its space asks for. */
const DENSE = 20;

function measureDense(
  layout: SheetLayout,
  space: Space,
  zoom: number,
  besides: readonly number[] | undefined,
): SheetMetrics {
  const oneLine = Math.round(denseRowHeight(layout, space.height, false) * zoom);
  if (!besides) return metricsOf(layout, space, denseSizes(oneLine, false));
  const twoLines = Math.round(denseRowHeight(layout, space.height, true) * zoom);
  const below = metricsOf(layout, space, denseSizes(twoLines, true));
  if (below.height <= space.height) return below;
  const sizes = denseSizes(oneLine, false);
  const beside = metricsOf(layout, space, { ...sizes, lastYear: 'beside', besides });
  return beside.width <= space.width ? beside : below;
}

interface Sizes {
  readonly rowHeight: number;
  /** Of a line of heads above the last one. */
  readonly headHeight: number;
  readonly fontSize: number;
  readonly lastYear: SheetMetrics['lastYear'];
  readonly besides?: readonly number[];
}

/** A row of a height for one line, with or without a second line in it. */
function denseSizes(line: number, hasLastYear: boolean): Sizes {
  const fontSize = Math.max(12, 12 + (line - SMALLEST_ROW) * 0.28);
  const second = hasLastYear ? Math.round(fontSize * LAST_YEAR_SIZE) : 0;
  return {
    rowHeight: line + second,
    headHeight: line,
    fontSize,
    lastYear: hasLastYear ? 'below' : undefined,
  };
}

function metricsOf(layout: SheetLayout, space: Space, sizes: Sizes): SheetMetrics {
  const { rowHeight, fontSize, lastYear, besides } = sizes;
  const headHeights = headHeightsFor(layout, sizes);
  const labelWidths = labelWidthsFor(layout, space.width - FRAME, fontSize);
  const figureWidths = besides
    ? widthsForBoth(space.width - FRAME - sum(labelWidths), fontSize, besides)
    : figureWidthsFor(layout, space.width - FRAME, labelWidths, fontSize);
  const width = sum(labelWidths) + sum(figureWidths) + FRAME;
  const height = headsHeight(layout, headHeights) + rowHeight * layout.rows.length + FRAME;
  return { rowHeight, headHeights, fontSize, labelWidths, figureWidths, width, height, lastYear };
}

function headsHeight({ headLines }: SheetLayout, { group, column }: SheetMetrics['headHeights']): number {
  return headLines > 0 ? group * (headLines - 1) + column : 0;
}

function looseRowHeight(layout: SheetLayout, height: number, lines: 1 | 2): number {
  const fitting = Math.floor((height - FRAME) / (layout.rows.length + layout.headLines * 1.5));
  const most = lines === 2 ? COMFORTABLE_ROW_OF_TWO_LINES : COMFORTABLE_ROW;
  return Math.max(CLOSEST_LOOSE_ROW, Math.min(most, fitting));
}

/** The largest line, from 28 down to 19 px, whose table fits into the height; 19 where none does. */
function denseRowHeight(layout: SheetLayout, height: number, hasLastYear: boolean): number {
  for (let line = LARGEST_ROW; line > SMALLEST_ROW; line -= 1) {
    const sizes = denseSizes(line, hasLastYear);
    const heads = headsHeight(layout, headHeightsFor(layout, sizes));
    if (heads + sizes.rowHeight * layout.rows.length + FRAME <= height) return line;
  }
  return SMALLEST_ROW;
}

function headHeightsFor(layout: SheetLayout, { headHeight, fontSize }: Sizes): SheetMetrics['headHeights'] {
  const column = Math.max(headHeight, Math.ceil(fontSize * COLUMN_HEAD));
  const isWrapped = layout.rows.length <= DENSE && layout.labelColumns === 0;
  return { group: headHeight, column: isWrapped ? Math.ceil(column * 1.5) : column };
}

/** Vertical labels are narrow, merged labels as wide as their text, the last label column as its longest label. */
function labelWidthsFor(layout: SheetLayout, width: number, fontSize: number): number[] {
  if (layout.labelColumns === 0) return [];
  const natural = Array.from({ length: layout.labelColumns }, () => 0);
  for (const row of layout.rows) {
    if (row.kind !== 'figures') continue;
    for (const label of row.labels) {
      if (label.span > 1) continue;
      const wanted = label.isVertical ? fontSize * 2 : textWidth(label.text) * fontSize + LABEL_MARGIN;
      natural[label.column] = Math.max(natural[label.column]!, Math.ceil(wanted));
    }
  }
  if (layout.labelColumns === 1) return [Math.max(natural[0]!, Math.round(width * 0.3))];
  const room = width - Math.ceil(SMALLEST_FIGURE * fontSize) * layout.sheet.columnCount;
  const last = natural.length - 1;
  const others = sum(natural.slice(0, last));
  natural[last] = Math.max(Math.ceil(17 * fontSize), Math.min(natural[last]!, room - others));
  return natural;
}

/** Columns of figures share what the labels leave; the first ones take the odd pixels. */
function figureWidthsFor(
  layout: SheetLayout,
  width: number,
  labelWidths: readonly number[],
  fontSize: number,
): number[] {
  const count = layout.sheet.columnCount;
  const smallest = Math.ceil(SMALLEST_FIGURE * (layout.labelColumns === 0 ? 0.8 : 1) * fontSize);
  const room = Math.max(width - sum(labelWidths), smallest * count);
  const each = Math.floor(room / count);
  return Array.from({ length: count }, (_, column) => each + (column < room - each * count ? 1 : 0));
}

/** Do both years no longer stand beside each other in some column, even in the smaller type that theme.css allows? */
export function isTooNarrow(metrics: SheetMetrics, besides: readonly number[]): boolean {
  const { figureWidths, fontSize, lastYear } = metrics;
  if (lastYear !== 'beside') return false;
  return besides.some(
    (wide, column) => wide * fontSize * SMALLER_TYPE + FIGURE_MARGIN > figureWidths[column]!,
  );
}

/** Each column as wide as both years beside each other need, at least as its head; they share what is left. */
function widthsForBoth(room: number, fontSize: number, besides: readonly number[]): number[] {
  const needed = besides.map((wide) =>
    Math.ceil(Math.max(NARROWEST_HEAD * fontSize, wide * fontSize + FIGURE_MARGIN)),
  );
  const spare = Math.max(0, room - sum(needed));
  const each = Math.floor(spare / needed.length);
  return needed.map((width, column) => width + each + (column < spare - each * needed.length ? 1 : 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
