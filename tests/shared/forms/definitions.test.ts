// What must be true of every layout: unique names, sound formulas and rules, the official number of cells.

import { describe, expect, it } from 'vitest';
import { compileForm, findCell, tablesOf } from '../../../shared/forms/compile-form';
import { allForms, appliesToYear, findForm, formForYear } from '../../../shared/forms/form-registry';
import type { FormDefinition, RowDefinition } from '../../../shared/forms/form-definition';

const FORMS = allForms().map((form) => ({ id: form.definition.id, form, definition: form.definition }));

/** Table: cells, entered, computed. From the official documents, counted by hand. */
const OFFICIAL_CELLS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'annual-report-2019': {
    proactive: [22, 22, 0],
    requests: [161, 132, 29],
    reviewAndLitigation: [15, 12, 3],
  },
  'annual-report-2021': {
    proactive: [10, 10, 0],
    requests: [175, 144, 31],
    reviewAndLitigation: [15, 12, 3],
  },
};

describe.each(FORMS)('$id', ({ id, form, definition }) => {
  it('has six sections with the fixed ordinals', () => {
    expect(definition.sections.map((section) => section.number)).toEqual([
      '一',
      '二',
      '三',
      '四',
      '五',
      '六',
    ]);
    expect(definition.sections.map((section) => section.kind)).toEqual([
      ...['narrative', 'table', 'table', 'table', 'narrative', 'narrative'],
    ]);
  });

  it('has the official number of cells in every table', () => {
    const counted = Object.fromEntries(
      tablesOf(definition).map((table) => {
        const cells = form.cells.filter((cell) => cell.table.key === table.key);
        const computed = cells.filter((cell) => cell.operands).length;
        return [table.key, [cells.length, cells.length - computed, computed]];
      }),
    );
    expect(counted).toEqual(OFFICIAL_CELLS[id]);
    expect(form.entered.length).toBe(166);
  });

  it('gives every cell an address of its own, and every row and column a label', () => {
    expect(form.indexByAddress.size).toBe(form.cells.length);
    for (const cell of form.cells) {
      expect(cell.address).toBe(`${cell.table.key}.${cell.row.key}.${cell.column.key}`);
      expect(cell.row.labelPath.every((label) => label.trim() !== '')).toBe(true);
      expect(cell.column.label).not.toBe('');
    }
    const sections = definition.sections.map((section) => section.key);
    expect(new Set(sections).size).toBe(sections.length);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });

  it('computes each total after everything it adds up, and adds up counts only', () => {
    const known = new Set(form.entered);
    for (const index of form.computed) {
      const cell = form.cells[index]!;
      for (const operand of cell.operands!) {
        expect(known.has(operand)).toBe(true);
        expect(form.cells[operand]!.column.type).toBe('count');
      }
      expect(cell.column.type).toBe('count');
      known.add(index);
    }
  });

  it('binds every rule to figures, names its source, and says it in a sentence', () => {
    const ids = definition.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of definition.rules) {
      expect(rule.source).not.toBe('');
      expect(rule.label).not.toBe('');
      expect(form.rules.some((bound) => bound.rule === rule)).toBe(true);
    }
    for (const bound of form.rules) {
      if (bound.kind === 'text') continue;
      // Amounts are never added up; how far they have moved since last year can be told.
      const figures = bound.kind === 'swing' ? ['count', 'amount'] : ['count'];
      for (const address of bound.cells) expect(figures).toContain(findCell(form, address)!.column.type);
      for (const term of bound.kind === 'relation' ? [...bound.left, ...bound.right] : [])
        expect(form.cells[term.index]!.column.type).toBe('count');
    }
    const keys = form.rules.map((bound) => bound.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets no hard rule but the carry-over be explained away', () => {
    const hardAndExplainable = definition.rules.filter(
      (rule) => rule.severity === 'error' && rule.explainable,
    );
    expect(hardAndExplainable.map((rule) => rule.id)).toEqual(['requests.carryOver']);
    expect(definition.rules.filter((rule) => rule.severity === 'warning' && !rule.explainable)).toEqual([]);
  });

  it('holds the balance on all seven columns', () => {
    const strip = form.rules.filter((bound) => bound.kind === 'relation' && bound.rule.inBalanceStrip);
    expect(strip).toHaveLength(7);
    for (const bound of strip) expect(bound.kind === 'relation' && bound.cells).toHaveLength(4);
  });

  it('explains every row, entered column and section in at most forty characters', () => {
    const hints = [
      ...definition.sections.map((section) => [section.key, section.hint] as const),
      ...form.cells.flatMap((cell) => [
        [`row ${cell.row.key}`, cell.row.hint] as const,
        [`column ${cell.column.key}`, cell.column.hint] as const,
      ]),
    ];
    for (const [key, hint] of hints) {
      expect([key, typeof hint]).toEqual([key, 'string']);
      expect([...hint!].length, key).toBeLessThanOrEqual(40);
    }
  });

  it('is found by its id and by each of its years', () => {
    const { from, to = from + 10 } = definition.appliesToYears;
    expect(findForm(id)).toBe(form);
    for (let year = from; year <= to; year += 1) expect(formForYear(year)).toBe(form);
  });

  it('never gives one label to two rows of a block or two columns of a table', () => {
    for (const table of tablesOf(definition))
      for (const block of table.blocks) {
        const rows = block.rows.map((row: RowDefinition) => row.labelPath.join('/'));
        expect(new Set(rows).size).toBe(rows.length);
        const columns = block.columns.map((column) => column.label);
        expect(new Set(columns).size).toBe(columns.length);
      }
  });
});

describe('the registry', () => {
  it('knows no layout before 2019, none for half a year and none by an unknown name', () => {
    expect(formForYear(2018)).toBeUndefined();
    expect(formForYear(2021.5)).toBeUndefined();
    expect(formForYear(Number.NaN)).toBeUndefined();
    expect(findForm('annual-report-2035')).toBeUndefined();
  });

  it('gives every year one layout only', () => {
    for (let year = 2019; year < 2060; year += 1)
      expect(FORMS.filter(({ definition }) => appliesToYear(definition, year))).toHaveLength(1);
  });

  it('keeps the meaning of a key across layouts: what both have in table 三 and 四 has the same label and type', () => {
    const [older, newer] = [findForm('annual-report-2019')!, findForm('annual-report-2021')!];
    for (const cell of older.cells.filter((one) => one.table.key !== 'proactive')) {
      const index = newer.indexByAddress.get(cell.address);
      if (index === undefined) {
        expect(cell.row.key).toBe('otherHandling');
        continue;
      }
      expect(newer.cells[index]!.row.labelPath).toEqual(cell.row.labelPath);
      expect(newer.cells[index]!.column.label).toBe(cell.column.label);
      expect(newer.cells[index]!.column.type).toBe(cell.column.type);
    }
  });
});

describe('a faulty definition', () => {
  const base = findForm('annual-report-2021')!.definition;
  const withTable = (
    rows: readonly RowDefinition[],
    rules: FormDefinition['rules'] = [],
  ): FormDefinition => ({
    ...base,
    rules,
    sections: [
      {
        kind: 'table',
        key: 't',
        number: '一',
        label: '表',
        shortLabel: '表',
        arrangement: 'matrix',
        blocks: [{ rows, columns: [{ key: 'c', label: '列', type: 'count' }] }],
      },
    ],
  });
  const row = (key: string, ...operands: string[]): RowDefinition => ({
    key,
    labelPath: [key],
    ...(operands.length > 0 && { formula: operands.map((operand) => ({ row: operand })) }),
  });

  it('is refused when a total adds up itself, directly or around a corner', () => {
    expect(() => compileForm(withTable([row('a', 'a')]))).toThrow(/itself/u);
    expect(() => compileForm(withTable([row('a', 'b'), row('b', 'a')]))).toThrow(/itself/u);
  });

  it('is refused when a total or a rule names a cell that does not exist', () => {
    expect(() => compileForm(withTable([row('a', 'nowhere')]))).toThrow(/unknown/u);
    const rule = base.rules.find((one) => one.kind === 'relation')!;
    expect(() => compileForm(withTable([row('a')], [rule]))).toThrow();
  });
});
