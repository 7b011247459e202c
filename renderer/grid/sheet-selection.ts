// Which cell has the focus and which are selected, in the page: the roving tab stop, the classes, aria-selected.
// What is selected by which key or click is decided by the controller.

import { cellsIn, extentOf, isSeveral, rangeAt, type CellRange } from '../../shared/clipboard/cell-range';
import { figureAt, type FigureSheet, type Position } from '../../shared/clipboard/figure-sheet';
import type { FormCell } from '../../shared/forms/compile-form';
import type { CellPainter } from './cell-painter';

export class SheetSelection {
  private current: CellRange;
  private cursor: Position;
  private selected: readonly FormCell[] = [];
  private focused: HTMLElement | undefined;
  private readonly fillHandle = document.createElement('i');

  /** `onChange` is called after every change of focus or range. */
  constructor(
    private readonly sheet: FigureSheet,
    private readonly painter: CellPainter,
    start: Position,
    private readonly onChange: () => void,
  ) {
    this.cursor = start;
    this.current = rangeAt(start);
    this.fillHandle.className = 'fill-handle';
    this.fillHandle.setAttribute('aria-hidden', 'true');
  }

  /** The cell that keys act on. */
  get active(): FormCell {
    return figureAt(this.sheet, this.cursor)!;
  }

  /** Where the keyboard stands: of a wide cell the column it was entered by. */
  get position(): Position {
    return this.cursor;
  }

  get range(): CellRange {
    return this.current;
  }

  /** Every selected cell, totals included; at least the active one. */
  get cells(): readonly FormCell[] {
    return this.selected.length > 0 ? this.selected : [this.active];
  }

  /** Makes one cell active and selects nothing else. */
  moveTo(position: Position): void {
    this.cursor = position;
    this.select(rangeAt(position));
  }

  /** Makes another cell of the selection active and keeps the selection. */
  activate(position: Position): void {
    this.cursor = position;
    this.onChange();
  }

  /** Keeps the active cell and draws the range to another corner. */
  extendTo(focus: Position): void {
    this.select({ anchor: this.current.anchor, focus });
  }

  /** Selects a range; the active cell is its anchor. */
  selectRange(range: CellRange): void {
    this.cursor = range.anchor;
    this.select(range);
  }

  /** Makes the tab stop follow without taking the focus: after the table was drawn. */
  placeTabStop(): void {
    const element = this.painter.elementOf(this.active.index);
    if (!element) return;
    if (this.focused && this.focused !== element) {
      this.focused.tabIndex = -1;
      this.focused.classList.remove('active');
    }
    this.placeFillHandle();
    element.tabIndex = 0;
    element.classList.add('active');
    this.focused = element;
  }

  /** Takes the focus of the page to the active cell and brings it into view. */
  focus(): void {
    this.placeTabStop();
    const element = this.focused;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private select(range: CellRange): void {
    this.current = range;
    this.placeFillHandle();
    const selected = isSeveral(this.sheet, range) ? cellsIn(this.sheet, range) : [];
    const next = new Set(selected);
    for (const cell of this.selected) if (!next.has(cell)) this.mark(cell, false);
    const before = new Set(this.selected);
    for (const cell of selected) if (!before.has(cell)) this.mark(cell, true);
    this.selected = selected;
    this.onChange();
  }

  /** The small square at the last cell of the selection, to draw its figures out. */
  private placeFillHandle(): void {
    const { bottom, right } = extentOf(this.sheet, this.current);
    const last = figureAt(this.sheet, { row: bottom, column: right })!;
    const element = this.painter.elementOf(last.index);
    if (element && this.fillHandle.parentElement !== element) element.append(this.fillHandle);
  }

  private mark(cell: FormCell, isSelected: boolean): void {
    const element = this.painter.elementOf(cell.index);
    element?.classList.toggle('selected', isSelected);
    if (isSelected) element?.setAttribute('aria-selected', 'true');
    else element?.removeAttribute('aria-selected');
  }
}
