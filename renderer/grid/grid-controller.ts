// The hands of a table: carries out what keys and clicks mean. It owns focus, range and the open editor, and hands
// every change of a figure to the store; it draws nothing and keeps no figures.

import {
  edgeTowards,
  endOf,
  growTowards,
  stepInOrder,
  stepTowards,
} from '../../shared/clipboard/move-in-sheet';
import type { FigureSheet, Position } from '../../shared/clipboard/figure-sheet';
import type { CellAddress } from '../../shared/forms/cell-address';
import type { FormCell } from '../../shared/forms/compile-form';
import { formatCellValue } from '../../shared/report/format-cell-value';
import { parseCellInput } from '../../shared/report/parse-cell-input';
import type { ReportStore } from '../store/report-store';
import { CellEditor, type EditingMode } from './cell-editor';
import type { CellPainter } from './cell-painter';
import { keyIntent, type KeyIntent } from './key-intent';
import { SheetSelection } from './sheet-selection';

export interface GridControllerOptions {
  readonly store: ReportStore;
  readonly sheet: FigureSheet;
  readonly painter: CellPainter;
  /** The element that holds the table; sentences at cells are laid over it. */
  readonly overlay: HTMLElement;
  /** Focus or range changed. */
  readonly onSelect: (active: FormCell, cells: readonly FormCell[]) => void;
  /** The keyboard goes on in the table before or after this one. False when there is none. */
  readonly onLeave: (by: 1 | -1) => boolean;
  /** A sentence for a screen reader. */
  readonly announce: (sentence: string) => void;
}

export class GridController {
  private readonly selection: SheetSelection;
  private editor: { readonly field: CellEditor; readonly cell: FormCell } | undefined;
  /** Where a run of Tabs began: Enter returns below it, as in a spreadsheet. */
  private tabOrigin: Position | undefined;

  constructor(private readonly options: GridControllerOptions) {
    const { sheet, painter, onSelect } = options;
    const start = endOf(sheet, 'table', { row: 0, column: 0 }, 'first');
    this.selection = new SheetSelection(sheet, painter, start, () =>
      onSelect(this.selection.active, this.selection.cells),
    );
  }

  /** The table was drawn anew: marks the tab stop again. */
  redrawn(): void {
    this.selection.placeTabStop();
    this.editor?.field.placeRefusal();
  }

  /** Goes to a cell by its address, as a finding does. Does nothing for an address of another table. */
  goTo(address: CellAddress): void {
    const index = this.options.sheet.form.indexByAddress.get(address);
    const position = index === undefined ? undefined : this.options.sheet.positions.get(index);
    if (!position || !this.finishEditing()) return;
    this.moveTo(position);
  }

  /** Takes the focus to where the keyboard stands. */
  focus(): void {
    if (this.editor) this.editor.field.focus();
    else this.selection.focus();
  }

  /** Commits an open editor; false when its text is refused and it stays open. */
  finishEditing(): boolean {
    if (!this.editor) return true;
    const { field, cell } = this.editor;
    const parsed = parseCellInput(field.text, cell.column);
    if (!parsed.accepted) {
      this.options.store.setPending(null);
      field.refuse(parsed.reason);
      return false;
    }
    this.editor = undefined;
    this.options.store.dispatch([{ kind: 'value', address: cell.address, value: parsed.value }], '输入');
    field.close();
    return true;
  }

  /** Closes an open editor and restores the figure. */
  cancelEditing(): void {
    if (!this.editor) return;
    const { field } = this.editor;
    this.editor = undefined;
    this.options.store.setPending(null);
    field.close();
  }

  handleKeyDown = (event: KeyboardEvent): void => {
    if (this.editor || !this.options.painter.cellAt(event.target)) return;
    const intent = keyIntent(event);
    if (!intent) return;
    event.stopPropagation();
    if (this.carryOut(intent)) event.preventDefault();
  };

  handleFocusIn = (event: FocusEvent): void => {
    if (this.editor || event.target === document.activeElement) return;
    const cell = this.options.painter.cellAt(event.target);
    if (cell && cell !== this.selection.active) this.selection.moveTo(this.positionOf(cell));
  };

  handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const cell = this.options.painter.cellAt(event.target);
    if (!cell || (this.editor && this.editor.cell === cell)) return;
    // The browser would begin to select text and move the focus by itself.
    event.preventDefault();
    if (!this.finishEditing()) return;
    this.tabOrigin = undefined;
    if (event.shiftKey) this.selection.extendTo(this.positionOf(cell));
    else this.selection.moveTo(this.positionOf(cell));
    this.selection.focus();
  };

  handlePointerOver = (event: PointerEvent): void => {
    if (this.editor || (event.buttons & 1) === 0) return;
    const cell = this.options.painter.cellAt(event.target);
    if (cell) this.selection.extendTo(this.positionOf(cell));
  };

  handleDoubleClick = (event: MouseEvent): void => {
    if (!this.editor && this.options.painter.cellAt(event.target)) this.edit('inPlace');
  };

  handleScroll = (): void => this.editor?.field.placeRefusal();

  /** Does what a key means; false leaves the key to the browser: Tab past the last cell, the first letter of a text. */
  private carryOut(intent: KeyIntent): boolean {
    if (intent.kind !== 'tab' && intent.kind !== 'enter') this.tabOrigin = undefined;
    switch (intent.kind) {
      case 'move':
        return this.move(intent);
      case 'end': {
        const { position, range } = this.selection;
        const from = intent.extend ? range.focus : position;
        this.go(endOf(this.options.sheet, intent.of, from, intent.end), intent.extend);
        return true;
      }
      case 'enter':
        this.enter(intent.by);
        return true;
      case 'tab':
        return this.tab(intent.by);
      case 'table':
        return this.options.onLeave(intent.by);
      case 'edit':
        this.edit('inPlace');
        return true;
      case 'type':
        // The key itself goes on to the field, which has the focus now: an input method composes in it.
        return !this.edit('replace');
      case 'blank':
        this.blank();
        return true;
      default:
        return false;
    }
  }

  private move({ direction, toEdge, extend }: KeyIntent & { kind: 'move' }): boolean {
    const { sheet } = this.options;
    const { position, range } = this.selection;
    const from = extend ? range.focus : position;
    if (toEdge) this.go(edgeTowards(sheet, from, direction), extend);
    else if (extend) this.go(growTowards(sheet, from, direction), true);
    else this.go(stepTowards(sheet, from, direction) ?? from, false);
    return true;
  }

  private go(position: Position, extend: boolean): void {
    if (extend) this.selection.extendTo(position);
    else this.moveTo(position);
  }

  private moveTo(position: Position): void {
    this.selection.moveTo(position);
    this.selection.focus();
  }

  private enter(by: 1 | -1): void {
    const { sheet, onLeave } = this.options;
    const origin = this.tabOrigin;
    this.tabOrigin = undefined;
    const below = origin && by === 1 ? stepTowards(sheet, origin, 'down') : undefined;
    const next = below ?? this.nextInOrder('down', by);
    if (next) this.moveTo(next);
    else if (!onLeave(by)) this.selection.focus();
  }

  private tab(by: 1 | -1): boolean {
    const next = this.nextInOrder('across', by);
    if (!next) return false;
    if (by === 1) this.tabOrigin ??= this.selection.position;
    this.moveTo(next);
    return true;
  }

  private nextInOrder(along: 'across' | 'down', by: 1 | -1): Position | undefined {
    const next = stepInOrder(this.options.sheet, this.selection.active, along, by);
    return next && this.positionOf(next);
  }

  private blank(): void {
    const edits = this.selection.cells
      .filter((cell) => !cell.operands)
      .map((cell) => ({ kind: 'value', address: cell.address, value: null }) as const);
    this.options.store.dispatch(edits, '清除');
  }

  /** Opens the editor in the active cell; false, with a sentence, where nothing can be typed. */
  private edit(mode: EditingMode): boolean {
    const { store, painter, overlay, announce } = this.options;
    const cell = this.selection.active;
    const snapshot = store.getSnapshot();
    const element = painter.elementOf(cell.index);
    if (!snapshot || !element) return false;
    if (cell.operands || snapshot.isReadOnly) {
      announce(cell.operands ? '灰格自动计算，不用填。' : '这份报告现在不能修改。');
      return false;
    }
    this.selection.moveTo(this.selection.position);
    const text = mode === 'inPlace' ? formatCellValue(snapshot.report.values[cell.index]!) : '';
    const label = element.getAttribute('aria-label') ?? '';
    const field = new CellEditor(element, overlay, mode, text, label, {
      onInput: (typed) => this.showPending(cell, typed),
      onKey: (event) => this.handleEditorKey(event),
      onLeave: () => this.finishEditing(),
    });
    this.editor = { field, cell };
    return true;
  }

  /** While a figure is being typed, totals and findings show what it would give. */
  private showPending(cell: FormCell, text: string): void {
    const parsed = parseCellInput(text, cell.column);
    this.options.store.setPending(parsed.accepted ? { address: cell.address, value: parsed.value } : null);
  }

  private handleEditorKey(event: KeyboardEvent): boolean {
    const intent = keyIntent(event);
    if (intent?.kind === 'cancel') {
      this.cancelEditing();
      this.selection.focus();
      return true;
    }
    const commits =
      intent?.kind === 'enter' ||
      intent?.kind === 'tab' ||
      intent?.kind === 'table' ||
      (this.editor?.field.mode === 'replace' && intent?.kind === 'move' && !intent.extend);
    if (!intent || !commits) return false;
    if (this.finishEditing() && !this.carryOut(intent)) {
      // Tab past the last cell: the browser goes on from the cell, not from the field that is gone.
      this.selection.focus();
      return intent.kind !== 'tab';
    }
    return true;
  }

  private positionOf(cell: FormCell): Position {
    return this.options.sheet.positions.get(cell.index)!;
  }
}
