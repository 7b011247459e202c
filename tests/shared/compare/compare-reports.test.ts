// Comparison with last year, cell by cell against figures worked out by hand, also across the change of layout.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareReports,
  type ComparedLine,
  type ComparedReports,
} from '../../../shared/compare/compare-reports';
import { seriesOf } from '../../../shared/compare/report-series';
import { isChanged, isLargeChange, selectLines, sortBySize } from '../../../shared/compare/select-lines';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { emptyReport } from '../../../shared/report/report';
import { allForms, formForYear } from '../../../shared/forms/form-registry';
import { arbitraryReport } from '../../helpers/arbitrary-report';
import { sampleReport } from '../../helpers/sample-reports';
import {
  PROACTIVE_2022,
  REQUESTS_2021,
  REQUESTS_2022,
  REVIEW_2021,
  REVIEW_2022,
  type WorkedLine,
} from './three-years';

const IN_2020 = sampleReport('014');
const IN_2021 = sampleReport('015');
const IN_2022 = sampleReport('016');

const lineAt = (compared: ComparedReports, key: string): ComparedLine => {
  const line = compared.lines.find((one) => one.key === key);
  if (!line) throw new Error(`no line ${key}`);
  return line;
};

/** Every numeric line of a table as figures; lines that were 0 in both years are left out, as in the worked tables. */
function figuresOf(compared: ComparedReports, table: string): WorkedLine[] {
  return compared.lines.flatMap((line): WorkedLine[] => {
    const { comparison, current, earlier } = line;
    if (line.cell.table.key !== table || comparison.kind !== 'numeric') return [];
    if (typeof comparison.difference !== 'number' || (current === 0 && earlier === 0)) return [];
    return [[line.key.slice(table.length + 1), Number(earlier), Number(current), comparison.difference]];
  });
}

describe('2021 against 2020, across the layouts', () => {
  const compared = compareReports(IN_2021, IN_2020);

  it('compares every cell of table 三 and 四 with the figures worked out by hand', () => {
    expect(figuresOf(compared, 'requests')).toEqual(REQUESTS_2021);
    expect(figuresOf(compared, 'reviewAndLitigation')).toEqual(REVIEW_2021);
    const numeric = compared.lines.filter((line) => line.comparison.kind === 'numeric');
    // 175 cells less three rows of seven, and the three rows together; 15 cells of table 四.
    expect(numeric).toHaveLength(175 - 21 + 7 + 15);
  });

  it('shows three rows of （六） as 口径不同 and compares their sum', () => {
    const different = compared.lines.filter(
      (line) => line.cell.table.key === 'requests' && line.comparison.kind === 'incomparable',
    );
    expect(new Set(different.map((line) => line.cell.row.key))).toEqual(
      new Set(['otherHandling.supplementOverdue', 'otherHandling.feeOverdue', 'otherHandling.other']),
    );
    expect(different).toHaveLength(21);
    expect(lineAt(compared, 'requests.otherHandling.naturalPerson')).toMatchObject({
      isCell: false,
      label: expect.stringContaining('合计'),
      current: 1,
      earlier: 4,
    });
  });

  it('compares only 处理决定数量 in table 二, and says so of every other cell', () => {
    const proactive = compared.lines.filter((line) => line.cell.table.key === 'proactive');
    const sameMeaning = proactive.filter(
      (line) => line.comparison.kind !== 'incomparable' || !line.comparison.isDifferentMeaning,
    );
    expect(sameMeaning.map((line) => line.key)).toEqual([
      'proactive.licensing.decisionsThisYear',
      'proactive.penalty.decisionsThisYear',
      'proactive.coercion.decisionsThisYear',
    ]);
    // The source left last year's decisions blank: that is no 0.
    expect(sameMeaning.map((line) => line.comparison)).toEqual(
      [1, 2, 3].map(() => ({ kind: 'incomparable', reason: '上年未填', isDifferentMeaning: false })),
    );
    expect(proactive).toHaveLength(10 + 19);
    expect(lineAt(compared, 'proactive.normativeDocuments.inForce')).toMatchObject({
      current: 665,
      earlier: null,
      comparison: { reason: expect.stringContaining('口径不同') },
    });
    expect(lineAt(compared, 'proactive.normativeDocuments.disclosedInTotal')).toMatchObject({
      isCell: false,
      current: null,
      earlier: 166,
    });
  });

  it('reads the same backwards', () => {
    const back = compareReports(IN_2020, IN_2021);
    expect(figuresOf(back, 'requests')).toEqual(
      REQUESTS_2021.map(([key, last, now, difference]) => [
        key,
        now,
        last,
        difference === 0 ? 0 : -difference,
      ]),
    );
    expect(lineAt(back, 'requests.otherHandling.naturalPerson').isCell).toBe(true);
  });
});

describe('2022 against 2021', () => {
  const compared = compareReports(IN_2022, IN_2021);

  it('compares all 200 cells with the figures worked out by hand', () => {
    expect(compared.lines).toHaveLength(200);
    expect(figuresOf(compared, 'proactive')).toEqual(PROACTIVE_2022);
    expect(figuresOf(compared, 'requests')).toEqual(REQUESTS_2022);
    expect(figuresOf(compared, 'reviewAndLitigation')).toEqual(REVIEW_2022);
    expect(compared.lines.filter((line) => line.comparison.kind !== 'numeric')).toEqual([]);
  });

  it('subtracts fees exactly', () => {
    expect(lineAt(compared, 'proactive.administrativeFees.feesCollected').comparison).toMatchObject({
      difference: '-15135.951082',
      rate: expect.closeTo(-0.6241, 4),
    });
  });

  it('gives the rate of last year’s figure, and none against 0', () => {
    expect(lineAt(compared, 'requests.newlyReceived.total').comparison).toMatchObject({ rate: 4 / 70 });
    expect(lineAt(compared, 'requests.newlyReceived.commercialEnterprise').comparison).toMatchObject({
      difference: 3,
      rate: null,
    });
  });

  it('finds changed lines, large changes and one section, largest first', () => {
    const changed = selectLines(compared.lines, { changedOnly: true });
    const worked = [...PROACTIVE_2022, ...REQUESTS_2022, ...REVIEW_2022].filter((line) => line[3] !== 0);
    expect(changed).toHaveLength(worked.length + 1);
    const large = selectLines(compared.lines, { largeOnly: { absolute: 10, rate: 0.5 } });
    expect(sortBySize(large).map((line) => line.key)).toEqual([
      'proactive.administrativeFees.feesCollected',
      'proactive.licensing.decisionsThisYear',
      'proactive.penalty.decisionsThisYear',
      'proactive.normativeDocuments.repealedThisYear',
      'proactive.coercion.decisionsThisYear',
      'requests.unavailable.notHeld.naturalPerson',
      'reviewAndLitigation.litigation.direct.upheld',
      'reviewAndLitigation.litigation.direct.total',
    ]);
    const section = selectLines(compared.lines, { table: 'reviewAndLitigation', changedOnly: true });
    expect(section).toHaveLength(REVIEW_2022.length);
  });
});

describe('the line over all years', () => {
  it('follows one figure through both layouts', () => {
    const reports = [IN_2022, IN_2020, IN_2021];
    expect(seriesOf(reports, 'requests.newlyReceived.total').map((one) => [one.year, one.value])).toEqual([
      [2020, 21],
      [2021, 70],
      [2022, 74],
    ]);
    expect(seriesOf(reports, 'requests.otherHandling.total').map((one) => one.value)).toEqual([4, 1, 4]);
    expect(seriesOf(reports, 'proactive.normativeDocuments.inForce')).toEqual([
      { year: 2020, value: null, gap: 'different' },
      { year: 2021, value: 665, gap: undefined },
      { year: 2022, value: 698, gap: undefined },
    ]);
    expect(seriesOf(reports, 'nothing').every((one) => one.gap === 'different')).toBe(true);
    expect(seriesOf([], 'nothing')).toEqual([]);
  });

  it('has a gap for a year between that is not kept', () => {
    expect(seriesOf([IN_2022, IN_2020], 'requests.newlyReceived.total')).toEqual([
      { year: 2020, value: 21, gap: undefined },
      { year: 2021, value: null, gap: 'missing' },
      { year: 2022, value: 74, gap: undefined },
    ]);
  });
});

describe('blank and “/”', () => {
  const CELL = 'requests.newlyReceived.naturalPerson';
  const blank = emptyReport(formForYear(2024)!, { organisation: '某局', scope: 'own', year: 2024 });
  const holding = (value: number | string | null): typeof blank =>
    applyEdits(blank, [{ kind: 'value', address: CELL, value }]).report;
  const lastYear = (report: typeof blank): typeof blank => ({ ...report, year: report.year - 1 });

  it.each([
    [null, null, { kind: 'same' }],
    ['/', '/', { kind: 'same' }],
    [4, null, { kind: 'incomparable', reason: '上年未填' }],
    [null, 0, { kind: 'incomparable', reason: '今年未填' }],
    ['/', 3, { kind: 'incomparable', reason: '今年不适用' }],
    [3, '/', { kind: 'incomparable', reason: '上年不适用' }],
    [0, 0, { kind: 'numeric', difference: 0, rate: null }],
    [0, 4, { kind: 'numeric', difference: -4, rate: -1 }],
  ] as const)('%j against %j', (current, earlier, expected) => {
    const line = lineAt(compareReports(holding(current), lastYear(holding(earlier))), CELL);
    expect(line.comparison).toMatchObject(expected);
    expect(isLargeChange(line, { absolute: 1, rate: 0.5 })).toBe(
      expected.kind === 'numeric' && earlier === 4,
    );
    expect(isChanged(line)).toBe(current !== earlier);
  });
});

describe('any two reports', () => {
  it('are called by their columns where they are not two years of one unit in a row', () => {
    const cell = 'requests.newlyReceived.naturalPerson';
    const emptied = applyEdits(IN_2021, [{ kind: 'value', address: cell as never, value: null }]).report;
    const revised = lineAt(compareReports(IN_2021, emptied), cell);
    expect(revised.comparison).toMatchObject({ kind: 'incomparable', reason: '左列未填' });
    const lastYear = lineAt(compareReports(IN_2022, emptied), cell);
    expect(lastYear.comparison).toMatchObject({ reason: '上年未填' });
  });

  it('compare without an error, every current cell once, and never with a wrong difference', () => {
    fc.assert(
      fc.property(arbitraryReport(), arbitraryReport(), (current, earlier) => {
        const { lines } = compareReports(current, earlier);
        const cells = lines.filter((line) => line.isCell).map((line) => line.key);
        expect(cells).toEqual(current.form.cells.map((cell) => cell.address));
        expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
        for (const { comparison, current: here, earlier: there } of lines)
          if (comparison.kind === 'numeric' && typeof comparison.difference === 'number')
            expect(Number(there) + comparison.difference).toBe(here);
        for (const line of compareReports(current, current).lines) expect(isChanged(line)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('holding 166 different numbers, never meet the wrong cell', () => {
    for (const current of allForms())
      for (const earlier of allForms()) {
        const fill = (form: typeof current, start: number): Edit[] =>
          form.entered.map((index, at) => {
            const { address, column } = form.cells[index]!;
            const figure = start + at;
            return {
              kind: 'value',
              address,
              value: column.type === 'amount' || column.type === 'asWritten' ? String(figure) : figure,
            };
          });
        const report = (form: typeof current, start: number): typeof IN_2020 =>
          applyEdits(
            emptyReport(form, {
              organisation: '某局',
              scope: 'own',
              year: form.definition.appliesToYears.from,
            }),
            fill(form, start),
          ).report;
        const { lines } = compareReports(report(current, 1000), report(earlier, 5000));
        for (const line of lines) {
          if (!line.isCell || line.comparison.kind !== 'numeric' || line.cell.operands) continue;
          const at = current.entered.indexOf(line.cell.index);
          expect([line.key, Number(line.current)]).toEqual([line.key, 1000 + at]);
          const there = earlier.indexByAddress.get(line.key);
          if (there !== undefined)
            expect([line.key, Number(line.earlier)]).toEqual([
              line.key,
              5000 + earlier.entered.indexOf(there),
            ]);
        }
      }
  });
});
