// Beginning a year: what last year leaves to it, in the same layout and across the layouts.

import { describe, expect, it } from 'vitest';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { continueInNextYear, isTextOfLastYear, startYear } from '../../../shared/engine/start-next-year';
import { formForYear } from '../../../shared/forms/form-registry';
import { applyEdits } from '../../../shared/report/edits';
import { enteredValue } from '../../../shared/report/report';
import { sampleReport } from '../../helpers/sample-reports';

const CARRIED = 'requests.carriedOverFromLastYear.naturalPerson';

describe('the next year', () => {
  it('takes over the cases carried forward, column by column, and nothing else', () => {
    const last = sampleReport('015');
    const { organisation, scope } = last;
    const next = startYear(formForYear(2022)!, { organisation, scope, year: 2022 }, last);
    expect(enteredValue(next, CARRIED)).toBe(1);
    expect(enteredValue(next, 'requests.carriedOverFromLastYear.otherOrganisation')).toBe(0);
    expect(next.values.filter((value) => value !== null)).toHaveLength(6);
    const carryOver = evaluateReport(next, last).assessments.filter(
      ({ bound }) => bound.rule.id === 'requests.carryOver',
    );
    expect(carryOver.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'holds'));
  });

  it('takes them over across the change of layout too', () => {
    const last = applyEdits(sampleReport('014'), [
      { kind: 'value', address: 'requests.carriedForwardToNextYear.naturalPerson', value: 3 },
    ]).report;
    const next = continueInNextYear(last)!;
    expect(next.form.definition.id).toBe('annual-report-2021');
    expect(enteredValue(next, CARRIED)).toBe(3);
  });

  it('leaves blank what last year left blank, and begins empty without a last year', () => {
    const last = applyEdits(sampleReport('015'), [
      { kind: 'value', address: 'requests.carriedForwardToNextYear.naturalPerson', value: null },
    ]).report;
    expect(enteredValue(continueInNextYear(last)!, CARRIED)).toBeNull();
    const { organisation, scope } = last;
    const alone = startYear(formForYear(2022)!, { organisation, scope, year: 2022 }, undefined);
    expect(alone.values.every((value) => value === null)).toBe(true);
  });

  it('has last year’s wording, known as such until it is changed', () => {
    const last = sampleReport('panyu');
    const next = continueInNextYear(last)!;
    expect(next.narrative).toEqual(last.narrative);
    expect(next.explanations).toEqual({});
    expect(isTextOfLastYear(next, last, 'overview')).toBe(true);
    const edited = applyEdits(next, [{ kind: 'narrative', section: 'overview', text: '今年的情况' }]).report;
    expect(isTextOfLastYear(edited, last, 'overview')).toBe(false);
    expect(isTextOfLastYear(edited, last, 'problems')).toBe(true);
    expect(isTextOfLastYear(edited, undefined, 'problems')).toBe(false);
  });
});
