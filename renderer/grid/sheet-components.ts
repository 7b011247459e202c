// The pieces that AG Grid is given to draw: figures, labels and heads. Plain elements without state of their own;
// figures are painted by the painter, labels and heads never change.

import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { CellRange, Extent } from '../../shared/clipboard/cell-range';
import type { FormCell } from '../../shared/forms/compile-form';
import type { CellPainter } from './cell-painter';
import type { SheetRow } from './sheet-layout';
import { textWidth } from './sheet-metrics';

/**
 * The name of the style variable that holds how wide a cell is that reaches over its neighbours: the sum of the
 * columns from this one on. `measureSheet` decides the widths, the table sets the variables.
 */
export function reachVariable(kind: 'label' | 'figure', column: number, span: number): string {
  return `--reach-${kind}-${column}-${span}`;
}

/** A cell's reach over its neighbours, as a variable for the stylesheet; undefined for a cell of one column. */
function applyReach(element: HTMLElement, variable: string | undefined): void {
  if (variable === undefined) return;
  element.classList.add('reaching');
  element.style.setProperty('--reach', `var(${variable})`);
}

/**
 * Writes on a label or head which figures it stands for: a click selects them, and it is highlighted while the
 * focus is among them.
 */
function applyGoverned(element: HTMLElement, governed: Governed | undefined): void {
  if (!governed) return;
  const { top, left, bottom, right } = governed.extent;
  element.dataset['governs'] = [top, left, bottom, right].join(' ');
  if (governed.isInnermost) element.dataset['innermost'] = '';
}

/** The figures that a label or head of the page stands for; undefined for anything else. */
export function governedRange(target: EventTarget | null): CellRange | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-governs]') : null;
  if (!element) return undefined;
  const [top = 0, left = 0, bottom = 0, right = 0] = element.dataset['governs']!.split(' ').map(Number);
  return { anchor: { row: top, column: left }, focus: { row: bottom, column: right } };
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Writes a head so that it breaks between words, never inside them: 社会公益 / 组织. */
function writeHead(element: HTMLElement, text: string): void {
  const words = [...WORDS.segment(text)].map(({ segment }) => segment);
  element.replaceChildren(
    ...words.flatMap((word, index) => (index === 0 ? [word] : [document.createElement('wbr'), word])),
  );
}

/** Rows and columns of figures below or beside a head or label. */
export interface Governed {
  readonly extent: Extent;
  /** The row's own label or the column's own head, not one that several share. */
  readonly isInnermost: boolean;
}

export interface FigureParams {
  readonly reachFor: (row: SheetRow) => string | undefined;
  readonly painter: CellPainter;
  /** The cell of a line of figures in this column, where it begins; undefined where another reaches over it. */
  readonly cellFor: (row: SheetRow) => FormCell | undefined;
}

/** A figure: hands its element to the painter, which fills and refills it. */
export class FigureCell implements ICellRendererComp<SheetRow> {
  private readonly content = document.createElement('span');
  private release: () => void = () => undefined;

  init(params: ICellRendererParams<SheetRow> & FigureParams): void {
    const cell = params.data && params.cellFor(params.data);
    this.content.className = 'figure';
    if (!cell) return;
    applyReach(params.eGridCell, params.reachFor(params.data!));
    params.painter.adopt(cell, params.eGridCell, this.content);
    this.release = () => params.painter.release(cell, params.eGridCell);
  }

  getGui(): HTMLElement {
    return this.content;
  }

  refresh(): boolean {
    return true;
  }

  destroy(): void {
    this.release();
  }
}

export interface LabelParams {
  readonly governedBy: (row: SheetRow) => Governed | undefined;
  readonly reachFor: (row: SheetRow) => string | undefined;
  readonly textFor: (row: SheetRow) => string;
}

/** A label or head inside the table's body: its text, in a box that can stick while the table scrolls. */
export class LabelCell implements ICellRendererComp<SheetRow> {
  private readonly content = document.createElement('span');

  init(params: ICellRendererParams<SheetRow> & LabelParams): void {
    this.content.className = 'label';
    if (!params.data) return;
    const text = params.textFor(params.data);
    this.content.textContent = text;
    // A label that is too long for its column takes a smaller type, see theme.css.
    this.content.style.setProperty('--text-width', String(textWidth(text)));
    applyReach(params.eGridCell, params.reachFor(params.data));
    applyGoverned(params.eGridCell, params.governedBy(params.data));
  }

  getGui(): HTMLElement {
    return this.content;
  }

  refresh(): boolean {
    return true;
  }
}

export interface HeadParams {
  readonly text: string;
  readonly reach?: string;
  readonly governed?: Governed;
  /** The head's outer element, from AG Grid. */
  readonly eGridHeader: HTMLElement;
}

/** A head above the table, of one column or of a group. */
export class HeadCell {
  private readonly content = document.createElement('span');

  init(params: HeadParams): void {
    this.content.className = 'head';
    writeHead(this.content, params.text);
    applyReach(params.eGridHeader, params.reach);
    applyGoverned(params.eGridHeader, params.governed);
  }

  getGui(): HTMLElement {
    return this.content;
  }

  refresh(): boolean {
    return true;
  }
}
