// The one open editor of a table: opens it in a cell, shows what its text would give, commits or restores. Where
// the keyboard goes afterwards is not decided here.

import type { FormCell } from '../../shared/forms/compile-form';
import type { Edit } from '../../shared/report/edits';
import { formatCellValue } from '../../shared/report/format-cell-value';
import { parseCellInput } from '../../shared/report/parse-cell-input';
import type { ReportStore } from '../store/report-store';
import { CellEditor, type EditingMode } from './cell-editor';
import type { CellPainter } from './cell-painter';

export interface CellEditingOptions {
  readonly store: ReportStore;
  readonly painter: CellPainter;
  /** The element over which refusals are laid. */
  readonly overlay: HTMLElement;
  readonly announce: (sentence: string) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
}

export class CellEditing {
  private open: { readonly field: CellEditor; readonly cell: FormCell } | undefined;

  constructor(private readonly options: CellEditingOptions) {}

  get cell(): FormCell | undefined {
    return this.open?.cell;
  }

  get mode(): EditingMode | undefined {
    return this.open?.field.mode;
  }

  /** Can the report be changed at all? Says so to a screen reader when it cannot. */
  canChange(): boolean {
    const isReadOnly = this.options.store.getSnapshot()?.isReadOnly ?? true;
    if (isReadOnly) this.options.announce('这份报告现在不能修改。');
    return !isReadOnly;
  }

  /** Opens the editor; false, with a sentence, where nothing can be typed. */
  start(cell: FormCell, mode: EditingMode): boolean {
    const { store, painter, overlay, announce, onKey } = this.options;
    const snapshot = store.getSnapshot();
    const element = painter.elementOf(cell.index);
    if (!snapshot || !element) return false;
    if (cell.operands) announce('灰格自动计算，不用填。');
    if (cell.operands || !this.canChange()) return false;
    const text = mode === 'inPlace' ? formatCellValue(snapshot.report.values[cell.index]!) : '';
    const field = new CellEditor(element, overlay, mode, text, element.getAttribute('aria-label') ?? '', {
      onInput: (typed) => this.showPending(cell, typed),
      onKey,
      onLeave: () => this.commit(),
    });
    this.open = { field, cell };
    return true;
  }

  /**
   * Commits the open editor as one undo step; false when its text is refused and it stays open. With `alsoInto` the
   * text goes into these cells as well, into those that it fits.
   */
  commit(alsoInto: readonly FormCell[] = []): boolean {
    if (!this.open) return true;
    const { field, cell } = this.open;
    // An input method may open the field by a key that writes nothing; that is no blank.
    if (field.mode === 'replace' && !field.wasTouched) {
      this.cancel();
      return true;
    }
    const parsed = parseCellInput(field.text, cell.column);
    if (!parsed.accepted) {
      this.options.store.setPending(null);
      field.refuse(parsed.reason);
      return false;
    }
    this.open = undefined;
    const edits = [cell, ...alsoInto].flatMap((one): Edit[] => {
      const fitting = one.operands ? undefined : parseCellInput(field.text, one.column);
      return fitting?.accepted ? [{ kind: 'value', address: one.address, value: fitting.value }] : [];
    });
    this.options.store.dispatch(edits, alsoInto.length > 0 ? '填充' : '输入');
    field.close();
    return true;
  }

  /** Closes the open editor and restores the figure. */
  cancel(): void {
    if (!this.open) return;
    const { field } = this.open;
    this.open = undefined;
    this.options.store.setPending(null);
    field.close();
  }

  focus(): void {
    this.open?.field.focus();
  }

  /** The table moved under the sentence of a refusal. */
  follow(): void {
    this.open?.field.placeRefusal();
  }

  /** While a figure is being typed, totals and findings show what it would give. */
  private showPending(cell: FormCell, text: string): void {
    const parsed = parseCellInput(text, cell.column);
    this.options.store.setPending(parsed.accepted ? { address: cell.address, value: parsed.value } : null);
  }
}
