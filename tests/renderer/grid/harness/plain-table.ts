// A table of plain elements over the same store, as large as 表三: the measure for what the grid costs. It can only
// be typed into; Enter commits and goes down.

import type { FormCell } from '../../../../shared/forms/compile-form';
import { formatGrouped } from '../../../../shared/report/format-cell-value';
import { parseCellInput } from '../../../../shared/report/parse-cell-input';
import type { ReportStore } from '../../../../renderer/store/report-store';

/** Draws the cells of a table in lines of `columns` and puts it into the page. */
export function drawPlainTable(store: ReportStore, cells: readonly FormCell[], columns: number): void {
  const table = document.createElement('table');
  const elements = cells.map((cell, at) => {
    if (at % columns === 0) table.insertRow();
    const element = table.rows[table.rows.length - 1]!.insertCell();
    element.tabIndex = -1;
    element.id = `plain-${cell.address}`;
    return element;
  });
  const paint = (): void => {
    const { values } = store.getSnapshot()!.evaluation.totals;
    cells.forEach((cell, at) => {
      const text = formatGrouped(values[cell.index]!);
      if (elements[at]!.textContent !== text) elements[at]!.textContent = text;
    });
  };
  table.addEventListener('keydown', (event) => {
    const at = elements.indexOf(event.target as HTMLTableCellElement);
    const field = event.target instanceof HTMLInputElement ? event.target : undefined;
    const index = field ? elements.indexOf(field.parentElement as HTMLTableCellElement) : at;
    if (event.key === 'Enter' && field) {
      const cell = cells[index]!;
      const parsed = parseCellInput(field.value, cell.column);
      field.remove();
      if (parsed.accepted)
        store.dispatch([{ kind: 'value', address: cell.address, value: parsed.value }], '输入');
      elements[(index + columns) % elements.length]!.focus();
    } else if (/^\d$/u.test(event.key) && !field) {
      const opened = document.createElement('input');
      elements[index]!.append(opened);
      opened.focus();
    }
  });
  document.getElementById('root')!.replaceChildren(table);
  store.subscribe(paint);
  paint();
}
