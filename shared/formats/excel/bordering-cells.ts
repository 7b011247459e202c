// Which cells of a merged area must stand in the file. A rule between two cells is drawn when either of them has it, so
// a cell without content can be left out where its neighbours draw all of its rules.

import type { SheetCell, SheetRange } from './sheet';

const UNBORDERED = 0;

/**
 * The `fillers` (bordered cells of merged areas other than their first) without which a rule would be missing. `cells`
 * are those that stand in any case. Cells to type into all stay: a merged area is open only when all of it is.
 */
export function borderingCells(
  cells: readonly SheetCell[],
  fillers: readonly SheetCell[],
  merges: readonly SheetRange[],
  { rows, columns }: { readonly rows: number; readonly columns: number },
): SheetCell[] {
  // A margin of one cell all round stands for the paper beside the table.
  const width = columns + 2;
  const at = ({ row, column }: { readonly row: number; readonly column: number }): number =>
    (row + 1) * width + column + 1;
  const areas = new Uint16Array(width * (rows + 2));
  const bordered = new Uint8Array(areas.length);
  merges.forEach((range, number) => {
    for (let row = range.row; row < range.row + range.rowSpan; row += 1) {
      const begin = at({ row, column: range.column });
      areas.fill(number + 1, begin, begin + range.columnSpan);
    }
  });
  for (const cell of cells) if (cell.look.bordered) bordered[at(cell)] = 1;
  for (const filler of fillers) bordered[at(filler)] = 1;
  const neighbours = [-width, -1, 1, width];
  return fillers.filter((filler) => {
    if (filler.look.isEntry) return true;
    const place = at(filler);
    const isNeeded = neighbours.some(
      (step) => areas[place + step] !== areas[place] && bordered[place + step] === UNBORDERED,
    );
    if (!isNeeded) bordered[place] = UNBORDERED;
    return isNeeded;
  });
}
