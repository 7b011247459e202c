// Holds the elements of the cells and paints the open report into them: after a change only the cells that look
// different are touched. It reads the store and never writes to it.

import type { Extent } from '../../shared/clipboard/cell-range';
import type { FigureSheet } from '../../shared/clipboard/figure-sheet';
import type { FormCell } from '../../shared/forms/compile-form';
import type { ReportSnapshot, ReportStore } from '../store/report-store';
import { isSameLook, looksOf, remarksOn, spokenLook, type CellLook } from './cell-marks';
import { lastYearLooks } from './last-year';
import { roomBeside } from './last-year-room';
import { textWidth } from './sheet-metrics';

/** The size of the small print in a cell against its figure, as in theme.css. */
const SMALL = 0.82;

interface PaintedCell {
  readonly element: HTMLElement;
  readonly content: HTMLElement;
  readonly cell: FormCell;
  look: CellLook | undefined;
}

export class CellPainter {
  private readonly painted = new Map<number, PaintedCell>();
  private readonly cells: readonly FormCell[];
  private showsLastYear = false;

  constructor(
    private readonly store: ReportStore,
    cells: readonly FormCell[],
  ) {
    this.cells = cells;
  }

  /** Takes the element that the grid made for a cell, and paints it. */
  adopt(cell: FormCell, element: HTMLElement, content: HTMLElement): void {
    element.dataset['cell'] = String(cell.index);
    element.id = `cell-${cell.address}`;
    element.tabIndex = -1;
    this.painted.set(cell.index, { element, content, cell, look: undefined });
    const snapshot = this.store.getSnapshot();
    if (snapshot) this.paint(cell.index, this.looks(snapshot, [cell])[0]!);
  }

  /** Forgets an element that the grid throws away. */
  release(cell: FormCell, element: HTMLElement): void {
    if (this.painted.get(cell.index)?.element === element) this.painted.delete(cell.index);
  }

  /** Where a cell is drawn; undefined while the grid has not drawn it. */
  elementOf(index: number): HTMLElement | undefined {
    return this.painted.get(index)?.element;
  }

  /** The cell that an element of the page belongs to. */
  cellAt(target: EventTarget | null): FormCell | undefined {
    if (!(target instanceof Element)) return undefined;
    const element = target.closest<HTMLElement>('[data-cell]');
    const painted = element && this.painted.get(Number(element.dataset['cell']));
    return painted?.element === element ? painted?.cell : undefined;
  }

  /** Brings every cell to the state of the store. */
  repaint(): void {
    const snapshot = this.store.getSnapshot();
    if (!snapshot) return;
    this.looks(snapshot, this.cells).forEach((look, at) => this.paint(this.cells[at]!.index, look));
  }

  /** Shows or hides last year's figures, where last year is known. */
  showLastYear(isShown: boolean): void {
    if (this.showsLastYear === isShown) return;
    this.showsLastYear = isShown;
    this.repaint();
  }

  /**
   * How wide each column of the sheet has to be for both years beside each other, in type sizes; undefined while
   * last year is not shown.
   */
  roomBeside(sheet: FigureSheet): readonly number[] | undefined {
    const snapshot = this.showsLastYear ? this.store.getSnapshot() : undefined;
    if (!snapshot?.evaluation.previous) return undefined;
    const cells = [...this.painted.values()].flatMap(({ look, cell }) =>
      look ? [{ look, column: sheet.positions.get(cell.index)!.column }] : [],
    );
    return roomBeside(cells, sheet.columnCount);
  }

  private looks(snapshot: ReportSnapshot, cells: readonly FormCell[]): CellLook[] {
    const lastYear = this.showsLastYear ? lastYearLooks(snapshot, this.store.getSwing()) : undefined;
    return looksOf(snapshot, cells, lastYear);
  }

  /** Shows where the fill handle would fill; undefined shows nothing. */
  markFillTarget(extent: Extent | undefined, sheet: FigureSheet): void {
    for (const { element, cell } of this.painted.values()) {
      const { row, column } = sheet.positions.get(cell.index)!;
      const isInside =
        extent !== undefined &&
        row >= extent.top &&
        row <= extent.bottom &&
        column >= extent.left &&
        column <= extent.right;
      element.classList.toggle('fill-target', isInside);
    }
  }

  private paint(index: number, look: CellLook): void {
    const painted = this.painted.get(index);
    if (!painted || isSameLook(painted.look, look)) return;
    const { element, content, cell } = painted;
    painted.look = look;
    content.textContent = look.text;
    let width = textWidth(look.text) || 1;
    content.classList.toggle('with-declared', look.declared !== undefined);
    if (look.declared !== undefined) {
      const declared = document.createElement('small');
      declared.textContent = `原文 ${look.declared}`;
      content.append(' ', declared);
      width += textWidth(declared.textContent) * SMALL + 0.4;
    }
    element.style.setProperty('--text-width', String(width));
    setAttribute(element, 'data-mark', look.mark);
    setAttribute(element, 'data-taken', look.carried);
    setAttribute(element, 'data-last-year', look.lastYear?.text);
    setAttribute(element, 'data-swing', look.lastYear?.swing);
    if (look.lastYear) element.style.setProperty('--last-year-width', String(textWidth(look.lastYear.text)));
    const remarks = remarksOn(look);
    setAttribute(element, 'title', remarks);
    setAttribute(element, 'aria-description', remarks);
    element.setAttribute('aria-label', spokenLook(cell, look));
    element.setAttribute('aria-readonly', String(look.isReadOnly));
    setAttribute(element, 'aria-invalid', look.mark === 'error' ? 'true' : undefined);
  }
}

function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
