// Which kept states stay, and how one state becomes another.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formForYear } from '../../../shared/forms/form-registry';
import { accountOfChange } from '../../../shared/report/account-of-change';
import { applyEdits, type Edit } from '../../../shared/report/edits';
import { editsBetween } from '../../../shared/report/edits-between';
import { emptyReport } from '../../../shared/report/report';
import { envelopeOf } from '../../../shared/report/restore-report';
import {
  DAY,
  HOUR,
  isSameMinute,
  MINUTE,
  statesToDrop,
  type KeptState,
} from '../../../shared/report/revisions';
import { arbitraryEdit } from '../../helpers/arbitrary-report';

/** Noon of a day, in China. */
const NOW = Date.UTC(2026, 0, 20, 4, 0, 0);

function keptOf(states: readonly KeptState[], now: number): KeptState[] {
  const dropped = new Set(statesToDrop(states, now));
  return states.filter((state) => !dropped.has(state.id));
}

const automatic = (...ages: number[]): KeptState[] =>
  ages.map((age) => ({ id: String(age), kind: 'automatic', at: NOW - age }));

describe('automatic states', () => {
  it('stay one a minute for an hour, one an hour for a day, one a day after that', () => {
    const everySecond = automatic(...Array.from({ length: 3599 }, (_, index) => (index + 1) * 1000));
    expect(keptOf(everySecond, NOW)).toHaveLength(60);
    const everyMinute = automatic(
      ...Array.from({ length: 24 * 60 - 61 }, (_, index) => HOUR + (index + 1) * MINUTE),
    );
    expect(keptOf(everyMinute, NOW)).toHaveLength(23);
    const everyHour = automatic(...Array.from({ length: 24 * 30 }, (_, index) => DAY + (index + 1) * HOUR));
    expect(keptOf(everyHour, NOW).length).toBeGreaterThanOrEqual(30);
    expect(keptOf(everyHour, NOW).length).toBeLessThanOrEqual(31);
  });

  it('are the last of their minute, hour or day', () => {
    const [early, late] = automatic(50_000, 10_000).map((state) => ({ ...state, at: state.at - 5000 }));
    expect(statesToDrop([early!, late!], NOW)).toEqual([early!.id]);
    // Half past midnight and half past eleven at night of one Chinese day are two days in UTC.
    const morning = { id: 'morning', kind: 'automatic', at: Date.UTC(2026, 0, 9, 16, 30) } as const;
    const night = { id: 'night', kind: 'automatic', at: Date.UTC(2026, 0, 10, 15, 30) } as const;
    expect(statesToDrop([morning, night], NOW)).toEqual(['morning']);
  });

  const STATES = fc.uniqueArray(fc.nat({ max: 60 * 24 * 40 }), { maxLength: 200 }).map((minutes) =>
    minutes.map((age, index): KeptState => ({
      id: String(index),
      kind: index % 7 === 0 ? 'named' : 'automatic',
      at: NOW - age * MINUTE,
    })),
  );

  it('once thinned are not thinned again at the same time', () => {
    fc.assert(
      fc.property(STATES, (states) => void expect(statesToDrop(keptOf(states, NOW), NOW)).toEqual([])),
    );
  });

  it('never go without a later one near them, and no other kind ever goes', () => {
    fc.assert(
      fc.property(STATES, (states) => {
        const dropped = new Set(statesToDrop(states, NOW));
        for (const state of states.filter(({ id }) => dropped.has(id))) {
          expect(state.kind).toBe('automatic');
          const age = NOW - state.at;
          const width = age < HOUR ? MINUTE : age < DAY ? HOUR : DAY;
          const near = states.some(
            (other) => !dropped.has(other.id) && other.at >= state.at && other.at - state.at < width,
          );
          expect(near).toBe(true);
        }
      }),
    );
  });

  it('are made at most once a minute', () => {
    expect(isSameMinute(NOW, NOW + 59_999)).toBe(true);
    expect(isSameMinute(NOW, NOW + MINUTE)).toBe(false);
  });
});

const EMPTY = emptyReport(formForYear(2024)!, { organisation: '某局', scope: 'own', year: 2024 });

describe('restoring a state', () => {
  it('is a list of edits that ends exactly there and can be undone', () => {
    const some = fc.array(arbitraryEdit(EMPTY), { maxLength: 40 });
    fc.assert(
      fc.property(some, some, (editsOfOne, editsOfOther) => {
        const one = applyEdits(EMPTY, editsOfOne).report;
        const other = applyEdits(EMPTY, editsOfOther).report;
        const restored = applyEdits(one, editsBetween(one, other));
        expect(envelopeOf(restored.report)).toEqual(envelopeOf(other));
        expect(envelopeOf(applyEdits(restored.report, restored.inverse).report)).toEqual(envelopeOf(one));
      }),
      { numRuns: 200 },
    );
  });

  it('does not change the layout', () => {
    const older = emptyReport(formForYear(2020)!, { organisation: '某局', scope: 'own', year: 2020 });
    expect(() => editsBetween(EMPTY, older)).toThrow();
    expect(accountOfChange(older, EMPTY)).toBe('另一版式');
  });
});

describe('the account of a change', () => {
  const account = (...edits: Edit[]): string => accountOfChange(EMPTY, applyEdits(EMPTY, edits).report);
  const value = (address: string, figure: number): Edit => ({ kind: 'value', address, value: figure });

  it('names tables, texts, totals as printed, explanations and signatories', () => {
    expect(account()).toBe('没有变化');
    expect(
      account(
        value('requests.newlyReceived.naturalPerson', 1),
        value('requests.disclosed.naturalPerson', 1),
        value('proactive.regulations.inForce', 2),
        { kind: 'narrative', section: 'overview', text: '新' },
      ),
    ).toBe('表二 1 格，表三 2 格，第一部分文字');
    expect(
      account(
        { kind: 'declared', address: 'requests.newlyReceived.total', value: 3 },
        {
          kind: 'explanation',
          key: 'requests.carryOver:naturalPerson',
          explanation: { text: '已核', left: 1, right: 2 },
        },
        { kind: 'signatory', role: 'preparedBy', text: '张三' },
      ),
    ).toBe('原文总计 1 格，说明 1 条，签署栏');
  });
});
