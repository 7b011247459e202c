// Which automatic snapshots stay: the last ten starts and one a day for thirty days, whatever the order of things.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAYS_KEPT,
  snapshotsToDrop,
  STARTS_KEPT,
  type KeptSnapshot,
} from '../../../electron/snapshots/thin-snapshots';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon in China. */
const NOON = Date.UTC(2026, 0, 20, 4);

const start = (at: number): KeptSnapshot => ({ at, isStart: true });
const later = (at: number): KeptSnapshot => ({ at, isStart: false });

function kept(snapshots: readonly KeptSnapshot[], now: number): readonly KeptSnapshot[] {
  const dropped = new Set(snapshotsToDrop(snapshots, now));
  return snapshots.filter((one) => !dropped.has(one));
}

/** Snapshots in the order in which they were written: some minutes, hours or weeks after each other. */
const written = fc
  .array(
    fc.record({
      pause: fc.oneof(
        fc.integer({ min: 1, max: 2 * HOUR }),
        fc.integer({ min: 1, max: 3 * DAY }),
        fc.integer({ min: 1, max: 90 * DAY }),
      ),
      isStart: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    let at = NOON;
    return steps.map(({ pause, isStart }) => ({ at: (at += pause), isStart }));
  });

const chinaDay = ({ at }: KeptSnapshot): number => Math.floor((at + 8 * HOUR) / DAY);

describe('automatic snapshots', () => {
  it('of one long day stay with the first and the last', () => {
    const day = [start(NOON), later(NOON + HOUR), later(NOON + 2 * HOUR), later(NOON + 3 * HOUR)];
    expect(kept(day, NOON + 3 * HOUR)).toEqual([day[0], day[3]]);
  });

  it('of an hourly month stay with one a day, the day ending at midnight in China', () => {
    const hourly = Array.from({ length: 40 * 24 }, (_, hours) => later(NOON - hours * HOUR));
    const stay = kept(hourly, NOON);
    // Thirty whole days and the one that is not over.
    expect(stay).toHaveLength(DAYS_KEPT + 1);
    expect(stay[0]).toEqual(later(NOON));
    for (const { at } of stay.slice(1)) expect(new Date(at).getUTCHours()).toBe(15);
  });

  it('of last year’s season stay: the last ten starts count, not their age', () => {
    const season = Array.from({ length: 12 }, (_, days) => [
      start(NOON - 365 * DAY + days * DAY),
      later(NOON - 365 * DAY + days * DAY + HOUR),
      later(NOON - 365 * DAY + days * DAY + 2 * HOUR),
    ]);
    expect(kept(season.flat(), NOON)).toEqual(season.slice(2).flatMap(([first, , last]) => [first, last]));
  });

  it('of a day full of starts stay with the last ten starts', () => {
    const starts = Array.from({ length: 30 }, (_, minutes) => start(NOON + minutes * 60_000));
    expect(kept(starts, NOON + HOUR)).toEqual(starts.slice(-STARTS_KEPT));
  });

  it('always keep the newest, every one of the last starts, and the last of every recent day, and no more than these', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 60 * DAY }), (snapshots, since) => {
        const now = (snapshots.at(-1)?.at ?? NOON) + since;
        const stay = new Set(kept(snapshots, now));
        const newest = snapshots.at(-1);
        if (newest) expect(stay).toContain(newest);
        for (const one of snapshots.filter(({ isStart }) => isStart).slice(-STARTS_KEPT))
          expect(stay).toContain(one);
        const lastOfDay = new Map(snapshots.map((one) => [chinaDay(one), one]));
        for (const one of lastOfDay.values()) if (now - one.at < DAYS_KEPT * DAY) expect(stay).toContain(one);
        expect(stay.size).toBeLessThanOrEqual(2 * STARTS_KEPT + 1 + DAYS_KEPT + 1);
      }),
    );
  });

  it('are the same whether thinned after each one or all at the end', () => {
    fc.assert(
      fc.property(written, (snapshots) => {
        let stay: readonly KeptSnapshot[] = [];
        for (const one of snapshots) stay = kept([...stay, one], one.at);
        expect(stay).toEqual(snapshots.length === 0 ? [] : kept(snapshots, snapshots.at(-1)!.at));
      }),
    );
  });
});
