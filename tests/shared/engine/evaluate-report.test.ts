// What follows from figures: totals against an independent sum, states, completeness, the published samples.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../shared/engine/count-characters';
import { evaluateReport, valueAt } from '../../../shared/engine/evaluate-report';
import { describeFinding } from '../../../shared/engine/explain-finding';
import { formForYear } from '../../../shared/forms/form-registry';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { emptyReport, type Report } from '../../../shared/report/report';
import { arbitraryReport } from '../../helpers/arbitrary-report';
import { sampleReport } from '../../helpers/sample-reports';

const FORM = formForYear(2024)!;
const EMPTY = emptyReport(FORM, { organisation: '某局', scope: 'own', year: 2024 });
const zeros = (): Edit[] =>
  FORM.entered.map((index) => {
    const { address, column } = FORM.cells[index]!;
    return { kind: 'value', address, value: column.type === 'amount' ? '0' : 0 };
  });
const texts: readonly Edit[] = [
  { kind: 'narrative', section: 'overview', text: '总体' },
  { kind: 'narrative', section: 'problems', text: '问题' },
  { kind: 'narrative', section: 'other', text: '本年没有收取信息处理费。' },
];

describe('totals', () => {
  it('are the plain sums of the entered figures, for any report', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const evaluation = evaluateReport(report);
        const isApplicant = (key: string): boolean => key !== 'total';
        const table = report.form.cells.filter((cell) => cell.table.key === 'requests');
        const outcomes = table.filter(
          (cell) =>
            isApplicant(cell.column.key) && cell.row.labelPath.length > 1 && cell.row.key !== 'outcomeTotal',
        );
        const plainSum = outcomes.reduce((sum, cell) => {
          const value = report.values[cell.index];
          return sum + (typeof value === 'number' ? value : 0);
        }, 0);
        const total = valueAt(evaluation, 'requests.outcomeTotal.total');
        expect(typeof total === 'number' ? total : 0).toBe(plainSum);
        for (const index of report.form.entered)
          expect(evaluation.totals.values[index]).toBe(report.values[index]);
      }),
      { numRuns: 200 },
    );
  });

  it('do not look at what the source declared', () => {
    const declared = applyEdits(EMPTY, [
      { kind: 'declared', address: 'requests.newlyReceived.total', value: 99 },
    ]).report;
    expect(valueAt(evaluateReport(declared), 'requests.newlyReceived.total')).toBeNull();
  });
});

describe('evaluating', () => {
  it('never throws, and can say every finding in a sentence, for any report and any last year', () => {
    fc.assert(
      fc.property(arbitraryReport(), fc.option(arbitraryReport()), (report, previous) => {
        const evaluation = evaluateReport(report, previous ?? undefined);
        const { counts, findings } = evaluation;
        expect(counts.errors + counts.warnings + counts.explained).toBe(findings.length);
        for (const finding of findings) {
          expect(finding.left - finding.right).toBe(finding.difference);
          expect(describeFinding(evaluation, finding).message).not.toMatch(/undefined|NaN|null/u);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the state of a report', () => {
  it('is 未开始 while nothing is entered', () => {
    expect(evaluateReport(EMPTY)).toMatchObject({
      state: 'untouched',
      completeness: { emptySections: ['overview', 'problems', 'other'], isUntouched: true },
    });
    expect(evaluateReport(EMPTY).completeness.blanks).toHaveLength(166);
  });

  it('is 填报中 from the first figure, the first “/” or the first word', () => {
    for (const edit of [zeros()[0]!, texts[0]!, { ...zeros()[0]!, value: '/' } as Edit])
      expect(evaluateReport(applyEdits(EMPTY, [edit]).report).state).toBe('inProgress');
  });

  it('is 填报中 with one blank or one empty section left, 校验通过 without', () => {
    const whole = applyEdits(EMPTY, [...zeros(), ...texts]).report;
    expect(evaluateReport(whole)).toMatchObject({ state: 'passes', completeness: { blanks: [] } });
    for (const edit of [{ ...zeros()[40]!, value: null } as Edit, { ...texts[2]!, text: ' \n' } as Edit])
      expect(evaluateReport(applyEdits(whole, [edit]).report).state).toBe('inProgress');
  });

  it('is 有错误 only for an error that rests on no blank', () => {
    const one: Edit = { kind: 'value', address: 'requests.newlyReceived.naturalPerson', value: 1 };
    expect(evaluateReport(applyEdits(EMPTY, [one]).report)).toMatchObject({
      state: 'inProgress',
      counts: { errors: 2, provisionalErrors: 2 },
    });
    expect(evaluateReport(applyEdits(EMPTY, [...zeros(), one]).report)).toMatchObject({
      state: 'hasErrors',
      counts: { errors: 2, provisionalErrors: 0 },
    });
  });
});

describe('the published reports', () => {
  const findingsOf = (report: Report, previous?: Report): unknown[] =>
    evaluateReport(report, previous).findings.map(({ bound, left, right, difference }) => [
      bound.key,
      left,
      right,
      difference,
    ]);

  it('001, 015 and 016 have no error, 016 neither with 015 as last year', () => {
    for (const report of [sampleReport('panyu'), sampleReport('015'), sampleReport('016')])
      expect(evaluateReport(report).counts.errors).toBe(0);
    expect(evaluateReport(sampleReport('016'), sampleReport('015')).counts.errors).toBe(0);
    expect(evaluateReport(sampleReport('panyu')).findings.map(({ bound }) => bound.rule.id)).toEqual([
      'narrative.overviewLength',
      'narrative.processingFee',
    ]);
  });

  it('014, in the layout of 2019, has exactly its four errors and eight blanks', () => {
    expect(findingsOf(sampleReport('014'))).toEqual([
      ['requests.balance:naturalPerson', 20, 26, -6],
      ['requests.balance:total', 21, 27, -6],
      ['requests.outcomeTotal:outcomeTotal.naturalPerson', 26, 20, 6],
      ['requests.outcomeTotal:outcomeTotal.total', 27, 21, 6],
    ]);
    expect(evaluateReport(sampleReport('014')).completeness.blanks).toHaveLength(8);
  });

  it('025 counts one case twice', () => {
    expect(findingsOf(sampleReport('025'))).toEqual([
      ['requests.balance:naturalPerson', 1, 2, -1],
      ['requests.balance:total', 1, 2, -1],
    ]);
  });

  it('034 has （七） in the wrong column; on its entered figures every column balances', () => {
    expect(findingsOf(sampleReport('034'))).toEqual([
      ['requests.outcomeTotal:outcomeTotal.naturalPerson', 16, 18, -2],
      ['requests.outcomeTotal:outcomeTotal.publicWelfareOrganisation', 2, 0, 2],
    ]);
    expect(evaluateReport(sampleReport('034')).completeness.blanks).toHaveLength(3);
  });
});

describe('counting characters', () => {
  it.each([
    ['', 0],
    ['政府信息', 4],
    ['政府，信息。', 6],
    ['2021年', 2],
    ['共12.5万元', 6],
    ['WPS Office', 2],
    [' \n\t　', 0],
    ['𠮷', 1],
  ])('%j counts %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});
