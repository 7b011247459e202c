// The paper and type of an official document, as GB/T 9704—2012 (党政机关公文格式) sets them. Lengths in millimetres,
// type sizes in points. Writers read these; none has measures of its own.

export type Orientation = 'portrait' | 'landscape';

/** A4 with the standard's margins: 天头 37, 订口 28, text 156 × 225. */
export const PAGE = {
  width: 210,
  height: 297,
  margin: { top: 37, bottom: 35, left: 28, right: 26 },
} as const;

export const TYPE_SIZE = { title: 22, body: 16, note: 12 } as const;

/** Distance of body lines; 22 lines fill a page. */
export const LINE_DISTANCE = { body: 28, title: 36 } as const;

/** Length of a cover's field, label and rule together, in characters of body type. */
export const FIELD_LENGTH = 21;
/** A signature ends so many characters before the right margin. */
export const SIGNATURE_INDENT = 2;

/** Distance between a table cell's rule and its text, left and right. */
export const CELL_PADDING = 0.9;

/** Line distance in a table as a multiple of its type size … */
export const TABLE_LINE_FACTOR = 1.25;
/** … and what the tallest substitute for the official faces takes instead. */
export const TALLEST_LINE_FACTOR = 1.45;

export const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Width and height of the text area. A landscape page is the portrait page turned, margins with it. */
export function textArea(orientation: Orientation): { readonly width: number; readonly height: number } {
  const { width, height, margin } = PAGE;
  const area = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  return orientation === 'portrait' ? area : { width: area.height, height: area.width };
}
