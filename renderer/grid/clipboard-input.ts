// Copy, cut and paste on a table: moves between the clipboard of the page and the pure cores that read and write it.

import { extentOf } from '../../shared/clipboard/cell-range';
import type { FigureSheet } from '../../shared/clipboard/figure-sheet';
import { blankCells } from '../../shared/clipboard/fill';
import { paste, type PasteOutcome } from '../../shared/clipboard/paste';
import { readClipboardText } from '../../shared/clipboard/read-clipboard-text';
import { readClipboardHtml } from '../../shared/clipboard/read-html-tables';
import { copyRange, copyTable, type ClipboardContents } from '../../shared/clipboard/write-clipboard';
import { layOutTable } from '../../shared/document/lay-out-table';
import { computeTotals } from '../../shared/engine/compute-totals';
import type { ReportStore } from '../store/report-store';
import type { GridController } from './grid-controller';

export class ClipboardInput {
  constructor(
    private readonly controller: GridController,
    private readonly store: ReportStore,
    private readonly sheet: FigureSheet,
    private readonly onPaste: (outcome: PasteOutcome) => void,
  ) {}

  handleCopy = (event: ClipboardEvent): void => {
    const contents = this.controller.editing.cell ? undefined : this.selected();
    if (!contents || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', contents.text);
    event.clipboardData.setData('text/html', contents.html);
    event.preventDefault();
  };

  handleCut = (event: ClipboardEvent): void => {
    if (this.controller.editing.cell) return;
    this.handleCopy(event);
    this.store.dispatch(blankCells(this.controller.selection.cells), '剪切');
  };

  handlePaste = (event: ClipboardEvent): void => {
    const snapshot = this.store.getSnapshot();
    if (this.controller.editing.cell || !event.clipboardData || !snapshot) return;
    event.preventDefault();
    if (snapshot.isReadOnly) {
      this.onPaste({ edits: [], taken: 0, refused: [], tables: [], notices: ['这份报告现在不能修改。'] });
      return;
    }
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    const fromHtml = readClipboardHtml(html);
    const clipboard = fromHtml.block ? fromHtml : readClipboardText(text);
    const { selection } = this.controller;
    const outcome = paste(
      snapshot.report,
      this.sheet,
      selection.range,
      clipboard,
      (report) => computeTotals(report).values,
    );
    this.store.dispatch(outcome.edits, '粘贴');
    if (outcome.range) this.controller.select(outcome.range);
    this.onPaste(outcome);
  };

  /** The whole table is copied as it is printed, with its heads; anything less as bare figures. */
  private selected(): ClipboardContents | undefined {
    const snapshot = this.store.getSnapshot();
    if (!snapshot) return undefined;
    const { values } = snapshot.evaluation.totals;
    const { range } = this.controller.selection;
    const { top, left, bottom, right } = extentOf(this.sheet, range);
    const isWhole =
      top === 0 && left === 0 && bottom === this.sheet.rowCount - 1 && right === this.sheet.columnCount - 1;
    return isWhole
      ? copyTable(layOutTable(this.sheet.form, this.sheet.table), values)
      : copyRange(this.sheet, range, values);
  }
}
