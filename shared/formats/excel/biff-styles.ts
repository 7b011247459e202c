// Fonts, number formats and cell formats of an .xls file ([MS-XLS] 2.4.122, 2.4.126, 2.4.353).

import { CELL_FONTS, FONT_ORDER } from './cell-fonts';
import { ByteWriter, data, record } from './biff-record';
import type { CellFont, CellLook } from './sheet';

const FONT = 0x0031;
const FORMAT = 0x041e;
const XF = 0x00e0;
const STYLE = 0x0293;

const AUTOMATIC = 0x7fff;
const DARK_RED = 0x10;
const CHINESE = 134;
const REGULAR = 400;
const BOLD = 700;
/** Every file begins with four fonts of which the fifth number is never used. */
const FIRST_OWN_FONT = 5;
const FIRST_OWN_FORMAT = 164;
const MOST_DECIMALS = 6;
/** Fifteen formats of styles and one of cells stand before those of our own. */
const BUILT_IN_FORMATS = 16;
const NORMAL_STYLE = 0xfff5;
const THIN_BORDERS = 0x1111;
const BLACK = 0x40;
const LIGHT_GREY_PATTERN = 18;

/** Collects the looks of a workbook; equal ones get the same number. */
export class BiffStyles {
  private readonly numbers = new Map<string, number>();
  private readonly formats: ByteWriter[] = [];

  /** The number by which cells refer to this look. */
  numberOf(look: CellLook): number {
    const key = JSON.stringify(look);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = BUILT_IN_FORMATS + this.formats.push(cellFormat(look)) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  /** All records of fonts and formats, in the order that the format prescribes. */
  toRecords(): ByteWriter {
    const all = new ByteWriter();
    for (const name of ['cell', 'cell', 'cell', 'cell', ...FONT_ORDER] as const) all.append(font(name));
    for (let decimals = 1; decimals <= MOST_DECIMALS; decimals += 1)
      all.append(
        record(
          FORMAT,
          data()
            .u16(FIRST_OWN_FORMAT + decimals)
            .longText(`0.${'0'.repeat(decimals)}`),
        ),
      );
    for (let at = 0; at < BUILT_IN_FORMATS; at += 1)
      all.append(
        record(
          XF,
          data()
            .u16(0, 0, at === BUILT_IN_FORMATS - 1 ? 1 : NORMAL_STYLE)
            .u8(0x20, 0, 0, 0)
            .u32(0, 0)
            .u16(0x20c0),
        ),
      );
    for (const format of this.formats) all.append(format);
    return all.append(record(STYLE, data().u16(0x8000).u8(0, 0xff)));
  }
}

function font(name: CellFont): ByteWriter {
  const { face, size, isAlarming } = CELL_FONTS[name];
  const [colour, weight] = isAlarming ? [DARK_RED, BOLD] : [AUTOMATIC, REGULAR];
  return record(
    FONT,
    data()
      .u16(size * 20, 0, colour, weight, 0)
      .u8(0, 0, CHINESE, 0)
      .shortText(face),
  );
}

/** Every cell: without formulas a figure typed over would leave its totals behind. */
const LOCKED = 1;
const HORIZONTAL = { left: 1, centre: 2, right: 3 } as const;
const MIDDLE = 1 << 4;
const WRAPPED = 1 << 3;
const SHRINKING = 1 << 4;

function cellFormat(look: CellLook): ByteWriter {
  const { font: name, align, bordered, fromTop, shrinks, fill, decimals } = look;
  const numberFormat = decimals ? FIRST_OWN_FORMAT + Math.min(decimals, MOST_DECIMALS) : 0;
  const alignment = HORIZONTAL[align] | (fromTop ? 0 : MIDDLE) | (shrinks ? 0 : WRAPPED);
  const borders = bordered ? (THIN_BORDERS | (BLACK << 16) | (BLACK << 23)) >>> 0 : 0;
  const pattern = fill ? LIGHT_GREY_PATTERN << 26 : 0;
  const colours = bordered ? BLACK | (BLACK << 7) : 0;
  return record(
    XF,
    data()
      .u16(FIRST_OWN_FONT + FONT_ORDER.indexOf(name), numberFormat, LOCKED)
      .u8(alignment, 0, shrinks ? SHRINKING : 0, 0xfc)
      .u32(borders, (pattern | colours) >>> 0)
      .u16(0x20c0),
  );
}
