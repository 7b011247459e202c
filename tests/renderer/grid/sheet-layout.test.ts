// What the grid prints around the figures, how large it is drawn, how cells look, what keys mean.

import { describe, expect, it } from 'vitest';
import { cellName, layOutSheet, type HeadNode } from '../../../renderer/grid/sheet-layout';
import { measureSheet, textWidth } from '../../../renderer/grid/sheet-metrics';
import { looksOf, spokenLook } from '../../../renderer/grid/cell-marks';
import { findRows } from '../../../renderer/grid/find-rows';
import { subjectsOfCell, subjectsOfRange } from '../../../renderer/grid/help-subjects';
import { keyIntent, type PressedKey } from '../../../renderer/grid/key-intent';
import { createReportStore } from '../../../renderer/store/report-store';
import { wholeRange } from '../../../shared/clipboard/cell-range';
import { findCell, tablesOf } from '../../../shared/forms/compile-form';
import { allForms, formForYear } from '../../../shared/forms/form-registry';
import { findGuidance } from '../../../shared/forms/guidance';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { emptyReport } from '../../../shared/report/report';

const form = formForYear(2021)!;
const [proactive, requests, review] = tablesOf(form.definition).map((table) => layOutSheet(form, table)) as [
  ReturnType<typeof layOutSheet>,
  ReturnType<typeof layOutSheet>,
  ReturnType<typeof layOutSheet>,
];

/** The place of a table in the window of 1366 × 669: bars and panels taken off. */
const SMALL = { width: 984, height: 555 };

function leaves(nodes: readonly HeadNode[]): HeadNode[] {
  return nodes.flatMap((node) => (node.column === undefined ? leaves(node.children) : [node]));
}

describe('表的版面', () => {
  it('gives 表三 three label columns and three lines of heads', () => {
    expect([requests.labelColumns, requests.headLines, requests.rows.length]).toEqual([3, 3, 25]);
    expect(requests.heads.map(({ text }) => text)).toEqual(['申请人情况', '总计']);
    expect(requests.heads[0]!.children.map(({ text }) => text)).toEqual(['自然人', '法人或其他组织']);
    expect(leaves(requests.heads).map(({ column }) => column)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('merges the label of the outcomes over their 22 rows and writes it from top to bottom', () => {
    const outer = requests.rows.flatMap((row) =>
      row.kind === 'figures' ? row.labels.filter((label) => label.isVertical) : [],
    );
    expect(outer).toHaveLength(22);
    expect(new Set(outer.map((label) => label.mergeKey)).size).toBe(1);
  });

  it('gives every block of 表二 its heading and its own heads', () => {
    expect(proactive.rows.map((row) => row.kind)).toEqual([
      ...['heading', 'heads', 'figures', 'figures'],
      ...['heading', 'heads', 'figures'],
      ...['heading', 'heads', 'figures', 'figures'],
      ...['heading', 'heads', 'figures'],
    ]);
  });

  it('prints 表四 in one line, the group without a middle head two lines high', () => {
    expect(review.rows).toHaveLength(1);
    expect(review.heads.map(({ text, lines }) => [text, lines])).toEqual([
      ['行政复议', 2],
      ['行政诉讼', 1],
    ]);
    expect(review.heads[0]!.children[0]).toMatchObject({ text: '行政复议', isCovered: true });
    expect(leaves(review.heads)).toHaveLength(15);
  });

  it('lays out every table of every layout with a head or label for each figure', () => {
    for (const one of allForms())
      for (const table of tablesOf(one.definition)) {
        const layout = layOutSheet(one, table);
        const lines = layout.rows.filter((row) => row.kind === 'figures').length;
        expect(lines).toBe(layout.sheet.rowCount);
        if (layout.headLines > 0) expect(leaves(layout.heads)).toHaveLength(layout.sheet.columnCount);
      }
  });
});

describe('大小', () => {
  it('fits the whole of 表三 into a small screen, seven digits in every column', () => {
    const metrics = measureSheet(requests, SMALL);
    expect(metrics.height).toBeLessThanOrEqual(SMALL.height);
    expect(metrics.width).toBeLessThanOrEqual(SMALL.width);
    expect(metrics.rowHeight).toBeGreaterThanOrEqual(19);
    for (const width of metrics.figureWidths)
      expect(width).toBeGreaterThan(textWidth('2,822,652') * metrics.fontSize + 9);
  });

  it('grows with the window, rows to 28 px at most', () => {
    const metrics = measureSheet(requests, { width: 1538, height: 980 });
    expect(metrics.rowHeight).toBe(28);
    expect(metrics.width).toBe(1538);
    expect(metrics.fontSize).toBeGreaterThan(14);
  });

  it('enlarges rows and type by the zoom and keeps the width', () => {
    const metrics = measureSheet(requests, SMALL, 1.5);
    expect(metrics.rowHeight).toBe(29);
    expect(metrics.width).toBeLessThanOrEqual(SMALL.width);
  });

  it('keeps every table within a place of any usual size', () => {
    for (const layout of [proactive, requests, review])
      for (const width of [984, 1100, 1538])
        expect(measureSheet(layout, { width, height: 700 }).width).toBeLessThanOrEqual(width);
  });
});

describe('格子的样子', () => {
  function looked(edits: readonly Edit[], address: string): { mark: string | undefined; spoken: string } {
    const empty = emptyReport(form, { organisation: '样例机关', scope: 'own', year: 2021 });
    const store = createReportStore();
    store.open({ id: 'x', report: applyEdits(empty, edits).report });
    const cell = findCell(form, address)!;
    const look = looksOf(store.getSnapshot()!, [cell])[0]!;
    return { mark: look.mark, spoken: spokenLook(cell, look) };
  }
  const zeros = form.entered.map((index): Edit => {
    const cell = form.cells[index]!;
    return { kind: 'value', address: cell.address, value: cell.column.type === 'amount' ? '0' : 0 };
  });
  const one: Edit = { kind: 'value', address: 'requests.newlyReceived.naturalPerson', value: 1 };

  it('is red where a balance fails and amber while cells of it are blank', () => {
    expect(looked([...zeros, one], one.kind === 'value' ? one.address : '').mark).toBe('error');
    expect(looked([one], 'requests.newlyReceived.naturalPerson').mark).toBe('provisional');
  });

  it('says row, column, figure and what is wrong', () => {
    expect(looked([...zeros, one], 'requests.newlyReceived.naturalPerson').spoken).toBe(
      '一、本年新收政府信息公开申请数量，自然人：1，有错误',
    );
    expect(looked([], 'requests.newlyReceived.naturalPerson').spoken).toContain('：未填');
  });

  it('shows a printed total beside ours where they differ', () => {
    const declared: Edit = { kind: 'declared', address: 'requests.outcomeTotal.total', value: 18 };
    expect(looked([...zeros, declared], 'requests.outcomeTotal.total').spoken).toContain('0 原文 18');
  });
});

describe('按键', () => {
  const key = (name: string, held: Partial<PressedKey> = {}): PressedKey => ({
    key: name,
    code: '',
    keyCode: 0,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    ...held,
  });
  it.each([
    ['Enter', {}, { kind: 'enter', by: 1 }],
    ['Enter', { shiftKey: true }, { kind: 'enter', by: -1 }],
    ['Tab', { shiftKey: true }, { kind: 'tab', by: -1 }],
    ['ArrowUp', { ctrlKey: true }, { kind: 'move', direction: 'up', toEdge: true, extend: false }],
    ['End', { ctrlKey: true, shiftKey: true }, { kind: 'end', of: 'table', end: 'last', extend: true }],
    ['PageDown', {}, { kind: 'table', by: 1 }],
    ['5', {}, { kind: 'type' }],
    ['Process', { keyCode: 229 }, { kind: 'type' }],
    ['Backspace', {}, { kind: 'blank' }],
    ['d', { ctrlKey: true }, { kind: 'fill', direction: 'down' }],
    ['A', { ctrlKey: true }, { kind: 'select', what: 'table' }],
  ] as const)('%s %o', (name, held, intent) => {
    expect(keyIntent(key(name, held))).toEqual(intent);
  });

  it.each([
    ['z', { ctrlKey: true }],
    ['s', { ctrlKey: true }],
    ['F4', { altKey: true }],
    ['Shift', { code: 'ShiftLeft' }],
    ['Process', { code: 'ShiftLeft', keyCode: 229 }],
    ['F5', {}],
  ] as const)('leaves %s %o to the window', (name, held) => {
    expect(keyIntent(key(name, held))).toBeUndefined();
  });
});

describe('查找和填报说明', () => {
  const initials = (text: string): string => (text.includes('予以公开') ? 'byyygk' : 'zzz');

  it('finds rows by label and by initials, those of the shown table first', () => {
    expect(findRows(form.definition, ' 国家 秘密', requests.sheet.table, initials)).toHaveLength(1);
    expect(findRows(form.definition, 'YYGK', proactive.sheet.table, initials)[0]!.name).toBe(
      '（一）予以公开',
    );
    const all = findRows(form.definition, '', review.sheet.table, initials);
    expect(all[0]!.table).toBe(review.sheet.table);
    expect(all).toHaveLength(25 + 6 + 3);
  });

  it('has a text with its source for every row and column of every layout', () => {
    for (const one of allForms())
      for (const cell of one.cells) {
        const subjects = subjectsOfCell(cell).map(({ key }) => findGuidance(one.definition.id, key));
        const found = subjects.filter((entry) => entry !== undefined);
        expect(found.length, `${one.definition.id} ${cell.address}`).toBeGreaterThan(0);
        for (const entry of found) {
          expect(entry.paragraphs.length).toBeGreaterThan(0);
          expect(entry.source).not.toBe('');
          expect(`${entry.paragraphs.join('')}${entry.source}`).not.toMatch(/未核实|`|undefined/u);
        }
      }
  });

  it('tells what a head or label is about', () => {
    const { sheet } = requests;
    expect(subjectsOfRange(sheet, wholeRange(sheet)).map(({ key }) => key)).toEqual(['requests']);
    const column = { anchor: { row: 0, column: 1 }, focus: { row: 24, column: 1 } };
    expect(subjectsOfRange(sheet, column).map(({ title }) => title)).toEqual(['商业企业']);
  });

  it('names a cell by all its heads', () => {
    expect(cellName(findCell(form, 'requests.refused.stateSecret.total')!)).toBe(
      '三、本年度办理结果，（三）不予公开，1.属于国家秘密，总计',
    );
  });
});
