// The closed vocabulary of sums: which cells a total or a side of a rule adds up. Nothing is computed here.

/**
 * One summand of a linear expression. An expression is evaluated along one axis of a table: for a given
 * column it names rows, for a given row it names columns; the cell meant is where the two meet.
 * `negative` subtracts it. `previousYear` takes the cell of the same address from last year's report.
 */
export type Term =
  | { readonly row: string; readonly negative?: true; readonly previousYear?: true }
  | { readonly column: string; readonly negative?: true; readonly previousYear?: true };

/** A signed sum of cells. Blank and “/” add nothing. */
export type Sum = readonly Term[];

/** The plain sum of these rows, in whatever column it is evaluated for. */
export function sumOfRows(...rows: readonly string[]): Sum {
  return rows.map((row) => ({ row }));
}

/** The plain sum of these columns, in whatever row it is evaluated for. */
export function sumOfColumns(...columns: readonly string[]): Sum {
  return columns.map((column) => ({ column }));
}
