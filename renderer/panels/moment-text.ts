// How a moment is written: the save state, lists of reports and of kept states.

// Made once: making one takes longer than writing a hundred moments with it.
const DAY = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' });
const TIME = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'medium', hour12: false });

/** “2026年1月20日 12:04:09” in local time; the year only when it is not this one. */
export function momentText(at: number): string {
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return `${(isThisYear ? DAY : DAY_AND_YEAR).format(date)} ${TIME.format(date)}`;
}

/** “12:04:09” in local time; with the day when it is not today. */
export function clockText(at: number): string {
  const date = new Date(at);
  return date.toDateString() === new Date().toDateString() ? TIME.format(date) : momentText(at);
}
