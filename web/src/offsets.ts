import type { Range } from "./records";

/**
 * From UTF-8 byte offsets to the indices of a JavaScript string, for one text. Built once: four
 * bytes of memory for each byte of a text that is not plain ASCII.
 */
export class Offsets {
  private readonly index: Uint32Array | null;

  constructor(private readonly text: string) {
    const bytes = countBytes(text);
    this.index = bytes === text.length ? null : indexOfBytes(text, bytes);
  }

  /** A byte inside a character counts as its beginning; one past the end, as the end. */
  at(byte: number): number {
    if (byte <= 0) return 0;
    const length = this.index ? this.index.length - 1 : this.text.length;
    if (byte >= length) return this.text.length;
    return this.index ? (this.index[byte] ?? this.text.length) : byte;
  }

  range({ begin, end }: Range): Range {
    return { begin: this.at(begin), end: this.at(end) };
  }
}

/** A surrogate without its partner counts three bytes, as the character U+FFFD would. */
function bytesOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

function countBytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    bytes += bytesOf(codePoint);
    i += codePoint > 0xffff ? 2 : 1;
  }
  return bytes;
}

function indexOfBytes(text: string, bytes: number): Uint32Array {
  const index = new Uint32Array(bytes + 1);
  let byte = 0;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    const next = byte + bytesOf(codePoint);
    index.fill(i, byte, next);
    byte = next;
    i += codePoint > 0xffff ? 2 : 1;
  }
  index[bytes] = text.length;
  return index;
}
