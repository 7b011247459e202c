// A measured figure as `npm run bench` prints it: one line of JSON.

export interface Figure {
  /** What was measured, in words. */
  readonly name: string;
  readonly value: number;
  readonly unit: 'µs' | 'ms' | 'KiB' | 'ratio';
  /** What the project has promised; a figure above it is a fact to look at, not a failure. */
  readonly atMost?: number;
  /** For ratios: what it is measured against, in the same run. */
  readonly reference?: string;
}

/** The value below which a share of the samples lies; `share` between 0 and 1. The samples must not be empty. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** Three significant digits are all that a noisy machine can say. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
