// styles.xml: fonts, borders and the list of cell formats that the sheets refer to by number.

import { CELL_FONTS } from './cell-fonts';
import type { CellFont, CellLook } from './sheet';

/** Number formats of our own begin at 164. */
const FIRST_OWN_FORMAT = 164;
const MOST_DECIMALS = 6;

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Collects the looks of a workbook; equal ones get the same number. */
export class StyleSheet {
  private readonly looks = new Map<string, number>();
  private readonly formats: string[] = [];
  private readonly fonts: CellFont[] = [];
  private readonly decimals = new Set<number>();
  private readonly numbers = new Map<CellLook, number>();

  constructor() {
    this.numberOf({ font: 'cell', align: 'left' });
  }

  /** The number by which cells refer to this look. */
  numberOf(look: CellLook): number {
    let number = this.numbers.get(look);
    if (number === undefined) this.numbers.set(look, (number = this.findOrAdd(look)));
    return number;
  }

  private findOrAdd(look: CellLook): number {
    const digits = Math.min(look.decimals ?? 0, MOST_DECIMALS);
    if (digits > 0) this.decimals.add(digits);
    const format = formatXml(look, digits, this.fontNumberOf(look.font));
    const known = this.looks.get(format);
    if (known !== undefined) return known;
    const number = this.formats.push(format) - 1;
    this.looks.set(format, number);
    return number;
  }

  private fontNumberOf(font: CellFont): number {
    const known = this.fonts.indexOf(font);
    return known >= 0 ? known : this.fonts.push(font) - 1;
  }

  /** The whole part. Call it after the last `numberOf`. */
  toXml(): string {
    const decimals = [...this.decimals].sort((a, b) => a - b);
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      numberFormatsXml(decimals) +
      `<fonts count="${this.fonts.length}">${this.fonts.map(fontXml).join('')}</fonts>` +
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>' +
      '<borders count="2"><border/>' +
      `<border>${SIDES.map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`).join('')}</border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.formats.length}">${this.formats.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="1"><dxf><font><color rgb="FFC00000"/></font><fill><patternFill><bgColor rgb="FFFDE9E7"/></patternFill></fill></dxf></dxfs>' +
      '</styleSheet>'
    );
  }
}

function fontXml(name: CellFont): string {
  const { face, size, isAlarming } = CELL_FONTS[name];
  const [bold, red] = isAlarming ? ['<b/>', '<color rgb="FFC00000"/>'] : ['', ''];
  return `<font>${bold}<sz val="${size}"/>${red}<name val="${face}"/><charset val="134"/></font>`;
}

function numberFormatsXml(decimals: readonly number[]): string {
  if (decimals.length === 0) return '';
  const formats = decimals.map(
    (digits) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + digits}" formatCode="0.${'0'.repeat(digits)}"/>`,
  );
  return `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`;
}

function formatXml(look: CellLook, digits: number, fontNumber: number): string {
  const { align, bordered, fromTop, shrinks, fill, isEntry, isQuoted } = look;
  const number = digits > 0 ? FIRST_OWN_FORMAT + digits : 0;
  const horizontal = align === 'centre' ? 'center' : align;
  return (
    `<xf numFmtId="${number}" fontId="${fontNumber}" fillId="${fill ? 2 : 0}" borderId="${bordered ? 1 : 0}" xfId="0"` +
    (isQuoted ? ' quotePrefix="1"' : '') +
    (digits > 0 ? ' applyNumberFormat="1"' : '') +
    ' applyFont="1"' +
    (fill ? ' applyFill="1"' : '') +
    (bordered ? ' applyBorder="1"' : '') +
    ' applyAlignment="1"' +
    (isEntry ? ' applyProtection="1"' : '') +
    `><alignment horizontal="${horizontal}" vertical="${fromTop ? 'top' : 'center'}" ${shrinks ? 'shrinkToFit' : 'wrapText'}="1"/>` +
    `${isEntry ? '<protection locked="0"/>' : ''}</xf>`
  );
}
