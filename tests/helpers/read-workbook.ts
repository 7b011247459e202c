// Reads an .xlsx file from its zipped XML alone: cells, formulas, cached results, merges, as they stand in the parts.

import { gridOfCells, type Grid } from './table-grid';
import { attributeOf, elementsOf, readPart, readZip, type XmlElement } from './zipped-xml';

export interface WorkbookCell {
  readonly reference: string;
  /** The result that stands in the file: cached for a formula. */
  readonly text: string;
  readonly isNumber: boolean;
  readonly formula: string | undefined;
  readonly style: number;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, WorkbookCell>;
  readonly merges: readonly string[];
  readonly xml: XmlElement;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Areas by their defined names: “requests” → “表三!$A$3:$J$30”. */
  readonly names: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
}

export function readWorkbook(bytes: Uint8Array): Workbook {
  const parts = readZip(bytes);
  const workbook = readPart(parts, 'xl/workbook.xml');
  const targets = new Map(
    elementsOf(readPart(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((relation) => [
      attributeOf(relation, 'Id')!,
      attributeOf(relation, 'Target')!.replace(/^\/xl\//u, ''),
    ]),
  );
  const texts = parts.has('xl/sharedStrings.xml')
    ? elementsOf(readPart(parts, 'xl/sharedStrings.xml'), 'si').map((item) => item.text)
    : [];
  return {
    parts,
    sheets: elementsOf(workbook, 'sheet').map((sheet) => {
      const id = attributeOf(sheet, 'r:id')!;
      return readSheet(attributeOf(sheet, 'name')!, readPart(parts, `xl/${targets.get(id)!}`), texts);
    }),
    names: new Map(
      elementsOf(workbook, 'definedName').map((name) => [attributeOf(name, 'name')!, name.text]),
    ),
  };
}

/** The sheet of that name; a missing one throws. */
export function sheetNamed(workbook: Workbook, name: string): WorkbookSheet {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet)
    throw new Error(`no sheet ${name}; there are ${workbook.sheets.map((one) => one.name).join(', ')}`);
  return sheet;
}

/** The grid of an area of a sheet, “A3:J30”, merged cells filled in. */
export function gridOfArea(sheet: WorkbookSheet, area: string): Grid {
  const bounds = boundsOf(area);
  const merged = sheet.merges.map(boundsOf).filter((merge) => contains(bounds, merge));
  const cells = [];
  for (let row = bounds.top; row <= bounds.bottom; row += 1)
    for (let column = bounds.left; column <= bounds.right; column += 1) {
      const merge = merged.find((one) =>
        contains(one, { top: row, bottom: row, left: column, right: column }),
      );
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      cells.push({
        row: row - bounds.top,
        column: column - bounds.left,
        rowSpan: merge ? merge.bottom - merge.top + 1 : 1,
        columnSpan: merge ? merge.right - merge.left + 1 : 1,
        text: sheet.cells.get(referenceOf(row, column))?.text ?? '',
      });
    }
  return gridOfCells(cells);
}

/** “$A$3:$J$30” of “表三!$A$3:$J$30”, without the dollar signs. */
export function areaOfName(reference: string): { readonly sheet: string; readonly area: string } {
  const [sheet = '', area = ''] = reference.split('!');
  return { sheet: sheet.replace(/^'|'$/gu, ''), area: area.replaceAll('$', '') };
}

export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function boundsOf(area: string): Bounds {
  const [first = '', last = first] = area.split(':');
  const place = (reference: string): [row: number, column: number] => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(reference) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [Number(digits), column];
  };
  const [top, left] = place(first);
  const [bottom, right] = place(last);
  return { top, bottom, left, right };
}

export function referenceOf(row: number, column: number): string {
  return (
    (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '') +
    String.fromCharCode(65 + ((column - 1) % 26)) +
    row
  );
}

/** Does the outer area hold all of the inner one? */
export function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.top <= inner.top &&
    inner.bottom <= outer.bottom &&
    outer.left <= inner.left &&
    inner.right <= outer.right
  );
}

function readSheet(name: string, xml: XmlElement, texts: readonly string[]): WorkbookSheet {
  const formulaOf = formulaReader();
  const cells = elementsOf(xml, 'c').map((c): [string, WorkbookCell] => {
    const reference = attributeOf(c, 'r')!;
    const type = attributeOf(c, 't') ?? 'n';
    const value = elementsOf(c, 'v')[0]?.text ?? elementsOf(c, 'is')[0]?.text ?? '';
    const text = type === 's' ? texts[Number(value)]! : value;
    return [
      reference,
      {
        reference,
        text,
        isNumber: type === 'n' && value !== '',
        formula: formulaOf(reference, elementsOf(c, 'f')[0]),
        style: Number(attributeOf(c, 's') ?? 0),
      },
    ];
  });
  return {
    name,
    xml,
    cells: new Map(cells),
    merges: elementsOf(xml, 'mergeCell').map((merge) => attributeOf(merge, 'ref')!),
  };
}

/** Reads formulas, shared ones too: those stand once and mean the same in every cell that names their number. */
function formulaReader(): (reference: string, element: XmlElement | undefined) => string | undefined {
  const masters = new Map<string, { readonly bounds: Bounds; readonly text: string }>();
  return (reference, element) => {
    const number = element && attributeOf(element, 'si');
    if (!element || !number) return element?.text;
    const bounds = boundsOf(reference);
    if (element.text !== '') masters.set(number, { bounds, text: element.text });
    const master = masters.get(number)!;
    return shifted(master.text, bounds.top - master.bounds.top, bounds.left - master.bounds.left);
  };
}

/** A formula with every reference moved; texts in quotation marks and names of functions stay. */
function shifted(formula: string, down: number, right: number): string {
  return formula.replace(/"[^"]*"|\b[A-Z]{1,2}\d+\b/gu, (part) => {
    if (part.startsWith('"')) return part;
    const { top, left } = boundsOf(part);
    return referenceOf(top + down, left + right);
  });
}
