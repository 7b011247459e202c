// A table as a grid of positions, merged cells filled in, from HTML or from a worksheet's cells and merges.

export interface GridCell {
  readonly text: string;
  /** The same for every position of one merged cell. */
  readonly id: number;
}

export type Grid = readonly (readonly GridCell[])[];

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Fills the positions; a position covered twice or not at all throws. */
export function gridOfCells(cells: readonly PlacedCell[]): Grid {
  const height = Math.max(...cells.map((cell) => cell.row + cell.rowSpan));
  const width = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  const positions = new Map<string, GridCell>();
  cells.forEach(({ text, ...place }, id) => {
    for (let row = place.row; row < place.row + place.rowSpan; row += 1)
      for (let column = place.column; column < place.column + place.columnSpan; column += 1) {
        const key = `${row} ${column}`;
        if (positions.has(key)) throw new Error(`row ${row}, column ${column} is covered twice`);
        positions.set(key, { text, id });
      }
  });
  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_cell, column) => {
      const cell = positions.get(`${row} ${column}`);
      if (!cell) throw new Error(`row ${row}, column ${column} is not covered`);
      return cell;
    }),
  );
}

/** The grid of an HTML table by its spans, as a browser lays it out. */
export function gridOfHtml(table: Element): Grid {
  const cells: PlacedCell[] = [];
  const taken = new Set<string>();
  [...table.querySelectorAll('tr')].forEach((tr, row) => {
    let column = 0;
    for (const td of tr.querySelectorAll('td,th')) {
      while (taken.has(`${row} ${column}`)) column += 1;
      const rowSpan = Number(td.getAttribute('rowspan') ?? 1);
      const columnSpan = Number(td.getAttribute('colspan') ?? 1);
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r} ${c}`);
      cells.push({ row, column, rowSpan, columnSpan, text: plain(td.textContent ?? '') });
    }
  });
  return gridOfCells(cells);
}

/**
 * Without columns that hold no cell of their own: where LibreOffice rounds two edges of one line apart, it puts such a
 * sliver between them.
 */
export function withoutSlivers(grid: Grid): Grid {
  let columns = (grid[0] ?? []).map((_, column) => column);
  for (const sliver of columns.toReversed()) {
    const others = columns.filter((column) => column !== sliver);
    const isHeld = (row: readonly GridCell[]): boolean =>
      others.some((column) => row[column]!.id === row[sliver]!.id);
    if (grid.every(isHeld)) columns = others;
  }
  return grid.map((row) => columns.map((column) => row[column]!));
}

/** Text as a reader sees it: no control characters, white space of any kind is one space, none at the ends. */
export function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
