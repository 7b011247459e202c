// How much room a cell needs for this year's figure and last year's beside each other. Pure.

import { DIFFERENT_MEANING } from '../../shared/compare/compare-reports';
import type { CellLook } from './cell-marks';
import { LAST_YEAR_SIZE, textWidth } from './sheet-metrics';

const GAP = 0.5;
const SMALLEST_SIZE = 0.67;

/**
 * The widest cell of each column, in type sizes. A cell that is blank still keeps the room that a figure like last
 * year's and their difference will take, so that columns stay where they are while the year is filled in.
 */
export function roomBeside(
  cells: readonly { readonly look: CellLook; readonly column: number }[],
  columnCount: number,
): readonly number[] {
  const room = Array.from({ length: columnCount }, () => 0);
  for (const { look, column } of cells) room[column] = Math.max(room[column]!, roomOf(look));
  return room;
}

function roomOf({ text, lastYear }: CellLook): number {
  if (!lastYear) return textWidth(text);
  // Words may take the smallest type; figures are to be read at a glance.
  if (lastYear.text === DIFFERENT_MEANING)
    return textWidth(text) + SMALLEST_SIZE * textWidth(lastYear.text) + GAP;
  const earlier = textWidth(lastYear.text);
  const isToCome = text === '' && /^\d/u.test(lastYear.text);
  const figure = isToCome ? earlier : textWidth(text);
  return figure + LAST_YEAR_SIZE * (isToCome ? earlier * 2 : earlier) + GAP;
}
