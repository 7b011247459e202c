// One table in the page: the AG Grid instance with its columns, rows and sizes, and the life of everything around
// it. Keys and clicks go to the controller, figures come from the painter.

import { createGrid, themeQuartz, type GridApi, type GridOptions } from 'ag-grid-community';
import { sectionTitle, type CompiledForm, type FormCell } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import type { ReportStore } from '../store/report-store';
import { CellPainter } from './cell-painter';
import { columnDefinitions, columnId, WHOLE_WIDTH } from './column-definitions';
import { GridController } from './grid-controller';
import { registerGridModules } from './grid-modules';
import { reachVariable } from './sheet-components';
import { layOutSheet, type SheetLayout, type SheetRow } from './sheet-layout';
import { measureSheet, type SheetMetrics } from './sheet-metrics';

export interface TableViewEvents {
  readonly onSelect: (active: FormCell, cells: readonly FormCell[]) => void;
  readonly onLeave: (by: 1 | -1) => boolean;
}

/** No borders, paddings or fonts of its own: theme.css draws the official form. */
const THEME = themeQuartz.withParams({
  fontFamily: 'inherit',
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
  private readonly cleanups: (() => void)[] = [];
  private metrics: SheetMetrics;
  private zoom = 1;

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
    this.controller = new GridController({
      store,
      sheet: this.layout.sheet,
      painter: this.painter,
      overlay: frame,
      ...events,
      announce: (sentence) => (this.liveRegion.textContent = sentence),
    });
    this.liveRegion.className = 'spoken-only';
    this.liveRegion.setAttribute('role', 'status');
    this.sheetElement.className = `sheet ${table.arrangement}`;
    frame.append(this.sheetElement, this.liveRegion);
    this.metrics = this.measure();
    this.applySizes();
    this.grid = createGrid(this.sheetElement, this.gridOptions(table));
    this.tidyRoles(table);
    this.controller.redrawn();
    this.listen(store);
  }

  /** Fits the table into the space that its frame has now. */
  fit(zoom: number): void {
    this.zoom = zoom;
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

  destroy(): void {
    this.controller.finishEditing();
    this.controller.cancelEditing();
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

  private measure(): SheetMetrics {
    const { clientWidth, clientHeight } = this.frame;
    return measureSheet(this.layout, { width: clientWidth, height: clientHeight }, this.zoom);
  }

  private columnWidths(): { key: string; newWidth: number }[] {
    const { labelWidths, figureWidths } = this.metrics;
    return [
      ...labelWidths.map((newWidth, column) => ({ key: columnId('label', column), newWidth })),
      ...figureWidths.map((newWidth, column) => ({ key: columnId('figure', column), newWidth })),
    ];
  }

  private applySizes(): void {
    const { style } = this.sheetElement;
    const { width, height, fontSize, rowHeight, headHeights, labelWidths, figureWidths } = this.metrics;
    style.width = `${width}px`;
    style.height = `${Math.min(height, this.frame.clientHeight)}px`;
    style.setProperty('--font-size', `${fontSize}px`);
    style.setProperty('--row-height', `${rowHeight}px`);
    style.setProperty('--head-height', `${headHeights.group}px`);
    style.setProperty(WHOLE_WIDTH, `${width - 1}px`);
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

  /** Completes what AG Grid leaves out for a screen reader, and takes away tab stops of its own. */
  private tidyRoles(table: TableDefinition): void {
    const grid = this.sheetElement.querySelector('[role="grid"], [role="treegrid"]');
    grid?.setAttribute('aria-label', sectionTitle(table));
    for (const element of this.sheetElement.querySelectorAll<HTMLElement>('[tabindex="0"]'))
      if (element.dataset['cell'] === undefined) element.tabIndex = -1;
  }

  private listen(store: ReportStore): void {
    const { controller, sheetElement } = this;
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
      options?: AddEventListenerOptions,
    ): void => {
      sheetElement.addEventListener(type, listener, options);
      this.cleanups.push(() => sheetElement.removeEventListener(type, listener, options));
    };
    on('keydown', controller.handleKeyDown, { capture: true });
    on('focusin', controller.handleFocusIn);
    on('pointerdown', controller.handlePointerDown, { capture: true });
    on('pointerover', controller.handlePointerOver);
    on('dblclick', controller.handleDoubleClick);
    on('scroll', controller.handleScroll, { capture: true, passive: true });
    this.cleanups.push(
      store.subscribe((change) => {
        if (change === 'opened') controller.cancelEditing();
        this.painter.repaint();
      }),
    );
    const observer = new ResizeObserver(() => this.fit(this.zoom));
    observer.observe(this.frame);
    this.cleanups.push(() => observer.disconnect());
  }
}
