// Bytes of BIFF8, the records of the old .xls format ([MS-XLS]). Little endian throughout.

/** A record holds at most so many bytes of data; what is longer goes on in CONTINUE records. */
export const LARGEST_RECORD = 8224;

/** Collects bytes field by field. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  get length(): number {
    return this.bytes.length;
  }

  u8(...values: readonly number[]): this {
    for (const value of values) this.bytes.push(value & 0xff);
    return this;
  }

  u16(...values: readonly number[]): this {
    for (const value of values) this.bytes.push(value & 0xff, (value >>> 8) & 0xff);
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value & 0xffff, value >>> 16);
    return this;
  }

  f64(value: number): this {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    for (let at = 0; at < 8; at += 1) this.bytes.push(view.getUint8(at));
    return this;
  }

  /** UTF-16 code units without length or flags. */
  utf16(text: string): this {
    for (let at = 0; at < text.length; at += 1) this.u16(text.charCodeAt(at));
    return this;
  }

  /** A text behind its length in one byte, as fonts and sheet names have it. */
  shortText(text: string): this {
    return this.u8(text.length, 1).utf16(text);
  }

  /** A text behind its length in two bytes. */
  longText(text: string): this {
    return this.u16(text.length).u8(1).utf16(text);
  }

  append(other: ByteWriter): this {
    for (const byte of other.bytes) this.bytes.push(byte);
    return this;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.bytes);
  }
}

/** One record: its number, the length of its data, its data. */
export function record(number: number, data: ByteWriter = new ByteWriter()): ByteWriter {
  if (data.length > LARGEST_RECORD) throw new Error(`record ${number.toString(16)} is too long`);
  return new ByteWriter().u16(number, data.length).append(data);
}

/** Begins a record's data. */
export function data(): ByteWriter {
  return new ByteWriter();
}
