// Every golden case in tests/cases, and the promise that every rule of every layout has one that passes and one
// that fails.

import { describe, expect, it } from 'vitest';
import { evaluateReport, valueAt } from '../../../shared/engine/evaluate-report';
import { describeFinding } from '../../../shared/engine/explain-finding';
import { allForms, formForYear } from '../../../shared/forms/form-registry';
import { goldenCases, previousOfCase, reportOfCase, type ExpectedFinding } from '../../helpers/golden-cases';

const CASES = goldenCases();

/** What a finding is expected to be; the flags that a case leaves out are off. */
function figuresOf({ rule, of, left, right, difference, ...flags }: ExpectedFinding): object {
  const { provisional = false, explained = false, lapsed = false } = flags;
  return { rule, of, left, right, difference, provisional, explained, lapsed };
}

describe.each(CASES)('$title', (one) => {
  const { golden } = one;
  const evaluation = evaluateReport(reportOfCase(one), previousOfCase(one), one.golden.swing);
  const outcomeOf = (key: string): string | undefined =>
    evaluation.assessments.find((assessment) => assessment.bound.key === key)?.outcome;

  it('has exactly the expected findings', () => {
    expect(
      evaluation.findings.map((finding) => ({
        rule: finding.bound.rule.id,
        of: finding.bound.subject,
        left: finding.left,
        right: finding.right,
        difference: finding.difference,
        provisional: finding.provisional,
        explained: finding.explained,
        lapsed: finding.lapsed,
      })),
    ).toEqual(golden.findings.map(figuresOf));
    golden.findings.forEach((expected, index) => {
      const text = describeFinding(evaluation, evaluation.findings[index]!);
      if (expected.message !== undefined) expect(text.message).toBe(expected.message);
    });
  });

  it('has the expected totals, states and rules kept', () => {
    for (const [address, total] of Object.entries(golden.totals ?? {}))
      expect([address, valueAt(evaluation, address)]).toEqual([address, total]);
    for (const key of golden.holds ?? []) expect([key, outcomeOf(key)]).toEqual([key, 'holds']);
    for (const key of golden.unfilled ?? []) expect([key, outcomeOf(key)]).toEqual([key, 'unfilled']);
    for (const key of golden.notAssessed ?? []) expect([key, outcomeOf(key)]).toEqual([key, undefined]);
    if (golden.state) expect(evaluation.state).toBe(golden.state);
  });
});

describe.each(allForms().map((form) => ({ form, id: form.definition.id })))(
  'the rules of $id',
  ({ form }) => {
    const evaluations = CASES.filter((one) => formForYear(one.year) === form).map((one) =>
      evaluateReport(reportOfCase(one), previousOfCase(one), one.golden.swing),
    );

    it.each(form.definition.rules.map((rule) => rule.id))('%s is seen kept and broken', (id) => {
      const outcomes = evaluations.flatMap(({ assessments }) =>
        assessments.filter(({ bound }) => bound.rule.id === id).map(({ outcome }) => outcome),
      );
      expect(outcomes).toContain('holds');
      expect(outcomes).toContain('fails');
    });
  },
);
