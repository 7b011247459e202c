// The mouse on a table: clicks, ranges by dragging, whole rows and columns by their labels and heads, the fill handle.

import { extentOf, type CellRange } from '../../shared/clipboard/cell-range';
import type { FigureSheet, Position } from '../../shared/clipboard/figure-sheet';
import type { CellPainter } from './cell-painter';
import type { GridController } from './grid-controller';
import { governedRange } from './sheet-components';

type Drag = 'range' | 'fill';

export class PointerInput {
  private drag: Drag | undefined;
  private fillTarget: CellRange | undefined;

  constructor(
    private readonly controller: GridController,
    private readonly sheet: FigureSheet,
    private readonly painter: CellPainter,
  ) {}

  handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { controller } = this;
    const cell = this.painter.cellAt(event.target);
    if (cell && cell === controller.editing.cell) return;
    const governed = cell ? undefined : governedRange(event.target);
    if (!cell && !governed) return;
    // The browser would begin to select text and move the focus by itself.
    event.preventDefault();
    if (governed) {
      controller.select(governed);
      return;
    }
    if ((event.target as Element).classList.contains('fill-handle')) {
      this.drag = 'fill';
      return;
    }
    const position = this.sheet.positions.get(cell!.index)!;
    if (!controller.editing.commit()) return;
    this.drag = 'range';
    if (event.shiftKey) controller.selection.extendTo(position);
    else controller.select({ anchor: position, focus: position });
    controller.selection.focus();
  };

  handlePointerOver = (event: PointerEvent): void => {
    if ((event.buttons & 1) === 0) this.drag = undefined;
    const cell = this.drag && this.painter.cellAt(event.target);
    if (!cell) return;
    const position = this.sheet.positions.get(cell.index)!;
    if (this.drag === 'range') this.controller.selection.extendTo(position);
    else this.showFillTarget(position);
  };

  handlePointerUp = (): void => {
    const target = this.drag === 'fill' ? this.fillTarget : undefined;
    this.drag = undefined;
    this.markFillTarget(undefined);
    if (target) this.controller.fillTo(target);
  };

  /** The fill goes along the axis on which the pointer is farther away from the selection. */
  private showFillTarget({ row, column }: Position): void {
    const { top, left, bottom, right } = extentOf(this.sheet, this.controller.selection.range);
    const down = Math.max(row - bottom, top - row, 0);
    const across = Math.max(column - right, left - column, 0);
    if (down === 0 && across === 0) this.markFillTarget(undefined);
    else if (down >= across)
      this.markFillTarget({
        anchor: { row: Math.min(top, row), column: left },
        focus: { row: Math.max(bottom, row), column: right },
      });
    else
      this.markFillTarget({
        anchor: { row: top, column: Math.min(left, column) },
        focus: { row: bottom, column: Math.max(right, column) },
      });
  }

  private markFillTarget(target: CellRange | undefined): void {
    this.fillTarget = target;
    this.painter.markFillTarget(target ? extentOf(this.sheet, target) : undefined, this.sheet);
  }
}
