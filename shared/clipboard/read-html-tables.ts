// Finds the tables in HTML from the clipboard, as Excel, WPS, Word and browsers write it, without a page to parse it
// in. It reads texts and spans only; styles, scripts and pictures are passed over.

import { decodeEntities } from './decode-entities';
import { layOutPasted, type ClipboardReading, type PastedGrid, type SourceCell } from './pasted-grid';

interface OpenTable {
  readonly rows: SourceCell[][];
  cell: { text: string; rowSpan: number; columnSpan: number; exact: string | undefined } | undefined;
  isHiddenRow: boolean;
}

const TOKEN = /<!--[\s\S]*?-->|<!\[[^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gu;
const PASSED_OVER = new Set(['script', 'style', 'head', 'title', 'xml']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** HTML from the clipboard; without a table in it there is neither a block nor a table. Never throws. */
export function readClipboardHtml(html: string): ClipboardReading {
  const tables = readHtmlTables(html);
  return { block: tables[0], tables };
}

/** The tables of an HTML text in their order; a table inside a cell gives its text to that cell. Never throws. */
export function readHtmlTables(html: string): PastedGrid[] {
  const reader = new TableReader();
  let passedOver: string | undefined;
  for (const [token, closing, rawName, attributes] of html.matchAll(TOKEN)) {
    const name = rawName?.toLowerCase();
    if (passedOver !== undefined) {
      if (closing === '/' && name === passedOver) passedOver = undefined;
    } else if (name === undefined) {
      if (!token.startsWith('<!')) reader.addText(decodeEntities(token));
    } else if (PASSED_OVER.has(name) && closing === '') {
      if (!attributes?.trimEnd().endsWith('/')) passedOver = name;
    } else if (closing === '/') reader.close(name);
    else reader.open(name, attributes ?? '');
  }
  return reader.finish();
}

class TableReader {
  private readonly tables: OpenTable[] = [];
  /** Tables inside the one being read: their text flows into the cell around them. */
  private depth = 0;
  private isOpen = false;

  addText(text: string): void {
    const cell = this.current?.cell;
    // In the source a line break is only white space; breaks that are seen are written as tags.
    if (cell) cell.text += text.replace(/\s+/gu, ' ');
  }

  open(name: string, attributes: string): void {
    if (name === 'table') {
      if (this.current?.cell) this.depth += 1;
      else {
        this.tables.push({ rows: [], cell: undefined, isHiddenRow: false });
        this.isOpen = true;
      }
      return;
    }
    const table = this.current;
    if (!table || this.depth > 0) return this.breakLine(name);
    if (name === 'tr') this.beginRow(table, attributes);
    else if (name === 'td' || name === 'th') this.beginCell(table, attributes);
    else this.breakLine(name);
  }

  close(name: string): void {
    if (name === 'table') {
      if (this.depth > 0) this.depth -= 1;
      else if (this.current) {
        this.endCell(this.current);
        this.isOpen = false;
      }
      return;
    }
    if (!this.current || this.depth > 0) return;
    if (name === 'td' || name === 'th' || name === 'tr') this.endCell(this.current);
    else this.breakLine(name);
  }

  finish(): PastedGrid[] {
    if (this.current) this.endCell(this.current);
    return this.tables
      .map((table) => table.rows.filter((row) => row.length > 0))
      .filter((rows) => rows.length > 0)
      .map(layOutPasted);
  }

  private get current(): OpenTable | undefined {
    return this.isOpen ? this.tables.at(-1) : undefined;
  }

  private beginRow(table: OpenTable, attributes: string): void {
    this.endCell(table);
    // Excel ends its tables with a row that only keeps the column widths.
    table.isHiddenRow = /display\s*:\s*none/iu.test(attributes);
    table.rows.push([]);
  }

  private beginCell(table: OpenTable, attributes: string): void {
    this.endCell(table);
    if (table.rows.length === 0) table.rows.push([]);
    table.cell = {
      text: '',
      rowSpan: Number(attributeOf(attributes, 'rowspan') ?? 1),
      columnSpan: Number(attributeOf(attributes, 'colspan') ?? 1),
      // The figure behind a shortened or rounded display: Excel's and LibreOffice's own attributes.
      exact: attributeOf(attributes, 'x:num') ?? attributeOf(attributes, 'sdval'),
    };
  }

  private endCell(table: OpenTable): void {
    const { cell } = table;
    table.cell = undefined;
    if (!cell || table.isHiddenRow) return;
    const shown = cell.text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
    const isFigure = /^[\d,.，\s]+$|^#+$/u.test(shown.normalize('NFKC'));
    const text = isFigure && cell.exact && /^\d+(\.\d+)?$/u.test(cell.exact) ? cell.exact : shown;
    table.rows.at(-1)!.push({ text, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan });
  }

  private breakLine(name: string): void {
    const cell = this.current?.cell;
    if (cell && BREAKS.has(name) && cell.text.trim() !== '') cell.text += '\n';
  }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(
    attributes,
  );
  return found ? (found[1] ?? found[2] ?? found[3]) : undefined;
}
