// How a moment is written in lists of kept states.

/** “2026年1月20日 12:04:09” in local time; the year only when it is not this one. */
export function momentText(at: number): string {
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  const day = date.toLocaleDateString('zh-CN', {
    ...(!isThisYear && { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
  });
  return `${day} ${date.toLocaleTimeString('zh-CN', { hour12: false })}`;
}
