// Messages to the clerk. passing: goes by itself · done: stays a while, may offer one action · failed: stays until closed.

export interface Notice {
  readonly tone: 'passing' | 'done' | 'failed';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export type Notify = (notice: Notice) => void;

/** Work that is done before this needs no word; less than a passing message stays. In milliseconds. */
const NOTICEABLE = 1000;

/** Tells of work that takes noticeably long, for as long as it takes. */
export function tellWhile<T>(work: Promise<T>, text: string, notify: Notify): Promise<T> {
  const timer = setInterval(() => notify({ tone: 'passing', text }), NOTICEABLE);
  return work.finally(() => clearInterval(timer));
}
