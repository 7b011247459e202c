// Which of the automatic snapshots have served. A pure decision over their moments: it reads and removes nothing.

export interface KeptSnapshot {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The first one after the application was started; all that follow up to the next such one belong to that start. */
  readonly isStart: boolean;
}

/** Of so many last starts the first and the last snapshot stay, whatever their age: the form is filled in once a year. */
export const STARTS_KEPT = 10;
/** The last snapshot of each day stays for so many days. */
export const DAYS_KEPT = 30;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The snapshots that may go at `now`: neither the first nor the last one of the last ten starts, nor the last one of
 * a day, by China's calendar, less than thirty days ago. The newest one always stays. The order does not matter.
 */
export function snapshotsToDrop<One extends KeptSnapshot>(
  snapshots: readonly One[],
  now: number,
): readonly One[] {
  const newestFirst = [...snapshots].sort((one, other) => other.at - one.at);
  const days = new Set<number>();
  let starts = 0;
  let isLastOfStart = true;
  return newestFirst.filter(({ at, isStart }) => {
    const day = Math.floor((at + 8 * HOUR) / DAY);
    const staysForDay = !days.has(day) && now - at < DAYS_KEPT * DAY;
    const staysForStart = starts < STARTS_KEPT && (isStart || isLastOfStart);
    days.add(day);
    if (isStart) starts += 1;
    isLastOfStart = isStart;
    return !staysForDay && !staysForStart;
  });
}
