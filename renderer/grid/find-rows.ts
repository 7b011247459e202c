// Finding a row by what a clerk types: any part of its official label, or the first letters of its pinyin. Pure.

import { rowName, tablesOf } from '../../shared/forms/compile-form';
import type { FormDefinition, RowDefinition, TableDefinition } from '../../shared/forms/form-definition';

export interface FoundRow {
  readonly table: TableDefinition;
  readonly row: RowDefinition;
  /** How the row is shown in the list. */
  readonly name: string;
}

/** The first letter of the pinyin of each character: “中文” → “zw”. */
export type Initials = (text: string) => string;

/**
 * The rows of all tables whose label contains the query, or whose initials do; those of `first` stand before the
 * others. Spaces, punctuation and the width of characters do not count; an empty query finds every row.
 */
export function findRows(
  definition: FormDefinition,
  query: string,
  first: TableDefinition,
  initials: Initials,
): FoundRow[] {
  const wanted = plain(query);
  return [first, ...tablesOf(definition).filter((table) => table.key !== first.key)].flatMap((table) =>
    table.blocks
      .flatMap((block) => block.rows)
      .filter((row) => {
        const label = row.labelPath.slice(row.labelPath.length > 2 ? -2 : -1).join('');
        return plain(label).includes(wanted) || plain(initials(label)).includes(wanted);
      })
      .map((row) => ({ table, row, name: row.labelPath.length > 1 ? rowName(row) : row.labelPath[0]! })),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
