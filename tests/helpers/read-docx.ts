// Reads a .docx from its zipped XML alone: paragraphs with their styles, tables as grids, page sections.

import { gridOfCells, type Grid } from './table-grid';
import { attributeOf, childrenNamed, elementsOf, readPart, readZip, type XmlElement } from './zipped-xml';

export interface DocxParagraph {
  readonly style: string;
  readonly text: string;
  readonly element: XmlElement;
}

export interface DocxFile {
  readonly parts: ReadonlyMap<string, string>;
  /** Paragraphs of the body outside of tables, in order. */
  readonly paragraphs: readonly DocxParagraph[];
  readonly tables: readonly XmlElement[];
  readonly body: XmlElement;
}

export function readDocx(bytes: Uint8Array): DocxFile {
  const parts = readZip(bytes);
  const body = elementsOf(readPart(parts, 'word/document.xml'), 'body')[0]!;
  return {
    parts,
    body,
    paragraphs: childrenNamed(body, 'p').map(paragraphOf),
    tables: childrenNamed(body, 'tbl'),
  };
}

/** A table's grid: spans to the right by gridSpan, downwards by vMerge. */
export function gridOfDocx(table: XmlElement): Grid {
  const cells: { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[] = [];
  childrenNamed(table, 'tr').forEach((tr, row) => {
    let column = 0;
    for (const tc of childrenNamed(tr, 'tc')) {
      const columnSpan = Number(attributeOf(elementsOf(tc, 'gridSpan')[0], 'val') ?? 1);
      const merge = elementsOf(tc, 'vMerge')[0];
      const goesOn = merge !== undefined && attributeOf(merge, 'val') !== 'restart';
      const above = cells.find((cell) => cell.column === column && cell.row + cell.rowSpan === row);
      if (goesOn && above) above.rowSpan += 1;
      else cells.push({ row, column, rowSpan: 1, columnSpan, text: textOf(tc) });
      column += columnSpan;
    }
  });
  return gridOfCells(cells);
}

function paragraphOf(element: XmlElement): DocxParagraph {
  const style = attributeOf(elementsOf(element, 'pStyle')[0], 'val') ?? '';
  return { style, text: textOf(element), element };
}

function textOf(element: XmlElement): string {
  return elementsOf(element, 't')
    .map(({ text }) => text)
    .join('');
}
