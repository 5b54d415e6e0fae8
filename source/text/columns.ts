/**
 * The ranges of characters that take one column in every terminal, as far as the screen uses them: letters without marks
 * of their own, dashes and quotes, arrows, lines, blocks, ticks, braille.
 */
const single: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x391, 0x3c9],
  [0x401, 0x451],
  [0x2010, 0x2027],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2500, 0x25fc],
  [0x2713, 0x2718],
  [0x2800, 0x28ff],
];

const isSingle = new Uint8Array(0x2900);
for (const [first, last] of single) isSingle.fill(1, first, last + 1);

const escapeCode = 0x1b;
const letterM = 0x6d;

/** The columns that a line takes; colour sequences take none. Undefined where a character may take none, or two. */
export function plainColumns(line: string): number | undefined {
  let columns = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === escapeCode) {
      at = sequenceEnd(line, at);
      if (at < 0) return undefined;
    } else if (isSingle[code] === 1) columns++;
    else return undefined;
  }
  return columns;
}

/** Where the colour sequence that begins at a place ends; -1 where it is none. */
function sequenceEnd(line: string, begin: number): number {
  if (line[begin + 1] !== '[') return -1;
  for (let at = begin + 2; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === letterM) return at;
    // Digits and what separates them.
    if (code < 0x30 || code > 0x3b) return -1;
  }
  return -1;
}
