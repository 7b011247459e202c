// Turns what a figure is computed from into spreadsheet formulas. Sums are always SUM: “+” fails on “/” and on text.

import type { BoundTerm, FormCell } from '../../forms/compile-form';
import { NOT_APPLICABLE } from '../../report/cell-value';
import type { CellSource } from '../../document/document-tree';
import { cellReference, coverCells, rangeReference, type SheetRange } from './sheet';

/** Where the sheets of the tables hold the cells of the form, by the cell's index. */
export type CellPlaces = ReadonlyMap<number, CellPlace>;

/** A formula, and what it has in common with others that say the same of cells in the same distance. */
export interface GroupedFormula {
  readonly formula: string;
  readonly formulaGroup: string;
}

export interface CellPlace {
  /** The sheet's name as it stands before a reference. */
  readonly prefix: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The formula of a computed cell on the sheet that holds its operands; it follows the truth table of cell-value.ts:
 * a number when any operand is one, else empty when any is empty, else “/”. Totals whose operands lie in the same
 * distance have the same group.
 */
export function totalFormula(cell: FormCell, places: CellPlaces): GroupedFormula {
  const own = placeOf(places, cell.index);
  const ranges = mergeIntoRanges((cell.operands ?? []).map((index) => placeOf(places, index)));
  const references = ranges.map(rangeReference);
  const all = references.join(',');
  const blanks = references.map((reference) => `COUNTBLANK(${reference})`).join('+');
  const distances = ranges.map(
    ({ row, column, rowSpan, columnSpan }) =>
      `${row - own.row} ${column - own.column} ${rowSpan} ${columnSpan}`,
  );
  return {
    formula: `IF(COUNT(${all})=0,IF(${blanks}>0,"","${NOT_APPLICABLE}"),SUM(${all}))`,
    formulaGroup: `total ${distances.join(' ')}`,
  };
}

/** Shows another sheet's cell; an empty one stays empty instead of becoming 0. */
export function linkFormula(index: number, places: CellPlaces): string {
  const reference = qualified(placeOf(places, index));
  return `IF(${reference}="","",${reference})`;
}

/** A signed sum of cells of this year, from any sheet. */
export function sumFormula(terms: readonly BoundTerm[], places: CellPlaces): string {
  const side = (sign: 1 | -1): string =>
    terms
      .filter((term) => term.sign === sign)
      .map((term) => qualified(placeOf(places, term.index)))
      .join(',');
  const subtracted = side(-1);
  return `SUM(${side(1)})${subtracted === '' ? '' : `-SUM(${subtracted})`}`;
}

/** Compares a signed sum with nought and answers in words; “/” is an entry like a number. */
export function verdictFormula(
  verdict: Extract<CellSource, { kind: 'verdict' }>,
  places: CellPlaces,
): string {
  const { terms, rests, whenZero, otherwise, whenEmpty } = verdict;
  const ranges = rangesOf(rests, places);
  const entries = [
    `COUNT(${ranges.join(',')})`,
    ...ranges.map((range) => `COUNTIF(${range},"${NOT_APPLICABLE}")`),
  ];
  return `IF(${entries.join('+')}=0,"${whenEmpty}",IF(${sumFormula(terms, places)}=0,"${whenZero}","${otherwise}"))`;
}

/** References to these cells, from any sheet, in as few rectangles as there are. */
function rangesOf(indices: readonly number[], places: CellPlaces): string[] {
  const cells = indices.map((index) => ({ ...placeOf(places, index), rowSpan: 1, columnSpan: 1 }));
  return [...new Set(cells.map(({ prefix }) => prefix))].flatMap((sheet) =>
    coverCells(cells.filter(({ prefix }) => prefix === sheet)).map((range) => sheet + rangeReference(range)),
  );
}

function placeOf(places: CellPlaces, index: number): CellPlace {
  const place = places.get(index);
  if (!place) throw new Error(`cell ${index} stands on no sheet`);
  return place;
}

function qualified({ prefix, row, column }: CellPlace): string {
  return prefix + cellReference(row, column);
}

/** Joins neighbouring cells of one row or one column into ranges; the order is kept. */
function mergeIntoRanges(places: readonly CellPlace[]): SheetRange[] {
  const ranges: SheetRange[] = [];
  for (const { row, column } of places) {
    const last = ranges.at(-1);
    const goesRight = last?.rowSpan === 1 && last.row === row && last.column + last.columnSpan === column;
    const goesDown = last?.columnSpan === 1 && last.column === column && last.row + last.rowSpan === row;
    if (last && goesRight) ranges[ranges.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else if (last && goesDown) ranges[ranges.length - 1] = { ...last, rowSpan: last.rowSpan + 1 };
    else ranges.push({ row, column, rowSpan: 1, columnSpan: 1 });
  }
  return ranges;
}
