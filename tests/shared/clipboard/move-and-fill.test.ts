// Where the keyboard goes in a table, what a range holds, what filling and blanking change, the sum of a selection.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsIn, extentOf, linesIn, rangeAt, wholeRange } from '../../../shared/clipboard/cell-range';
import { figureAt, figureSheet, widthOf, type FigureSheet } from '../../../shared/clipboard/figure-sheet';
import { blankTable, fillFromFirst, fillRange, zeroBlanks } from '../../../shared/clipboard/fill';
import {
  edgeTowards,
  endOf,
  enteringOrder,
  entryCell,
  growTowards,
  stepInOrder,
  stepTowards,
  type Direction,
} from '../../../shared/clipboard/move-in-sheet';
import { summariseCells } from '../../../shared/clipboard/summarise-cells';
import { tablesOf } from '../../../shared/forms/compile-form';
import { allForms, formForYear } from '../../../shared/forms/form-registry';
import { applyEdits } from '../../../shared/report/edits';
import { emptyReport, enteredValue, type Report } from '../../../shared/report/report';
import { arbitraryReport } from '../../helpers/arbitrary-report';

const form = formForYear(2021)!;
const sheets = allForms().flatMap((one) =>
  tablesOf(one.definition).map((table) => [one.definition.id, table.key, figureSheet(one, table)] as const),
);
const [proactive, requests, review] = tablesOf(form.definition).map((table) => figureSheet(form, table)) as [
  FigureSheet,
  FigureSheet,
  FigureSheet,
];

function addressAt(sheet: FigureSheet, position: { row: number; column: number } | undefined): string {
  return (position && figureAt(sheet, position)?.address) ?? 'none';
}

function at(sheet: FigureSheet, address: string): { row: number; column: number } {
  return sheet.positions.get(sheet.form.indexByAddress.get(address)!)!;
}

function blank(of = form): Report {
  const { from } = of.definition.appliesToYears;
  return emptyReport(of, { organisation: '样例机关', scope: 'own', year: from });
}

describe('表上的位置', () => {
  it.each(sheets)('holds every cell of %s %s once, with its own place', (_, __, sheet) => {
    const cells = sheet.form.cells.filter((cell) => cell.table === sheet.table);
    expect(new Set(sheet.rows.flat())).toEqual(new Set(cells));
    for (const cell of cells) expect(figureAt(sheet, sheet.positions.get(cell.index)!)).toBe(cell);
  });

  it('lets a block of one column reach over the width of the table', () => {
    const licensing = form.cells[form.indexByAddress.get('proactive.licensing.decisionsThisYear')!]!;
    expect(widthOf(proactive, licensing)).toBe(3);
    expect(review.rowCount).toBe(1);
    expect(review.columnCount).toBe(15);
  });
});

describe('移动', () => {
  it.each(sheets)('visits every entered cell of %s %s once with Enter and once with Tab', (_, __, sheet) => {
    for (const along of ['down', 'across'] as const) {
      const visited = [enteringOrder(sheet, along)[0]!];
      for (
        let next = stepInOrder(sheet, visited[0]!, along, 1);
        next;
        next = stepInOrder(sheet, next, along, 1)
      )
        visited.push(next);
      const entered = sheet.form.cells.filter((cell) => cell.table === sheet.table && !cell.operands);
      expect(visited).toHaveLength(entered.length);
      expect(new Set(visited)).toEqual(new Set(entered));
    }
  });

  it('passes over totals in every direction and stops at the edge', () => {
    const other = at(requests, 'requests.otherHandling.other.naturalPerson');
    expect(addressAt(requests, stepTowards(requests, other, 'down'))).toBe(
      'requests.carriedForwardToNextYear.naturalPerson',
    );
    const last = at(requests, 'requests.newlyReceived.otherOrganisation');
    expect(stepTowards(requests, last, 'right')).toBeUndefined();
    expect(addressAt(requests, edgeTowards(requests, other, 'up'))).toBe(
      'requests.newlyReceived.naturalPerson',
    );
  });

  it('comes back to the column it left when it crosses a wide cell', () => {
    const inForce = at(proactive, 'proactive.normativeDocuments.inForce');
    const licensing = stepTowards(proactive, inForce, 'down')!;
    expect(addressAt(proactive, licensing)).toBe('proactive.licensing.decisionsThisYear');
    expect(addressAt(proactive, stepTowards(proactive, licensing, 'up'))).toBe(
      'proactive.normativeDocuments.inForce',
    );
  });

  it('enters a table at its first cell, and coming back at its last', () => {
    expect(entryCell(requests, 1).address).toBe('requests.newlyReceived.naturalPerson');
    expect(entryCell(requests, -1).address).toBe('requests.carriedForwardToNextYear.otherOrganisation');
  });

  it('goes on from a total to the nearest entered cell', () => {
    const total = form.cells[form.indexByAddress.get('requests.outcomeTotal.naturalPerson')!]!;
    expect(stepInOrder(requests, total, 'down', 1)?.address).toBe(
      'requests.carriedForwardToNextYear.naturalPerson',
    );
    expect(stepInOrder(requests, total, 'down', -1)?.address).toBe(
      'requests.otherHandling.other.naturalPerson',
    );
  });

  it('never leaves the table, whatever is pressed', () => {
    const directions = fc.array(fc.constantFrom<Direction>('up', 'down', 'left', 'right'));
    fc.assert(
      fc.property(fc.constantFrom(...sheets), directions, ([, , sheet], presses) => {
        let position = endOf(sheet, 'table', { row: 0, column: 0 }, 'first');
        let corner = position;
        for (const direction of presses) {
          position = stepTowards(sheet, position, direction) ?? position;
          corner = growTowards(sheet, corner, direction);
          expect(figureAt(sheet, position)?.operands).toBeUndefined();
          expect(figureAt(sheet, corner)).toBeDefined();
        }
      }),
    );
  });
});

describe('选区', () => {
  it('holds each cell once, totals included', () => {
    expect(cellsIn(requests, wholeRange(requests))).toHaveLength(175);
    expect(cellsIn(proactive, wholeRange(proactive))).toHaveLength(10);
    expect(linesIn(proactive, rangeAt(at(proactive, 'proactive.licensing.decisionsThisYear')))).toHaveLength(
      1,
    );
  });

  it('is never cut through a wide cell', () => {
    expect(extentOf(proactive, rangeAt({ row: 2, column: 1 }))).toEqual({
      top: 2,
      left: 0,
      bottom: 2,
      right: 2,
    });
  });

  it('adds up exactly, blanks and “/” left out', () => {
    expect(summariseCells(['24252.311082', 3, '0.1', '0.2', null, '/', '251000元'])).toEqual({
      sum: '24255.611082',
      count: 4,
      average: '6063.9',
    });
    expect(summariseCells([null])).toEqual({ sum: '0', count: 0, average: undefined });
  });
});

describe('填充、补零、清空', () => {
  const numbered = applyEdits(
    blank(),
    form.entered.map((index) => {
      const cell = form.cells[index]!;
      const value = cell.column.type === 'amount' ? `${index}.5` : index;
      return { kind: 'value' as const, address: cell.address, value };
    }),
  ).report;

  it('repeats the first line of a range, or the line before a single one', () => {
    const top = at(requests, 'requests.newlyReceived.naturalPerson');
    const range = { anchor: top, focus: { row: top.row + 2, column: top.column } };
    const down = applyEdits(numbered, fillFromFirst(numbered, requests, range, 'down').edits).report;
    const first = enteredValue(numbered, 'requests.newlyReceived.naturalPerson');
    expect(enteredValue(down, 'requests.disclosed.naturalPerson')).toBe(first);
    const single = rangeAt({ row: top.row + 1, column: top.column });
    const above = applyEdits(numbered, fillFromFirst(numbered, requests, single, 'down').edits).report;
    expect(enteredValue(above, 'requests.carriedOverFromLastYear.naturalPerson')).toBe(first);
    expect(fillFromFirst(numbered, requests, rangeAt(top), 'down').edits).toEqual([]);
  });

  it('lists what does not fit: an amount into a count', () => {
    const fees = at(proactive, 'proactive.administrativeFees.feesCollected');
    const target = { anchor: { row: fees.row - 1, column: 0 }, focus: fees };
    const outcome = fillRange(numbered, proactive, rangeAt(fees), target);
    expect(outcome.edits).toEqual([]);
    expect(outcome.refused[0]).toMatchObject({ place: '行政强制 本年处理决定数量' });
  });

  it('repeats a pattern upwards as well', () => {
    const from = at(requests, 'requests.refused.stateSecret.naturalPerson');
    const source = { anchor: from, focus: { row: from.row + 1, column: from.column } };
    const target = { anchor: { row: from.row - 2, column: from.column }, focus: source.focus };
    const { report } = applyEdits(numbered, fillRange(numbered, requests, source, target).edits);
    expect(enteredValue(report, 'requests.disclosed.naturalPerson')).toBe(
      enteredValue(numbered, 'requests.refused.stateSecret.naturalPerson'),
    );
  });

  it('turns blanks into zeros and leaves everything else, and blanks the table again', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        for (const table of tablesOf(report.form.definition)) {
          const sheet = figureSheet(report.form, table);
          const filled = applyEdits(report, zeroBlanks(report, sheet)).report;
          for (const cell of report.form.cells) {
            if (cell.operands) continue;
            const before = report.values[cell.index];
            const zero = typeof filled.values[cell.index] === 'number' ? 0 : '0';
            expect(filled.values[cell.index]).toBe(cell.table === table ? (before ?? zero) : before);
          }
          const emptied = applyEdits(filled, blankTable(sheet)).report;
          expect(cellsIn(sheet, wholeRange(sheet)).map((cell) => emptied.values[cell.index])).toEqual(
            cellsIn(sheet, wholeRange(sheet)).map(() => null),
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});
