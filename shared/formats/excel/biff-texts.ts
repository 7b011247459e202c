// The shared texts of an .xls file: SST with its CONTINUE records ([MS-XLS] 2.4.265, 2.5.293).

import { ByteWriter, LARGEST_RECORD } from './biff-record';

const SST = 0x00fc;
const CONTINUE = 0x003c;
/** Marks text in two bytes a character; it is repeated where a text goes on in the next record. */
const WIDE = 1;

/** Numbers the distinct texts of a workbook. */
export class BiffTexts {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses += 1;
    let number = this.numbers.get(text);
    if (number === undefined) this.numbers.set(text, (number = this.numbers.size));
    return number;
  }

  /** The SST record and what follows it. Call it after the last `numberOf`. */
  toRecords(): ByteWriter {
    const parts = [new ByteWriter().u32(this.uses, this.numbers.size)];
    const room = (): number => LARGEST_RECORD - parts.at(-1)!.length;
    const nextPart = (): ByteWriter => parts[parts.push(new ByteWriter()) - 1]!;
    for (const text of this.numbers.keys()) {
      // A text's length, flag and first character stay together.
      let part = room() < 5 ? nextPart() : parts.at(-1)!;
      part.u16(text.length).u8(WIDE);
      let rest = text;
      while (rest !== '') {
        if (room() < 2) part = nextPart().u8(WIDE);
        const fitting = rest.slice(0, Math.floor(room() / 2));
        part.utf16(fitting);
        rest = rest.slice(fitting.length);
      }
    }
    return parts.reduce(
      (all, part, at) => all.u16(at === 0 ? SST : CONTINUE, part.length).append(part),
      new ByteWriter(),
    );
  }
}
