import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {characterArt, halfBlocks, wholeBlocks} from '../../source/text/pixels.js';

const csi = '\u001B[';
const blank = new Uint8Array(784);
const full = new Uint8Array(784).fill(255);
/** A digit with ink at some places: [row, column, value]. */
function ink(...places: readonly (readonly [number, number, number])[]): Uint8Array {
  const pixels = new Uint8Array(784);
  for (const [row, column, value] of places) pixels[row * 28 + column] = value;
  return pixels;
}
/** A digit of every grey, no two neighbours alike. */
const busy = Uint8Array.from({length: 784}, (_, index) => (index * 97) % 256);
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a digit in half blocks', () => {
  const sizes = [
    [1, 28, 14],
    [2, 14, 7],
  ] as const;
  for (const [scale, columns, lines] of sizes) {
    it(`has ${columns} columns and ${lines} lines, in 256 and in 16 colours`, () => {
      for (const greys of [26, 4] as const) {
        for (const pixels of [blank, full, busy]) {
          const drawn = halfBlocks(pixels, greys, scale);
          assert.equal(drawn.length, lines);
          for (const line of drawn) {
            assert.equal(stripVTControlCharacters(line), '▀'.repeat(columns));
            assert.ok(line.endsWith(`${csi}39;49m`));
          }
        }
      }
    });
  }

  it('is black where there is no ink and white where there is most, told once a line', () => {
    const lines = (pixels: Uint8Array, greys: 26 | 4): string[] => [...new Set(halfBlocks(pixels, greys, 1))];
    const run = '▀'.repeat(28);
    assert.deepEqual(lines(blank, 26), [`${csi}38;5;16;48;5;16m${run}${csi}39;49m`]);
    assert.deepEqual(lines(full, 26), [`${csi}38;5;231;48;5;231m${run}${csi}39;49m`]);
    assert.deepEqual(lines(blank, 4), [`${csi}30;40m${run}${csi}39;49m`]);
    assert.deepEqual(lines(full, 4), [`${csi}97;107m${run}${csi}39;49m`]);
  });

  it('shows the upper pixel as the character and the lower as its ground', () => {
    const [first, second] = halfBlocks(ink([0, 1, 255], [1, 2, 128], [2, 27, 90]), 26, 1);
    const [black, rest] = [`${csi}38;5;16;48;5;16m`, `${csi}39;49m`];
    // 128 of 255 is level 13 of 0 to 25, and grey 1 is colour 232.
    const lit = `${csi}38;5;231;48;5;16m▀${csi}38;5;16;48;5;244m▀`;
    assert.equal(first, `${black}▀${lit}${black}${'▀'.repeat(25)}${rest}`);
    assert.equal(second, `${black}${'▀'.repeat(27)}${csi}38;5;240;48;5;16m▀${rest}`);
  });

  it('shows four greys in 16 colours', () => {
    const [line] = halfBlocks(ink([0, 0, 85], [0, 1, 170], [0, 2, 255]), 4, 1);
    assert.ok(line.startsWith(`${csi}90;40m▀${csi}37;40m▀${csi}97;40m▀${csi}30;40m▀▀`));
  });

  it('is dark ink on white paper on a light background', () => {
    const [line] = halfBlocks(ink([0, 0, 255], [1, 1, 128]), 26, 1, 'light');
    // 128 of 255 is level 13 of 0 to 25 from white: 12 from black, colour 243.
    const [first, second] = [`${csi}38;5;16;48;5;231m▀`, `${csi}38;5;231;48;5;243m▀`];
    assert.equal(line, `${first}${second}${csi}38;5;231;48;5;231m${'▀'.repeat(26)}${csi}39;49m`);
    const [sixteen] = halfBlocks(ink([0, 0, 85], [0, 1, 170], [0, 2, 255]), 4, 1, 'light');
    assert.ok(sixteen.startsWith(`${csi}37;107m▀${csi}90;107m▀${csi}30;107m▀${csi}97;107m▀▀`));
    const [whole] = wholeBlocks(ink([0, 0, 255]), 26, 'light');
    assert.equal(whole, `${csi}48;5;16m  ${csi}48;5;231m${'  '.repeat(27)}${csi}49m`);
  });

  it('shows the mean of four pixels as one at half the size', () => {
    // (255 + 255 + 0 + 0) / 4 is level 12.5 of 25, which is rounded up.
    const [line] = halfBlocks(ink([0, 0, 255], [1, 1, 255], [2, 0, 255]), 26, 2);
    // Below it 255 / 4, level 6.25.
    assert.ok(line.startsWith(`${csi}38;5;244;48;5;237m▀${csi}38;5;16;48;5;16m▀▀`), JSON.stringify(line));
  });
});

describe('a digit in whole blocks', () => {
  it('has 56 columns and 28 lines, in 256 and in 16 colours', () => {
    for (const greys of [26, 4] as const) {
      for (const pixels of [blank, full, busy]) {
        const drawn = wholeBlocks(pixels, greys);
        assert.equal(drawn.length, 28);
        for (const line of drawn) {
          assert.equal(stripVTControlCharacters(line), ' '.repeat(56));
          assert.ok(line.endsWith(`${csi}49m`));
        }
      }
    }
  });

  it('tells a colour once for all the pixels next to one another that have it', () => {
    const [line, next] = wholeBlocks(ink([0, 5, 255], [0, 6, 255], [0, 27, 10]), 26);
    const [black, white] = [`${csi}48;5;16m`, `${csi}48;5;231m`];
    const faint = `${csi}48;5;232m`;
    assert.equal(line, `${black}${' '.repeat(10)}${white}    ${black}${' '.repeat(40)}${faint}  ${csi}49m`);
    assert.equal(next, `${black}${' '.repeat(56)}${csi}49m`);
    assert.equal(count(wholeBlocks(full, 4).join('\n'), csi), 2 * 28);
  });
});

describe('a digit in characters', () => {
  const sizes = [
    [56, 28],
    [28, 14],
    [14, 7],
  ] as const;
  for (const [columns, lines] of sizes) {
    it(`has ${columns} columns and ${lines} lines`, () => {
      for (const unicode of [true, false]) {
        for (const pixels of [blank, full, busy]) {
          const drawn = characterArt(pixels, columns, lines, unicode);
          assert.deepEqual(
            drawn.map(line => line.length),
            new Array(lines).fill(columns),
          );
        }
        assert.deepEqual(new Set(characterArt(blank, columns, lines, unicode)), new Set([' '.repeat(columns)]));
        const darkest = unicode ? '█' : '@';
        assert.deepEqual(new Set(characterArt(full, columns, lines, unicode)), new Set([darkest.repeat(columns)]));
      }
    });

    it(`has only ASCII, and no escape codes, at ${columns} × ${lines} when it is asked to`, () => {
      for (const line of characterArt(busy, columns, lines, false)) assert.match(line, /^[ -~]*$/);
    });
  }

  it('shows each pixel as two characters at 56 × 28', () => {
    const [first, second] = characterArt(ink([0, 0, 255], [0, 2, 128], [1, 27, 255]), 56, 28, false);
    // 128 of 255 is 4.5 of nine steps, which is rounded up to the fifth.
    assert.equal(first, `@@  ++${' '.repeat(50)}`);
    assert.equal(second, `${' '.repeat(54)}@@`);
  });

  it('shows the mean of two pixels at 28 × 14 and of eight at 14 × 7', () => {
    const pixels = ink([0, 0, 255], [1, 0, 255], [2, 1, 255], [26, 27, 200], [27, 27, 100]);
    const half = characterArt(pixels, 28, 14, false);
    assert.equal(half[0], `@${' '.repeat(27)}`);
    assert.equal(half[1], ` +${' '.repeat(26)}`);
    // (200 + 100) / 2 = 150 is 5.3 of nine steps.
    assert.equal(half[13], `${' '.repeat(27)}+`);
    const quarter = characterArt(pixels, 14, 7, true);
    // 3 × 255 / 8 is 1.5 of four steps, rounded up to the second; 300 / 8 is 0.6, the first.
    assert.equal(quarter[0], `▒${' '.repeat(13)}`);
    assert.equal(quarter[6], `${' '.repeat(13)}░`);
  });

  it('does not let the faintest ink vanish', () => {
    assert.equal(characterArt(ink([13, 13, 1]), 56, 28, false)[13], `${' '.repeat(26)}..${' '.repeat(28)}`);
    assert.equal(characterArt(ink([13, 13, 1]), 14, 7, true)[3], `${' '.repeat(6)}░${' '.repeat(7)}`);
  });

  it('grows darker with more ink', () => {
    const greys = Array.from({length: 10}, (_, step) => [0, 2 * step, Math.round((step * 255) / 9)] as const);
    assert.equal(characterArt(ink(...greys), 28, 28, false)[0], '  . : - = + * # % @         ');
  });
});
