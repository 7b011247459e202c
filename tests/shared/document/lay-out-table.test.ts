// The official tables on paper, for every layout: nothing twice, nothing missing, heads where the form has them.

import { describe, expect, it } from 'vitest';
import { layOutTable, type LaidOutTable } from '../../../shared/document/lay-out-table';
import { tablesOf } from '../../../shared/forms/compile-form';
import { allForms, formForYear } from '../../../shared/forms/form-registry';
import { gridOfCells, type Grid } from '../../helpers/table-grid';
import { readOfficialTable } from '../../helpers/read-official-table';

const tables = allForms().flatMap((form) =>
  tablesOf(form.definition).map((table) => ({
    form,
    table,
    name: `${form.definition.id} 表${table.number}`,
  })),
);

/** The layout as printed, with addresses in place of figures. */
function gridOf({ cells }: LaidOutTable): Grid {
  return gridOfCells(cells.map((cell) => ({ ...cell, text: cell.cell?.address ?? cell.label })));
}

function layoutFor(year: number, number: string): LaidOutTable {
  const form = formForYear(year)!;
  return layOutTable(
    form,
    tablesOf(form.definition).find((table) => table.number === number)!,
  );
}

describe.each(tables)('the layout of $name', ({ form, table }) => {
  const layout = layOutTable(form, table);

  it('covers its rectangle exactly once, in reading order', () => {
    const grid = gridOf(layout);
    expect(grid).toHaveLength(layout.rowCount);
    for (const row of grid) expect(row).toHaveLength(layout.columnCount);
    const order = layout.cells.map(({ row, column }) => row * layout.columnCount + column);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('prints every cell of the form exactly once, under its own heads', () => {
    const printed = readOfficialTable(table, gridOf(layout));
    const cells = form.cells.filter((cell) => cell.table === table);
    expect(printed).toEqual(new Map(cells.map(({ address }) => [address, address])));
  });

  it('has no row or column that the official form does not have', () => {
    const grid = gridOf(layout);
    const figures = new Set(layout.cells.filter(({ cell }) => cell).map(({ row }) => row));
    const heads = grid.length - figures.size;
    const expected = { stacked: 2 * table.blocks.length, matrix: 3, 'side-by-side': 3 }[table.arrangement];
    expect(heads).toBe(expected);
  });
});

describe('the layout of 表三', () => {
  const layout = layoutFor(2021, '三');
  const cellNamed = (label: string) => layout.cells.find((cell) => cell.label === label);

  it('is 3 head rows and 25 rows high, 3 head columns and 7 columns wide', () => {
    expect(layout).toMatchObject({ rowCount: 28, columnCount: 10, headRowCount: 3, rowHeadColumnCount: 3 });
  });

  it('merges the corner over all heads', () => {
    expect(layout.cells[0]).toMatchObject({ role: 'corner', rowSpan: 3, columnSpan: 3 });
  });

  it('nests three levels of column heads', () => {
    expect(cellNamed('申请人情况')).toMatchObject({ row: 0, column: 3, columnSpan: 6, rowSpan: 1 });
    expect(cellNamed('法人或其他组织')).toMatchObject({ row: 1, column: 4, columnSpan: 5, rowSpan: 1 });
    expect(cellNamed('自然人')).toMatchObject({ row: 1, column: 3, rowSpan: 2 });
    expect(cellNamed('总计')).toMatchObject({ row: 0, column: 9, rowSpan: 3 });
  });

  it('merges row heads over their rows and stretches those without levels', () => {
    expect(cellNamed('三、本年度办理结果')).toMatchObject({ row: 5, rowSpan: 22, columnSpan: 1 });
    expect(cellNamed('（三）不予公开')).toMatchObject({ rowSpan: 8, columnSpan: 1 });
    expect(cellNamed('（七）总计')).toMatchObject({ column: 1, columnSpan: 2 });
    expect(cellNamed('四、结转下年度继续办理')).toMatchObject({ column: 0, columnSpan: 3 });
  });
});

describe('the layout of 表四', () => {
  it('puts fifteen figures in one line under three rows of heads', () => {
    const layout = layoutFor(2021, '四');
    expect(layout).toMatchObject({ rowCount: 4, columnCount: 15, headRowCount: 3, rowHeadColumnCount: 0 });
    expect(
      layout.cells.filter(({ row }) => row === 0).map(({ label, columnSpan }) => [label, columnSpan]),
    ).toEqual([
      ['行政复议', 5],
      ['行政诉讼', 10],
    ]);
  });
});

describe('the layout of 表二', () => {
  it('gives the last column of a narrower block the room that is left', () => {
    const spans = (year: number): number[] =>
      layoutFor(year, '二')
        .cells.filter(({ role, column }) => role === 'columnHead' && column > 0)
        .map(({ columnSpan }) => columnSpan);
    expect(spans(2021)).toEqual([1, 1, 1, 3, 3, 3]);
    expect(spans(2020)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2]);
  });
});
