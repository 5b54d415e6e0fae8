/** Turns bytes into code points one by one, across chunks; bytes that are not UTF-8 are dropped. */
export class Utf8Decoder {
  private code = 0;
  private missing = 0;
  private least = 0;

  /** Takes a byte; returns the code point that it completes, if it completes one. */
  take(byte: number): number | undefined {
    if (this.missing > 0 && (byte & 0xc0) === 0x80) {
      this.code = (this.code << 6) | (byte & 0x3f);
      this.missing--;
      return this.missing === 0 && isScalar(this.code, this.least) ? this.code : undefined;
    }
    this.missing = 0;
    if (byte < 0x80) return byte;
    if (byte >= 0xc0 && byte < 0xe0) this.begin(byte & 0x1f, 1, 0x80);
    else if (byte >= 0xe0 && byte < 0xf0) this.begin(byte & 0x0f, 2, 0x800);
    else if (byte >= 0xf0 && byte < 0xf8) this.begin(byte & 0x07, 3, 0x10000);
    return undefined;
  }

  /** Forgets the beginning of a character whose rest has not come. */
  reset(): void {
    this.missing = 0;
  }

  private begin(code: number, missing: number, least: number): void {
    this.code = code;
    this.missing = missing;
    this.least = least;
  }
}

/** Whether a code point is one that UTF-8 may encode, and in no more bytes than it takes. */
function isScalar(code: number, least: number): boolean {
  return code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
