// Hands the measured sizes of a table to its style sheet, as variables on its element. It measures nothing.

import { WHOLE_WIDTH } from './column-definitions';
import { reachVariable } from './sheet-components';
import type { SheetMetrics } from './sheet-metrics';

/** `frame` is the place of the table: a table that is higher scrolls, with a bar of that width beside it. */
export function applySizes(
  element: HTMLElement,
  metrics: SheetMetrics,
  frame: { readonly height: number; readonly scrollBar: number },
): void {
  const { style } = element;
  const { width, height, fontSize, rowHeight, headHeights, labelWidths, figureWidths, lastYear } = metrics;
  style.width = `${width + (height > frame.height ? frame.scrollBar : 0)}px`;
  style.height = `${Math.min(height, frame.height)}px`;
  style.setProperty('--font-size', `${fontSize}px`);
  style.setProperty('--row-height', `${rowHeight}px`);
  style.setProperty('--head-height', `${headHeights.group}px`);
  style.setProperty(WHOLE_WIDTH, `${width - 1}px`);
  element.classList.toggle('last-year-below', lastYear === 'below');
  element.classList.toggle('last-year-beside', lastYear === 'beside');
  for (const [kind, widths] of [
    ['label', labelWidths],
    ['figure', figureWidths],
  ] as const)
    for (let from = 0; from < widths.length; from += 1)
      for (let span = 1; from + span <= widths.length; span += 1)
        style.setProperty(
          reachVariable(kind, from, span),
          `${widths.slice(from, from + span).reduce((total, one) => total + one, 0)}px`,
        );
}
