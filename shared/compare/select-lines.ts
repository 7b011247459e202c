// Picks and orders the lines of a comparison: changed ones, large changes, one table, by size. It compares nothing.

import { isLargeSwing, type SwingThresholds } from '../engine/large-swing';
import type { ComparedLine } from './compare-reports';

export interface LineSelection {
  readonly changedOnly?: boolean;
  readonly largeOnly?: SwingThresholds;
  /** A table's key. */
  readonly table?: string;
}

/** The size of a numeric change without its sign; 0 for lines without one. */
export function changeOf(line: ComparedLine): number {
  return line.comparison.kind === 'numeric' ? Math.abs(Number(line.comparison.difference)) : 0;
}

/** Do the two sides differ, in figures or because only one of them has one? Lines of different meaning do not count. */
export function isChanged(line: ComparedLine): boolean {
  if (line.comparison.kind === 'incomparable') return !line.comparison.isDifferentMeaning;
  return changeOf(line) > 0;
}

/** Does the change reach both thresholds? */
export function isLargeChange(line: ComparedLine, thresholds: SwingThresholds): boolean {
  return (
    line.comparison.kind === 'numeric' && isLargeSwing(Number(line.current), Number(line.earlier), thresholds)
  );
}

/** The lines a selection leaves, in their order. */
export function selectLines(
  lines: readonly ComparedLine[],
  selection: LineSelection,
): readonly ComparedLine[] {
  return lines.filter(
    (line) =>
      (!selection.changedOnly || isChanged(line)) &&
      (!selection.largeOnly || isLargeChange(line, selection.largeOnly)) &&
      (selection.table === undefined || line.cell.table.key === selection.table),
  );
}

/** Largest change first; equal changes by share, then as they stood. Lines without a difference come last. */
export function sortBySize(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  const rateOf = ({ comparison }: ComparedLine): number =>
    comparison.kind !== 'numeric' ? -1 : comparison.rate === null ? Infinity : Math.abs(comparison.rate);
  return [...lines].sort(
    (one, other) => changeOf(other) - changeOf(one) || compareNumbers(rateOf(other), rateOf(one)),
  );
}

function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
