// F6 takes the keyboard from one part of the window to the next, as in office programs: a table takes Tab for itself.

const REGIONS = ['.section', '.findings-panel', '.foot', '.top-bar', '.navigation'];

const FOCUSABLE = 'button:not(:disabled), select, textarea, input, [tabindex]:not([tabindex="-1"])';

/** Puts the focus into the next (1) or previous (-1) part that is on the screen and has something to focus. */
export function focusNextRegion(by: 1 | -1): void {
  const parts = REGIONS.map((region) => document.querySelector(region)).filter((part) => part !== null);
  const current = parts.findIndex((part) => part.contains(document.activeElement));
  for (let step = 1; step <= parts.length; step += 1) {
    const part = parts[(Math.max(current, 0) + by * step + parts.length * step) % parts.length]!;
    const target = preferredIn(part);
    if (!target) continue;
    target.focus();
    return;
  }
}

/** In the section the cell or the text, elsewhere the first thing that takes the focus. */
function preferredIn(part: Element): HTMLElement | null {
  return (
    part.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"], textarea') ??
    part.querySelector<HTMLElement>(FOCUSABLE)
  );
}
