// The hands of a table: carries out what keys mean and holds focus, range and editing together. Every change of a
// figure goes to the store; it draws nothing and keeps no figures.

import { rangeAt, wholeRange, type CellRange } from '../../shared/clipboard/cell-range';
import type { FigureSheet, Position } from '../../shared/clipboard/figure-sheet';
import { blankCells, fillFromFirst, fillRange, type FillOutcome } from '../../shared/clipboard/fill';
import {
  edgeTowards,
  endOf,
  enteringOrder,
  growTowards,
  stepInOrder,
  stepTowards,
} from '../../shared/clipboard/move-in-sheet';
import type { PasteOutcome } from '../../shared/clipboard/paste';
import type { CellAddress } from '../../shared/forms/cell-address';
import type { FormCell } from '../../shared/forms/compile-form';
import type { ReportStore } from '../store/report-store';
import { CellEditing } from './cell-editing';
import type { CellPainter } from './cell-painter';
import { keyIntent, type KeyIntent } from './key-intent';
import { SheetSelection } from './sheet-selection';

/** Where Enter goes: down the column or along the row. */
export type EnterDirection = 'down' | 'right';

export interface GridControllerOptions {
  readonly store: ReportStore;
  readonly sheet: FigureSheet;
  readonly painter: CellPainter;
  /** The element that holds the table; sentences at cells are laid over it. */
  readonly overlay: HTMLElement;
  readonly enterDirection: () => EnterDirection;
  /** Focus or range changed. */
  readonly onSelect: (active: FormCell, cells: readonly FormCell[], range: CellRange) => void;
  /** The keyboard goes on in the table before or after this one. False when there is none. */
  readonly onLeave: (by: 1 | -1) => boolean;
  /** What a paste or a fill did, with everything that was not taken. */
  readonly onPaste: (outcome: PasteOutcome) => void;
  /** F1 on a cell. */
  readonly onHelp: (cell: FormCell) => void;
  /** Escape where nothing is open or selected in the table itself. */
  readonly onCancel: () => void;
  /** Ctrl+F. */
  readonly onFind: () => void;
  /** A sentence for a screen reader. */
  readonly announce: (sentence: string) => void;
}

export class GridController {
  readonly selection: SheetSelection;
  readonly editing: CellEditing;
  /** Where a run of Tabs began: Enter returns below it, as in a spreadsheet. */
  private tabOrigin: Position | undefined;

  constructor(private readonly options: GridControllerOptions) {
    const { sheet, painter, onSelect } = options;
    const start = endOf(sheet, 'table', { row: 0, column: 0 }, 'first');
    this.selection = new SheetSelection(sheet, painter, start, () =>
      onSelect(this.selection.active, this.selection.cells, this.selection.range),
    );
    this.editing = new CellEditing({ ...options, onKey: (event) => this.handleEditorKey(event) });
  }

  /** The table was drawn anew: marks the tab stop again. */
  redrawn(): void {
    this.selection.placeTabStop();
    this.editing.follow();
  }

  /** Goes to a cell by its address, as a finding does. Does nothing for an address of another table. */
  goTo(address: CellAddress): void {
    const index = this.options.sheet.form.indexByAddress.get(address);
    const position = index === undefined ? undefined : this.options.sheet.positions.get(index);
    if (position && this.editing.commit()) this.moveTo(position);
  }

  /** Takes the focus to where the keyboard stands. */
  focus(): void {
    if (this.editing.cell) this.editing.focus();
    else this.selection.focus();
  }

  /** Commits an open editor and takes the focus back to its cell; false when its text is refused and it stays open. */
  finish(): boolean {
    if (!this.editing.cell) return true;
    if (!this.editing.commit()) return false;
    this.selection.focus();
    return true;
  }

  /** Makes a range the selection and takes the focus to it; an open editor is committed first. */
  select(range: CellRange): boolean {
    if (!this.editing.commit()) return false;
    this.tabOrigin = undefined;
    this.selection.selectRange(range);
    this.selection.focus();
    return true;
  }

  /** Repeats the selected figures over a larger range, as one undo step. */
  fillTo(target: CellRange): void {
    const report = this.options.store.getSnapshot()?.report;
    if (!report || !this.editing.canChange()) return;
    this.applyFill(fillRange(report, this.options.sheet, this.selection.range, target));
    this.select(target);
  }

  handleKeyDown = (event: KeyboardEvent): void => {
    if (this.editing.cell || !this.options.painter.cellAt(event.target)) return;
    const intent = keyIntent(event);
    if (!intent) return;
    event.stopPropagation();
    if (this.carryOut(intent)) event.preventDefault();
  };

  handleFocusIn = (event: FocusEvent): void => {
    const cell = this.options.painter.cellAt(event.target);
    if (this.editing.cell || !cell || cell === this.selection.active) return;
    this.selection.moveTo(this.positionOf(cell));
    this.selection.placeTabStop();
  };

  handleDoubleClick = (event: MouseEvent): void => {
    if (!this.editing.cell && this.options.painter.cellAt(event.target))
      this.editing.start(this.selection.active, 'inPlace');
  };

  /** Does what a key means; false leaves the key to the browser: Tab past the last cell, the first letter of a text. */
  private carryOut(intent: KeyIntent): boolean {
    const { sheet, onLeave } = this.options;
    const { selection } = this;
    if (intent.kind !== 'tab' && intent.kind !== 'enter') this.tabOrigin = undefined;
    switch (intent.kind) {
      case 'move':
        return this.move(intent);
      case 'end': {
        const from = intent.extend ? selection.range.focus : selection.position;
        this.go(endOf(sheet, intent.of, from, intent.end), intent.extend);
        return true;
      }
      case 'enter':
        this.enter(intent.by);
        return true;
      case 'tab':
        return this.tab(intent.by);
      case 'table':
        return onLeave(intent.by);
      case 'type':
        // The key itself goes on to the field, which has the focus now: an input method composes in it.
        return !this.editing.start(selection.active, 'replace');
      default:
        this.act(intent);
        return true;
    }
  }

  /** Keys that do something where they are pressed. */
  private act(
    intent: Exclude<KeyIntent, { kind: 'move' | 'end' | 'enter' | 'tab' | 'table' | 'type' }>,
  ): void {
    const { store, onHelp, onFind, onCancel } = this.options;
    const { selection } = this;
    if ((intent.kind === 'blank' || intent.kind === 'fill') && !this.editing.canChange()) return;
    switch (intent.kind) {
      case 'edit':
        this.editing.start(selection.active, 'inPlace');
        return;
      case 'blank':
        return store.dispatch(blankCells(selection.cells), '清除');
      case 'fill':
        return this.fillFromFirst(intent.direction);
      case 'select':
        return this.selectLine(intent.what);
      case 'help':
        return onHelp(selection.active);
      case 'find':
        return onFind();
      case 'cancel':
        return selection.cells.length > 1 ? this.moveTo(selection.position) : onCancel();
      case 'enterAll':
        // Only an open editor has something to enter.
        return;
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
    this.select(rangeAt(position));
  }

  private enter(by: 1 | -1): void {
    const { sheet, onLeave, enterDirection } = this.options;
    const along = enterDirection() === 'down' ? 'down' : 'across';
    const origin = this.tabOrigin;
    if (this.stepInSelection(along, by)) return;
    const below = origin && by === 1 && along === 'down' ? stepTowards(sheet, origin, 'down') : undefined;
    const next = below ?? this.nextInOrder(along, by);
    if (next) this.moveTo(next);
    else if (!onLeave(by)) this.selection.focus();
  }

  private tab(by: 1 | -1): boolean {
    if (this.stepInSelection('across', by)) return true;
    const next = this.nextInOrder('across', by);
    if (!next) return false;
    const origin = by === 1 ? (this.tabOrigin ?? this.selection.position) : undefined;
    this.moveTo(next);
    this.tabOrigin = origin;
    return true;
  }

  /** Within a range Enter and Tab go round in it, as in a spreadsheet; false for a single cell. */
  private stepInSelection(along: 'across' | 'down', by: 1 | -1): boolean {
    const { selection } = this;
    const selected = new Set(selection.cells);
    const order = enteringOrder(this.options.sheet, along).filter((cell) => selected.has(cell));
    if (order.length < 2) return false;
    const at = order.indexOf(selection.active);
    const next = order[(Math.max(at, by === 1 ? -1 : 0) + by + order.length) % order.length]!;
    selection.activate(this.positionOf(next));
    selection.focus();
    return true;
  }

  private nextInOrder(along: 'across' | 'down', by: 1 | -1): Position | undefined {
    const next = stepInOrder(this.options.sheet, this.selection.active, along, by);
    return next && this.positionOf(next);
  }

  private selectLine(what: 'row' | 'column' | 'table'): void {
    const { sheet } = this.options;
    const { row, column } = this.selection.position;
    const whole = wholeRange(sheet);
    if (what === 'table') this.selection.selectRange(whole);
    else if (what === 'row')
      this.selection.selectRange({
        anchor: { row, column: 0 },
        focus: { row, column: whole.focus.column },
      });
    else this.selection.selectRange({ anchor: { row: 0, column }, focus: { row: whole.focus.row, column } });
    this.selection.focus();
  }

  private fillFromFirst(direction: 'down' | 'right'): void {
    const report = this.options.store.getSnapshot()?.report;
    if (report) this.applyFill(fillFromFirst(report, this.options.sheet, this.selection.range, direction));
  }

  private applyFill({ edits, refused }: FillOutcome): void {
    this.options.store.dispatch(edits, '填充');
    if (refused.length > 0)
      this.options.onPaste({ edits, refused, taken: edits.length, notices: [], tables: [] });
  }

  private handleEditorKey(event: KeyboardEvent): boolean {
    const intent = keyIntent(event);
    if (intent?.kind === 'cancel') {
      this.editing.cancel();
      this.selection.focus();
      return true;
    }
    if (intent?.kind === 'enterAll') {
      if (this.editing.commit(this.selection.cells)) this.selection.focus();
      return true;
    }
    const commits =
      intent?.kind === 'enter' ||
      intent?.kind === 'tab' ||
      intent?.kind === 'table' ||
      (this.editing.mode === 'replace' && intent?.kind === 'move' && !intent.extend);
    if (!intent || !commits) return false;
    if (this.editing.commit() && !this.carryOut(intent)) {
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
