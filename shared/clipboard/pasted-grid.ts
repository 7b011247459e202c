// What lies in the clipboard, as a rectangle of texts: the common form of a block from a spreadsheet, a table from
// a word processor or a web page. It says nothing of what the texts mean.

/** One position of a pasted table. A merged cell covers several; its text stands at all of them. */
export interface PastedCell {
  readonly text: string;
  /** The position where the cell begins; false at the positions that it only covers. */
  readonly isOrigin: boolean;
}

export interface PastedGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Every row has `columnCount` cells; positions that the source left out are blank. */
  readonly rows: readonly (readonly PastedCell[])[];
  /** How many positions each row has of its own, before it is filled up. */
  readonly widths: readonly number[];
}

/** The clipboard as a block at the cursor, and as the tables that it may consist of. */
export interface ClipboardReading {
  readonly block: PastedGrid | undefined;
  readonly tables: readonly PastedGrid[];
}

/** A cell as its source declares it. Spans below 1 count as 1. */
export interface SourceCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const BLANK: PastedCell = { text: '', isOrigin: true };

/** No table of ours has so many lines; a damaged span must not fill the memory. */
const LARGEST_SPAN = 1000;
const MOST_CELLS = 200_000;

/**
 * Lays out rows of cells with spans as a browser does. Spans reach at most to the last row of the source; a source
 * with more than 200,000 positions is cut off there.
 */
export function layOutPasted(source: readonly (readonly SourceCell[])[]): PastedGrid {
  const rows: (PastedCell | undefined)[][] = source.map(() => []);
  let placed = 0;
  source.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (rows[row]![column]) column += 1;
      const down = clampSpan(cell.rowSpan, source.length - row);
      const across = clampSpan(cell.columnSpan, LARGEST_SPAN);
      placed += down * across;
      if (placed > MOST_CELLS) return;
      for (let y = 0; y < down; y += 1)
        for (let x = 0; x < across; x += 1)
          rows[row + y]![column + x] ??= { text: cell.text, isOrigin: x === 0 && y === 0 };
      column += across;
    }
  });
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rowCount: rows.length,
    columnCount,
    widths: rows.map((row) => row.length),
    rows: rows.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? BLANK)),
  };
}

function clampSpan(span: number, most: number): number {
  return Number.isInteger(span) && span > 1 ? Math.min(span, most, LARGEST_SPAN) : 1;
}
