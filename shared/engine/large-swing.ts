// When a figure has changed so much since last year that it wants a look. The thresholds are the clerk's.

/** A change is large when it reaches both: so many cases (or 万元), and such a share of last year's figure. */
export interface SwingThresholds {
  readonly absolute: number;
  /** 0.5 is half of last year's figure. Against a last year of 0 every share is reached. */
  readonly rate: number;
}

export const DEFAULT_SWING: SwingThresholds = { absolute: 20, rate: 0.5 };

/** Does the change between two figures reach both thresholds? No change never does. */
export function isLargeSwing(current: number, earlier: number, { absolute, rate }: SwingThresholds): boolean {
  const size = Math.abs(current - earlier);
  if (size === 0 || size < absolute) return false;
  return earlier === 0 || size / Math.abs(earlier) >= rate;
}

/** Thresholds in a stored setting, or undefined when it is anything else. */
export function readThresholds(setting: unknown): SwingThresholds | undefined {
  if (typeof setting !== 'object' || setting === null) return undefined;
  const { absolute, rate } = setting as Partial<Record<string, unknown>>;
  const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0;
  return isShare(absolute) && isShare(rate) ? { absolute, rate } : undefined;
}
