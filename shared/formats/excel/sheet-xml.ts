// A worksheet as XML. The order of the elements is fixed by ECMA-376 part 1, 18.3.1.99 (CT_Worksheet); Excel repairs a
// file in which it is broken.

import { escapeContent, escapeMarkup } from '../escape-markup';
import {
  cellReference,
  coverCells,
  rangeReference,
  type Sheet,
  type SheetCell,
  type SheetRange,
  type Validation,
} from './sheet';
import type { StyleSheet } from './style-sheet';

/** Widths count digits of the default font; a Chinese character takes two, and the cell's padding a little. */
const WIDTH_PADDING = 0.7;

/** Space that a reader of XML might drop; the indent of a paragraph is one of them. */
const NEEDS_SPACE = /^\s|\s$|[\n\r\t]|\s{2}/u;

/** Numbers the distinct texts of a workbook for sharedStrings.xml. */
export class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** The whole part. Call it after the last `numberOf`. */
  toXml(): string {
    const items = [...this.numbers.keys()].map(
      (text) =>
        `<si><t${NEEDS_SPACE.test(text) ? ' xml:space="preserve"' : ''}>${escapeContent(text)}</t></si>`,
    );
    return (
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${items.length}">` +
      `${items.join('')}</sst>`
    );
  }
}

/** The whole part xl/worksheets/sheetN.xml. */
export function sheetXml(sheet: Sheet, styles: StyleSheet, texts: SharedTexts, isSelected: boolean): string {
  const { rowHeights, columnWidths } = sheet;
  const usual = mostFrequent(rowHeights);
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `${viewXml(sheet, isSelected)}<sheetFormatPr defaultRowHeight="${usual}" customHeight="1"/>` +
    `<cols>${columnsXml(columnWidths)}</cols>` +
    `<sheetData>${rowsXml(sheet, usual, styles, texts)}</sheetData>` +
    '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>' +
    mergesXml(sheet) +
    verdictsXml(sheet) +
    validationsXml(sheet.validations) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.4"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.orientation}" fitToWidth="1" fitToHeight="${sheet.onOnePage ? 1 : 0}"/>` +
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>' +
    pageBreaksXml(sheet) +
    '</worksheet>'
  );
}

function viewXml({ frozen }: Sheet, isSelected: boolean): string {
  const selected = isSelected ? ' tabSelected="1"' : '';
  if (!frozen) return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0"/></sheetViews>`;
  const corner = cellReference(frozen.rows, frozen.columns);
  const split =
    (frozen.columns > 0 ? ` xSplit="${frozen.columns}"` : '') +
    (frozen.rows > 0 ? ` ySplit="${frozen.rows}"` : '');
  const pane = frozen.columns === 0 ? 'bottomLeft' : 'bottomRight';
  return (
    `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">` +
    `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

/** Neighbours of the same width stand together. */
function columnsXml(widths: readonly number[]): string {
  const inDigits = widths.map((width) => (2 * width + WIDTH_PADDING).toFixed(2));
  let xml = '';
  for (let first = 0; first < inDigits.length;) {
    let end = first + 1;
    while (inDigits[end] === inDigits[first]) end += 1;
    xml += `<col min="${first + 1}" max="${end}" width="${inDigits[first]!}" customWidth="1"/>`;
    first = end;
  }
  return xml;
}

function mostFrequent(heights: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const height of heights) counts.set(height, (counts.get(height) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [15, 0])[0];
}

function rowsXml(
  { cells, rowHeights }: Sheet,
  usualHeight: number,
  styles: StyleSheet,
  texts: SharedTexts,
): string {
  const groups = new FormulaGroups(cells);
  const rows: SheetCell[][] = rowHeights.map(() => []);
  for (const cell of cells) rows[cell.row]!.push(cell);
  let xml = '';
  rows.forEach((row, at) => {
    const height = rowHeights[at]!;
    const ht = height === usualHeight ? '' : ` ht="${Math.round(height * 10) / 10}" customHeight="1"`;
    xml += `<row r="${at + 1}"${ht}>`;
    for (const cell of row.sort((a, b) => a.column - b.column)) xml += cellXml(cell, groups, styles, texts);
    xml += '</row>';
  });
  return xml;
}

function cellXml(cell: SheetCell, groups: FormulaGroups, styles: StyleSheet, texts: SharedTexts): string {
  const { row, column, look, value } = cell;
  const start = `<c r="${cellReference(row, column)}" s="${styles.numberOf(look)}"`;
  if (cell.formula !== undefined) {
    const formula = groups.formulaXml(cell, cell.formula);
    return value?.kind === 'number'
      ? `${start}>${formula}<v>${value.digits}</v></c>`
      : `${start} t="str">${formula}<v>${escapeContent(value?.text ?? '')}</v></c>`;
  }
  if (!value) return `${start}/>`;
  return value.kind === 'number'
    ? `${start}><v>${value.digits}</v></c>`
    : `${start} t="s"><v>${texts.numberOf(value.text)}</v></c>`;
}

/** Formulas that stand once for a whole area (ECMA-376 part 1, 18.3.1.40, t="shared"). */
class FormulaGroups {
  private readonly areas = new Map<string, SheetRange>();
  private readonly numbers = new Map<string, number>();

  constructor(cells: readonly SheetCell[]) {
    for (const { formulaGroup, row, column } of cells) {
      if (formulaGroup === undefined) continue;
      const area = this.areas.get(formulaGroup) ?? { row, column, rowSpan: 1, columnSpan: 1 };
      const top = Math.min(area.row, row);
      const left = Math.min(area.column, column);
      this.areas.set(formulaGroup, {
        row: top,
        column: left,
        rowSpan: Math.max(area.row + area.rowSpan, row + 1) - top,
        columnSpan: Math.max(area.column + area.columnSpan, column + 1) - left,
      });
    }
  }

  formulaXml({ formulaGroup }: SheetCell, formula: string): string {
    if (formulaGroup === undefined) return `<f>${escapeContent(formula)}</f>`;
    const known = this.numbers.get(formulaGroup);
    if (known !== undefined) return `<f t="shared" si="${known}"/>`;
    const number = this.numbers.size;
    this.numbers.set(formulaGroup, number);
    const area = rangeReference(this.areas.get(formulaGroup)!);
    return `<f t="shared" ref="${area}" si="${number}">${escapeContent(formula)}</f>`;
  }
}

function mergesXml({ merges }: Sheet): string {
  if (merges.length === 0) return '';
  const items = merges.map((range) => `<mergeCell ref="${rangeReference(range)}"/>`);
  return `<mergeCells count="${items.length}">${items.join('')}</mergeCells>`;
}

function verdictsXml({ verdicts }: Sheet): string {
  return verdicts
    .map(
      ({ cell, good }, at) =>
        `<conditionalFormatting sqref="${rangeReference(cell)}">` +
        `<cfRule type="cellIs" dxfId="0" priority="${at + 1}" operator="notEqual"><formula>"${escapeContent(good)}"</formula></cfRule>` +
        '</conditionalFormatting>',
    )
    .join('');
}

function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  const items = validations.map(
    ({ cells, formula, message }) =>
      '<dataValidation type="custom" allowBlank="1" showErrorMessage="1" ' +
      `error="${escapeMarkup(message)}" sqref="${coverCells(cells).map(rangeReference).join(' ')}">` +
      `<formula1>${escapeContent(formula)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

function pageBreaksXml({ pageBreaks }: Sheet): string {
  if (pageBreaks.length === 0) return '';
  const breaks = pageBreaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</rowBreaks>`;
}
