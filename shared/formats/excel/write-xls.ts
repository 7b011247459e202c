// Workbooks for old machines (.xls, BIFF8): the same sheets with their looks, merges and print setup, to read and to
// print. Figures stand as values and all cells are locked: formulas and cells to type in are in the .xlsx.

import { CFB } from 'xlsx';
import type { ReportDocument } from '../../document/document-tree';
import { removeForbidden } from '../escape-markup';
import { ByteWriter, data, record } from './biff-record';
import { BiffStyles } from './biff-styles';
import { BiffTexts } from './biff-texts';
import { buildSheets } from './build-sheets';
import type { Sheet, SheetCell } from './sheet';

const RECORD = {
  bof: 0x0809,
  eof: 0x000a,
  codePage: 0x0042,
  window1: 0x003d,
  dateMode: 0x0022,
  boundSheet: 0x0085,
  defaultRowHeight: 0x0225,
  wsBool: 0x0081,
  pageBreaks: 0x001b,
  footer: 0x0015,
  centred: 0x0083,
  leftMargin: 0x0026,
  rightMargin: 0x0027,
  topMargin: 0x0028,
  bottomMargin: 0x0029,
  setup: 0x00a1,
  protect: 0x0012,
  columnInfo: 0x007d,
  dimensions: 0x0200,
  row: 0x0208,
  blank: 0x0201,
  number: 0x0203,
  text: 0x00fd,
  window2: 0x023e,
  pane: 0x0041,
  merged: 0x00e5,
} as const;

const WORKBOOK_GLOBALS = 0x0005;
const WORKSHEET = 0x0010;
const UTF_16 = 1200;
const A4 = 9;
const TWIPS_PER_POINT = 20;
/** A record of merged cells holds no more. */
const MOST_MERGES = 1024;
const DEFAULT_FORMAT = 15;

/** The bytes of the .xls file of a document. */
export function writeXls(document: ReportDocument): Uint8Array<ArrayBuffer> {
  const sheets = buildSheets(document);
  const styles = new BiffStyles();
  const texts = new BiffTexts();
  const parts = sheets.map((sheet, at) => sheetStream(sheet, styles, texts, at === 0));
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', workbookStream(sheets, parts, styles, texts).toBytes());
  // The library leaves a mark of its own in every container.
  CFB.utils.cfb_del(container, '/\u0001Sh33tJ5');
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as readonly number[]);
}

function beginning(kind: number): ByteWriter {
  return record(RECORD.bof, data().u16(0x0600, kind, 0x0dbb, 0x07cc).u32(0x000000c1, 0x00000306));
}

/** The globals, then the sheets; each sheet is named with the place at which it begins. */
function workbookStream(
  sheets: readonly Sheet[],
  parts: readonly ByteWriter[],
  styles: BiffStyles,
  texts: BiffTexts,
): ByteWriter {
  const before = beginning(WORKBOOK_GLOBALS)
    .append(record(RECORD.codePage, data().u16(UTF_16)))
    .append(record(RECORD.window1, data().u16(0, 0, 0x5a00, 0x3a00, 0x0038, 0, 0, 1, 0x0258)))
    .append(record(RECORD.dateMode, data().u16(0)))
    .append(styles.toRecords());
  const after = texts.toRecords().append(record(RECORD.eof));
  const nameRecord = (name: string, place: number): ByteWriter =>
    record(RECORD.boundSheet, data().u32(place).u8(0, 0).shortText(name));
  const names = sheets.reduce((length, { name }) => length + nameRecord(name, 0).length, 0);
  let place = before.length + names + after.length;
  sheets.forEach(({ name }, at) => {
    before.append(nameRecord(name, place));
    place += parts[at]!.length;
  });
  before.append(after);
  for (const part of parts) before.append(part);
  return before;
}

function sheetStream(sheet: Sheet, styles: BiffStyles, texts: BiffTexts, isFirst: boolean): ByteWriter {
  const stream = beginning(WORKSHEET);
  for (const part of [printRecords(sheet), columnRecords(sheet), cellRecords(sheet, styles, texts)])
    stream.append(part);
  return stream.append(viewRecords(sheet, isFirst)).append(mergeRecords(sheet)).append(record(RECORD.eof));
}

function printRecords({ pageBreaks, orientation, onOnePage }: Sheet): ByteWriter {
  const fitsToPage = 0x0100;
  const all = record(RECORD.defaultRowHeight, data().u16(0, 300)).append(
    record(RECORD.wsBool, data().u16(0x00c1 | fitsToPage)),
  );
  const breaks = data().u16(pageBreaks.length);
  for (const row of pageBreaks) breaks.u16(row, 0, 0xff);
  if (pageBreaks.length > 0) all.append(record(RECORD.pageBreaks, breaks));
  all
    .append(record(RECORD.footer, data().longText('&C— &P —')))
    .append(record(RECORD.centred, data().u16(1)));
  for (const [margin, inches] of [
    [RECORD.leftMargin, 0.6],
    [RECORD.rightMargin, 0.6],
    [RECORD.topMargin, 0.75],
    [RECORD.bottomMargin, 0.75],
  ] as const)
    all.append(record(margin, data().f64(inches)));
  const upright = orientation === 'portrait' ? 0x0002 : 0;
  const setup = data()
    .u16(A4, 100, 1, 1, onOnePage ? 1 : 0, upright, 600, 600)
    .f64(0.3)
    .f64(0.4)
    .u16(1);
  return all.append(record(RECORD.setup, setup)).append(record(RECORD.protect, data().u16(1)));
}

function columnRecords({ columnWidths, rowHeights }: Sheet): ByteWriter {
  const all = new ByteWriter();
  columnWidths.forEach((width, column) => {
    const units = Math.round((2 * width + 0.7) * 256);
    all.append(record(RECORD.columnInfo, data().u16(column, column, units, DEFAULT_FORMAT, 0x0002, 0)));
  });
  return all.append(
    record(RECORD.dimensions, data().u32(0, rowHeights.length).u16(0, columnWidths.length, 0)),
  );
}

function cellRecords(
  { cells, rowHeights, columnWidths }: Sheet,
  styles: BiffStyles,
  texts: BiffTexts,
): ByteWriter {
  const all = new ByteWriter();
  rowHeights.forEach((height, row) => {
    const twips = Math.round(height * TWIPS_PER_POINT);
    all.append(
      record(RECORD.row, data().u16(row, 0, columnWidths.length, twips, 0, 0, 0x0140, DEFAULT_FORMAT)),
    );
  });
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of inOrder) all.append(cellRecord(cell, styles, texts));
  return all;
}

function cellRecord(
  { row, column, look, value }: SheetCell,
  styles: BiffStyles,
  texts: BiffTexts,
): ByteWriter {
  const place = data().u16(row, column, styles.numberOf(look));
  const text = value?.kind === 'text' ? removeForbidden(value.text) : '';
  if (value?.kind === 'number') return record(RECORD.number, place.f64(Number(value.digits)));
  return text === '' ? record(RECORD.blank, place) : record(RECORD.text, place.u32(texts.numberOf(text)));
}

function viewRecords({ frozen }: Sheet, isFirst: boolean): ByteWriter {
  const isFrozen = 0x0108;
  const isSelected = 0x0600;
  const options = 0x00b4 | (frozen ? isFrozen : 0) | (isFirst ? isSelected : 0);
  const view = record(RECORD.window2, data().u16(options, 0, 0).u32(BLACK_GRID).u16(0, 0).u32(0));
  if (!frozen) return view;
  const { rows, columns } = frozen;
  const bottomLeft = 2;
  const active = columns === 0 ? bottomLeft : 0;
  return view.append(record(RECORD.pane, data().u16(columns, rows, rows, columns).u8(active, 0)));
}

const BLACK_GRID = 0x40;

function mergeRecords({ merges }: Sheet): ByteWriter {
  const all = new ByteWriter();
  for (let first = 0; first < merges.length; first += MOST_MERGES) {
    const part = merges.slice(first, first + MOST_MERGES);
    const areas = data().u16(part.length);
    for (const { row, column, rowSpan, columnSpan } of part)
      areas.u16(row, row + rowSpan - 1, column, column + columnSpan - 1);
    all.append(record(RECORD.merged, areas));
  }
  return all;
}
