// Notices when the pointer rests on a label or head, and when it has gone.

import type { CellRange } from '../../shared/clipboard/cell-range';
import { governedRange } from './sheet-components';

/** Long enough not to open while the pointer only passes. */
const REST = 550;

export class HoverHelp {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over: Element | undefined;

  constructor(private readonly onRest: (place: { range: CellRange; element: Element } | null) => void) {}

  handlePointerOver = (event: PointerEvent): void => {
    const element = event.target instanceof Element ? event.target.closest('[data-governs]') : null;
    if (element === (this.over ?? null)) return;
    this.leave();
    const range = event.buttons === 0 ? governedRange(element) : undefined;
    if (!element || !range) return;
    this.over = element;
    this.timer = setTimeout(() => this.onRest({ range, element }), REST);
  };

  leave = (): void => {
    clearTimeout(this.timer);
    if (this.over) this.onRest(null);
    this.over = undefined;
  };
}
