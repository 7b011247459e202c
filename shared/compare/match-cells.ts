// Which cells of two forms mean the same, worked out once for each pair of forms. What cannot be read off equal
// addresses stands in the definitions; nothing here knows a layout.

import type { CompiledForm, FormCell } from '../forms/compile-form';
import type { EarlierLayout, RowSum } from '../forms/form-definition';

/** One line of a comparison: the cells of either form whose figures, taken together, mean the same. */
export interface MatchedCells {
  /** Unique among the lines of a pair of forms. */
  readonly key: string;
  /** A cell that names the line; of the current form unless only the earlier one has it. */
  readonly cell: FormCell;
  /** The row labels of the line when it is not simply the cell's row. */
  readonly label: string | undefined;
  /** Indices in the current form; empty when it has no such cell. */
  readonly current: readonly number[];
  /** Indices in the earlier form; empty when it has no such cell. */
  readonly earlier: readonly number[];
  /** Why the two sides do not compare; undefined when they do. */
  readonly reason: string | undefined;
}

const matched = new WeakMap<CompiledForm, WeakMap<CompiledForm, readonly MatchedCells[]>>();

/**
 * The lines on which reports of two forms are compared, in the order of the current form; cells that only the
 * earlier form has follow at the end of their table. `current` may as well be the older layout.
 */
export function matchCells(current: CompiledForm, earlier: CompiledForm): readonly MatchedCells[] {
  let byEarlier = matched.get(current);
  if (!byEarlier) matched.set(current, (byEarlier = new WeakMap()));
  let lines = byEarlier.get(earlier);
  if (!lines) byEarlier.set(earlier, (lines = new Matching(current, earlier).lines()));
  return lines;
}

class Matching {
  private readonly layout: EarlierLayout | undefined;
  private readonly isCurrentNewer: boolean;
  private readonly used = new Set<number>();

  constructor(
    private readonly current: CompiledForm,
    private readonly earlier: CompiledForm,
  ) {
    const forward = layoutOf(current, earlier);
    this.isCurrentNewer = forward !== undefined;
    this.layout = forward ?? layoutOf(earlier, current);
  }

  lines(): MatchedCells[] {
    const lines = this.current.cells.flatMap((cell, index) => {
      const next = this.current.cells[index + 1];
      const own = this.lineOf(cell);
      const isEndOfRow = next?.row !== cell.row;
      return isEndOfRow ? [own, ...this.sumsAfter(cell)] : [own];
    });
    return this.withGone(lines);
  }

  /** The line of a cell of the current form. */
  private lineOf(cell: FormCell): MatchedCells {
    const same = this.earlier.indexByAddress.get(cell.address);
    if (same !== undefined) return this.line(cell, [cell.index], [same]);
    const sum = this.isCurrentNewer ? undefined : this.sumNaming(cell);
    if (sum) {
      const parts = cellsOf(this.earlier, sum.rows, cell);
      return this.line(cell, [cell.index], parts);
    }
    return { ...this.line(cell, [cell.index], []), reason: this.reasonFor(cell) };
  }

  /** Rows that only together have a counterpart get a line of their own after the last of them. */
  private sumsAfter(cell: FormCell): MatchedCells[] {
    if (!this.isCurrentNewer) return [];
    const sum = this.layout?.sums.find(
      (one) => one.table === cell.table.key && one.rows.at(-1) === cell.row.key,
    );
    if (!sum) return [];
    return cell.block.columns.map((column) => {
      const sample = this.current.cells.find((one) => one.row === cell.row && one.column === column)!;
      const line = this.line(
        sample,
        cellsOf(this.current, sum.rows, sample),
        cellsOf(this.earlier, [sum.earlierRow], sample),
      );
      return { ...line, key: `${sum.table}.${sum.earlierRow}.${column.key}`, label: sum.label };
    });
  }

  private withGone(lines: readonly MatchedCells[]): MatchedCells[] {
    const gone = this.earlier.cells
      .filter((cell) => !this.used.has(cell.index))
      .map((cell) => ({ ...this.line(cell, [], [cell.index]), reason: this.reasonFor(cell) }));
    const tables = [...new Set([...lines, ...gone].map((line) => line.cell.table.key))];
    return tables.flatMap((table) => [
      ...lines.filter((line) => line.cell.table.key === table),
      ...gone.filter((line) => line.cell.table.key === table),
    ]);
  }

  private line(cell: FormCell, current: readonly number[], earlier: readonly number[]): MatchedCells {
    for (const index of earlier) this.used.add(index);
    return { key: cell.address, cell, label: undefined, current, earlier, reason: undefined };
  }

  private sumNaming(cell: FormCell): RowSum | undefined {
    return this.layout?.sums.find((sum) => sum.table === cell.table.key && sum.earlierRow === cell.row.key);
  }

  private reasonFor(cell: FormCell): string {
    return this.layout?.reasons[cell.table.key] ?? '两版表格没有相同的格子';
  }
}

function layoutOf(newer: CompiledForm, older: CompiledForm): EarlierLayout | undefined {
  return newer.definition.comparesWith?.find((one) => one.formId === older.definition.id);
}

/** The cells of some rows in the column of a cell. */
function cellsOf(form: CompiledForm, rows: readonly string[], sample: FormCell): number[] {
  return rows.map((row) => {
    const found = form.cells.find(
      (cell) =>
        cell.table.key === sample.table.key && cell.row.key === row && cell.column.key === sample.column.key,
    );
    if (!found)
      throw new Error(`${form.definition.id} has no ${sample.table.key}.${row}.${sample.column.key}`);
    return found.index;
  });
}
