// Which kept states of a report stay and which may go. It reads no report and stores nothing.

/**
 * automatic: what stood before a later minute's work · named: kept by the clerk under a name · finalised: 定稿 ·
 * reopened: the finalised state when it was opened again · replaced: what stood before an import took its place ·
 * received: came from another computer and was not taken.
 */
export type RevisionKind = 'automatic' | 'named' | 'finalised' | 'reopened' | 'replaced' | 'received';

export const REVISION_KINDS: readonly RevisionKind[] = [
  'automatic',
  'named',
  'finalised',
  'reopened',
  'replaced',
  'received',
];

export interface KeptState {
  readonly id: string;
  readonly kind: RevisionKind;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long a deleted report is kept. */
export const BIN_PERIOD = 30 * DAY;

/**
 * The ids of automatic states that have served: of the last hour one a minute stays, of the last day one an hour, of
 * the time before one a day, always the last of its minute, hour or day. Days are counted in China's time. States
 * of any other kind stay for ever. Thinning what has been thinned drops nothing more until time goes on.
 */
export function statesToDrop(states: readonly KeptState[], now: number): string[] {
  const kept = new Set<string>();
  const dropped: string[] = [];
  const newestFirst = states
    .filter((state) => state.kind === 'automatic')
    .sort((one, other) => other.at - one.at);
  for (const state of newestFirst) {
    const slot = slotOf(state.at, now - state.at);
    if (kept.has(slot)) dropped.push(state.id);
    kept.add(slot);
  }
  return dropped;
}

/** Do two moments fall into the same minute, so that the later state may replace the earlier one unkept? */
export function isSameMinute(one: number, other: number): boolean {
  return Math.floor(one / MINUTE) === Math.floor(other / MINUTE);
}

function slotOf(at: number, age: number): string {
  const chinaTime = at + 8 * HOUR;
  const width = age < HOUR ? MINUTE : age < DAY ? HOUR : DAY;
  return `${width} ${Math.floor(chinaTime / width)}`;
}
