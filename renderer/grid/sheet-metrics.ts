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
}

const SMALLEST_ROW = 19;
const LARGEST_ROW = 28;
/** Rows of a short table: comfortable, and a little closer where the table fits whole only then. */
const COMFORTABLE_ROW = 32;
const CLOSEST_LOOSE_ROW = 24;
/** Room for 2,822,652 with its margins, in type sizes. */
const SMALLEST_FIGURE = 5.4;
/** Every cell draws its right and lower rule, the frame the left and upper one. */
const FRAME = 1;
const LABEL_MARGIN = 10;
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

/**
 * Measures a table for a space in pixels. A table of many rows takes the row height that fills the height, from
 * 19 to 28 px; shorter tables take comfortable rows. `zoom` (1 = 100 %) enlarges everything but the width.
 */
export function measureSheet(
  layout: SheetLayout,
  space: { readonly width: number; readonly height: number },
  zoom = 1,
): SheetMetrics {
  const isDense = layout.rows.length > 20;
  const rowHeight = Math.round(
    (isDense ? denseRowHeight(layout, space.height) : looseRowHeight(layout, space.height)) * zoom,
  );
  const fontSize = fontSizeFor(rowHeight, isDense);
  const headHeights = headHeightsFor(layout, rowHeight, fontSize, isDense);
  const labelWidths = labelWidthsFor(layout, space.width - FRAME, fontSize);
  const figureWidths = figureWidthsFor(layout, space.width - FRAME, labelWidths, fontSize);
  const width = sum(labelWidths) + sum(figureWidths) + FRAME;
  const heads = layout.headLines > 0 ? headHeights.group * (layout.headLines - 1) + headHeights.column : 0;
  return {
    rowHeight,
    headHeights,
    fontSize,
    labelWidths,
    figureWidths,
    width,
    height: heads + rowHeight * layout.rows.length + FRAME,
  };
}

function looseRowHeight(layout: SheetLayout, height: number): number {
  const fitting = Math.floor((height - FRAME) / (layout.rows.length + layout.headLines * 1.5));
  return Math.max(CLOSEST_LOOSE_ROW, Math.min(COMFORTABLE_ROW, fitting));
}

function denseRowHeight(layout: SheetLayout, height: number): number {
  for (let row = LARGEST_ROW; row > SMALLEST_ROW; row -= 1) {
    const { group, column } = headHeightsFor(layout, row, fontSizeFor(row, true), true);
    if (group * (layout.headLines - 1) + column + row * layout.rows.length + FRAME <= height) return row;
  }
  return SMALLEST_ROW;
}

function fontSizeFor(rowHeight: number, isDense: boolean): number {
  return isDense ? Math.max(12, 12 + (rowHeight - SMALLEST_ROW) * 0.28) : Math.max(12, rowHeight * 0.44);
}

function headHeightsFor(
  layout: SheetLayout,
  rowHeight: number,
  fontSize: number,
  isDense: boolean,
): SheetMetrics['headHeights'] {
  const column = Math.max(rowHeight, Math.ceil(fontSize * COLUMN_HEAD));
  return { group: rowHeight, column: isDense || layout.labelColumns > 0 ? column : Math.ceil(column * 1.5) };
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
