// One table in the page: the AG Grid instance with its columns, rows and sizes, and the life of everything around
// it. Keys and clicks go to the controller, figures come from the painter.

import { createGrid, themeQuartz, type GridApi, type GridOptions } from 'ag-grid-community';
import { sectionTitle, type CompiledForm, type FormCell } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { ReportStore } from '../store/report-store';
import { CellPainter } from './cell-painter';
import { columnDefinitions, columnId } from './column-definitions';
import { ClipboardInput } from './clipboard-input';
import { GridController, type GridControllerOptions } from './grid-controller';
import { subjectsOfCell, subjectsOfRange, type HelpSubject } from './help-subjects';
import { HoverHelp } from './hover-help';
import { PointerInput } from './pointer-input';
import { registerGridModules } from './grid-modules';
import { scrollBarWidth } from './scroll-bar';
import { SheetHeads } from './sheet-heads';
import { layOutSheet, type SheetLayout, type SheetRow } from './sheet-layout';
import { isTooNarrow, measureSheet, type SheetMetrics } from './sheet-metrics';
import { applySizes } from './sheet-sizes';

export interface TableViewEvents extends Pick<
  GridControllerOptions,
  'onLeave' | 'onPaste' | 'onCancel' | 'onFind' | 'enterDirection'
> {
  readonly onSelect: (active: FormCell, cells: readonly FormCell[]) => void;
  /** F1 on a cell, or the pointer resting on a label or head; null when it has gone. */
  readonly onHelp: (help: HelpPlace | null) => void;
}

/** What is to be explained, and beside which element of the page. */
export interface HelpPlace {
  readonly subjects: readonly HelpSubject[];
  readonly element: Element;
  readonly isPinned: boolean;
}

/** How a table is looked at. */
export interface TableWishes {
  /** 1 = 100 %. */
  readonly zoom: number;
  /** Last year's figures in every cell, where last year is known. */
  readonly showsLastYear: boolean;
}

/** No borders, paddings or fonts of its own: theme.css draws the official form. */
const THEME = themeQuartz.withParams({
  fontFamily: 'inherit',
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  browserColorScheme: 'inherit',
  // Only measured, never seen: type and heights are set by theme.css and by the table itself.
  fontSize: 12,
  rowHeight: 20,
  headerHeight: 20,
  listItemHeight: 20,
  borderRadius: 0,
  wrapperBorderRadius: 0,
  wrapperBorder: false,
  headerRowBorder: false,
  rowBorder: false,
  columnBorder: false,
  headerColumnBorder: false,
  cellHorizontalPadding: 0,
  spacing: 0,
});

export class TableView {
  readonly controller: GridController;
  private readonly layout: SheetLayout;
  private readonly painter: CellPainter;
  private readonly sheetElement = document.createElement('div');
  private readonly liveRegion = document.createElement('div');
  private readonly grid: GridApi<SheetRow>;
  private readonly heads: SheetHeads;
  private readonly cleanups: (() => void)[] = [];
  private readonly scrollBar = scrollBarWidth();
  private metrics: SheetMetrics;
  private wishes: TableWishes = { zoom: 1, showsLastYear: false };

  constructor(
    private readonly frame: HTMLElement,
    store: ReportStore,
    form: CompiledForm,
    table: TableDefinition,
    events: TableViewEvents,
  ) {
    registerGridModules();
    this.layout = layOutSheet(form, table);
    this.painter = new CellPainter(store, [...new Set(this.layout.sheet.rows.flat())]);
    this.controller = this.createController(store, events);
    this.liveRegion.className = 'spoken-only';
    this.liveRegion.setAttribute('role', 'status');
    this.sheetElement.className = `sheet ${table.arrangement}`;
    frame.append(this.sheetElement, this.liveRegion);
    this.metrics = this.measure();
    this.applySizes();
    this.grid = createGrid(this.sheetElement, this.gridOptions(table));
    this.tidyRoles(table);
    this.controller.redrawn();
    this.heads = new SheetHeads(this.sheetElement, this.layout.sheet);
    this.heads.highlight(this.controller.selection.position);
    this.heads.markCarriedRows(store);
    this.listen(store, events);
  }

  private createController(store: ReportStore, events: TableViewEvents): GridController {
    return new GridController({
      store,
      sheet: this.layout.sheet,
      painter: this.painter,
      overlay: this.frame,
      ...events,
      onSelect: (active, cells) => {
        this.heads.highlight(this.controller.selection.position);
        events.onSelect(active, cells);
      },
      onHelp: (cell) => {
        const element = this.painter.elementOf(cell.index);
        if (element) events.onHelp({ subjects: subjectsOfCell(cell), element, isPinned: true });
      },
      announce: (sentence) => (this.liveRegion.textContent = sentence),
    });
  }

  /** Fits the table into the space that its frame has now. */
  fit(wishes: TableWishes = this.wishes): void {
    this.wishes = wishes;
    this.painter.showLastYear(wishes.showsLastYear);
    const metrics = this.measure();
    if (JSON.stringify(metrics) === JSON.stringify(this.metrics)) return;
    this.metrics = metrics;
    this.applySizes();
    this.grid.updateGridOptions({
      rowHeight: metrics.rowHeight,
      groupHeaderHeight: metrics.headHeights.group,
      headerHeight: this.layout.headLines > 0 ? metrics.headHeights.column : 0,
    });
    this.grid.setColumnWidths(this.columnWidths());
    this.grid.resetRowHeights();
    this.controller.redrawn();
  }

  /** Columns keep their widths while figures are typed, until both years no longer stand beside each other. */
  private widen(): void {
    const besides = this.painter.roomBeside(this.layout.sheet);
    if (besides && isTooNarrow(this.metrics, besides)) this.fit();
  }

  destroy(): void {
    if (!this.controller.editing.commit()) this.controller.editing.cancel();
    for (const cleanup of this.cleanups) cleanup();
    this.grid.destroy();
    this.sheetElement.remove();
    this.liveRegion.remove();
  }

  private gridOptions(table: TableDefinition): GridOptions<SheetRow> {
    const widths = new Map(this.columnWidths().map(({ key, newWidth }) => [key, newWidth]));
    return {
      theme: THEME,
      columnDefs: columnDefinitions(this.layout, this.painter, (column) => widths.get(column)!),
      defaultColDef: { resizable: false, sortable: false, suppressMovable: true, minWidth: 10 },
      rowData: [...this.layout.rows],
      rowHeight: this.metrics.rowHeight,
      groupHeaderHeight: this.metrics.headHeights.group,
      headerHeight: this.layout.headLines > 0 ? this.metrics.headHeights.column : 0,
      enableCellSpan: table.arrangement === 'matrix',
      // Focus, keys and editing are ours; the whole table is in the page at once.
      suppressCellFocus: true,
      suppressHeaderFocus: true,
      suppressRowVirtualisation: true,
      suppressColumnVirtualisation: true,
      suppressAnimationFrame: true,
      suppressRowTransform: true,
      suppressRowHoverHighlight: true,
      suppressMovableColumns: true,
      suppressContextMenu: true,
      ensureDomOrder: true,
      animateRows: false,
    };
  }

  /** A table that is higher than its place scrolls, and leaves room for the scroll bar beside it. */
  private measure(): SheetMetrics {
    const { clientWidth: width, clientHeight: height } = this.frame;
    const { zoom } = this.wishes;
    const besides = this.painter.roomBeside(this.layout.sheet);
    const metrics = measureSheet(this.layout, { width, height }, zoom, besides);
    if (metrics.height <= height) return metrics;
    return measureSheet(this.layout, { width: width - this.scrollBar, height }, zoom, besides);
  }

  private columnWidths(): { key: string; newWidth: number }[] {
    const { labelWidths, figureWidths } = this.metrics;
    return [
      ...labelWidths.map((newWidth, column) => ({ key: columnId('label', column), newWidth })),
      ...figureWidths.map((newWidth, column) => ({ key: columnId('figure', column), newWidth })),
    ];
  }

  private applySizes(): void {
    applySizes(this.sheetElement, this.metrics, {
      height: this.frame.clientHeight,
      scrollBar: this.scrollBar,
    });
  }

  /** Completes what AG Grid leaves out for a screen reader, and takes away tab stops of its own. */
  private tidyRoles(table: TableDefinition): void {
    const grid = this.sheetElement.querySelector('[role="grid"], [role="treegrid"]');
    grid?.setAttribute('aria-label', sectionTitle(table));
    for (const element of this.sheetElement.querySelectorAll<HTMLElement>('[tabindex="0"]'))
      if (element.dataset['cell'] === undefined) element.tabIndex = -1;
  }

  private listen(store: ReportStore, events: TableViewEvents): void {
    const { controller, painter } = this;
    const { sheet } = this.layout;
    const pointer = new PointerInput(controller, sheet, painter);
    const clipboard = new ClipboardInput(controller, store, sheet, events.onPaste);
    const hover = new HoverHelp((place) =>
      events.onHelp(
        place && {
          subjects: subjectsOfRange(sheet, place.range),
          element: place.element,
          isPinned: false,
        },
      ),
    );
    this.on('keydown', controller.handleKeyDown, { capture: true });
    this.on('focusin', controller.handleFocusIn);
    this.on('pointerdown', pointer.handlePointerDown, { capture: true });
    this.on('pointerdown', hover.leave);
    this.on('pointerover', pointer.handlePointerOver);
    this.on('pointerover', hover.handlePointerOver);
    this.on('pointerleave', hover.leave);
    this.on('dblclick', controller.handleDoubleClick);
    this.on('scroll', () => controller.editing.follow(), { capture: true, passive: true });
    window.addEventListener('pointerup', pointer.handlePointerUp);
    this.cleanups.push(() => {
      hover.leave();
      window.removeEventListener('pointerup', pointer.handlePointerUp);
    });
    this.cleanups.push(this.listenToClipboard(clipboard));
    this.follow(store, events);
  }

  /** Whatever changes the report or the place of the table. */
  private follow(store: ReportStore, events: TableViewEvents): void {
    const { controller, painter } = this;
    const unsubscribe = store.subscribe((change) => {
      if (change === 'opened') controller.editing.cancel();
      painter.repaint();
      if (change === 'opened') this.fit();
      else if (change === 'committed') this.widen();
      this.heads.markCarriedRows(store);
      const { active, cells } = controller.selection;
      // Their sum may be another one now.
      if (cells.length > 1) events.onSelect(active, cells);
    });
    const observer = new ResizeObserver(() => this.fit());
    observer.observe(this.frame);
    this.cleanups.push(() => {
      unsubscribe();
      observer.disconnect();
    });
  }

  /** Older Chromium sends copy and paste to the body when nothing is selected as text: what counts is the focus. */
  private listenToClipboard(clipboard: ClipboardInput): () => void {
    const controller = new AbortController();
    const listen = (type: 'copy' | 'cut' | 'paste', handle: (event: ClipboardEvent) => void): void =>
      document.addEventListener(
        type,
        (event) => {
          if (this.painter.cellAt(document.activeElement)) handle(event);
        },
        { signal: controller.signal },
      );
    listen('copy', clipboard.handleCopy);
    listen('cut', clipboard.handleCut);
    listen('paste', clipboard.handlePaste);
    return () => controller.abort();
  }

  private on<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void {
    this.sheetElement.addEventListener(type, listener, options);
    this.cleanups.push(() => this.sheetElement.removeEventListener(type, listener, options));
  }
}
