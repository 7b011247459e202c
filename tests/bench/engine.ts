// How long one edit takes with all totals and rules, in Node.

import { evaluateReport } from '../../shared/engine/evaluate-report';
import { formForYear } from '../../shared/forms/form-registry';
import { applyEdits } from '../../shared/report/edits';
import { emptyReport } from '../../shared/report/report';
import { percentile, rounded, type Figure } from './figure';

const ROUNDS = 400;
const EDITS_A_ROUND = 100;

/** One figure: the median time of an edit with everything that follows from it, in microseconds. */
export function measureEngine(): readonly Figure[] {
  const form = formForYear(2021)!;
  const counts = form.entered
    .map((index) => form.cells[index]!)
    .filter(({ column }) => column.type === 'count')
    .map(({ address }) => address);
  const filled = counts.map((address) => ({ kind: 'value' as const, address, value: 0 }));
  let { report } = applyEdits(emptyReport(form, { organisation: '某局', scope: 'own', year: 2021 }), filled);
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    for (let edit = 0; edit < EDITS_A_ROUND; edit += 1) {
      const address = counts[(round * EDITS_A_ROUND + edit) % counts.length]!;
      ({ report } = applyEdits(report, [{ kind: 'value', address, value: edit }]));
      evaluateReport(report);
    }
    samples.push(((performance.now() - begin) * 1000) / EDITS_A_ROUND);
  }
  const value = rounded(percentile(samples.slice(ROUNDS / 4), 0.5));
  return [{ name: 'one edit with all totals and rules, median', value, unit: 'µs', atMost: 10 }];
}
