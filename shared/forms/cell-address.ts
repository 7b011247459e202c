// The name of a cell: table, row key and column key. An address is looked up in the compiled form, never split.

/** `requests.refused.stateSecret.naturalPerson`. Keys contain dots themselves, so an address cannot be taken apart. */
export type CellAddress = string & { readonly cellAddress: unique symbol };

/** Joins three keys of one definition into the address of the cell where row and column meet. */
export function cellAddress(table: string, row: string, column: string): CellAddress {
  return `${table}.${row}.${column}` as CellAddress;
}
