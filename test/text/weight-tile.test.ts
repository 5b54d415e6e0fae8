import assert from 'node:assert/strict';
import {it} from 'node:test';
import {signsOf} from '../../source/text/signed-cells.js';
import {weightTile} from '../../source/text/weight-tile.js';
import {themeOf} from '../helpers/frame-theme.js';

const allLit = new Uint8Array(784).fill(1);
/** A tile of quarters: strongly more, weakly more above; almost nothing, strongly less below. */
const quarters = Float32Array.from({length: 784}, (_, pixel) => {
  const [isLow, isRight] = [pixel >= 392, pixel % 28 >= 14];
  return isLow ? (isRight ? -2 : 0.1) : isRight ? 0.5 : 2;
});

it('a tile is signs of the mean of the pixels that each covers', () => {
  const draw = (kind: 'Unicode' | 'ASCII'): string[] =>
    weightTile({values: quarters, strongest: 2, lit: allLit}, 4, 4, themeOf(kind));
  assert.deepEqual(draw('ASCII'), ['##++', '##++', '..==', '..==']);
  assert.deepEqual(draw('Unicode'), ['▓▓▒▒', '▓▓▒▒', '··==', '··==']);
  assert.deepEqual(signsOf(themeOf('ASCII')), {more: '+#', less: '-='});
});

it('what cancels out is nothing, and a single strong pixel is as weak as the mean of those around it', () => {
  const values = Float32Array.from({length: 784}, (_, pixel) => (pixel % 2 === 0 ? 1 : -1));
  assert.deepEqual(
    weightTile({values, strongest: 1, lit: allLit}, 7, 4, themeOf('ASCII')),
    new Array(4).fill('.......'),
  );
  const single = new Float32Array(784);
  single[0] = 1;
  // A character of 14 × 14 pixels: their mean is 1/196, and a tenth of that is strong here.
  assert.deepEqual(weightTile({values: single, strongest: 1 / 196, lit: allLit}, 2, 2, themeOf('ASCII')), ['#.', '..']);
  assert.deepEqual(weightTile({values: single, strongest: 1 / 40, lit: allLit}, 2, 2, themeOf('ASCII')), ['+.', '..']);
});

it('pixels that are never lit do not count, and are blank where there is nothing else', () => {
  const lit = allLit.slice();
  // The left half of the picture is never lit, whatever is there; of its right half, the upper left quarter.
  for (let pixel = 0; pixel < 784; pixel++) if (pixel % 28 < 14 || (pixel < 392 && pixel % 28 < 21)) lit[pixel] = 0;
  assert.deepEqual(weightTile({values: quarters, strongest: 2, lit}, 2, 2, themeOf('ASCII')), [' +', ' =']);
  assert.deepEqual(weightTile({values: quarters, strongest: 2, lit}, 4, 2, themeOf('ASCII')), ['   +', '  ==']);
});

it('in colours each character has two values, orange and blue, black where there is nothing, grey where never lit', () => {
  const lit = allLit.slice();
  for (let pixel = 0; pixel < 14; pixel++) for (let row = 14; row < 28; row++) lit[row * 28 + pixel] = 0;
  const [line] = weightTile({values: quarters, strongest: 2, lit}, 2, 1, themeOf('Unicode, colours'));
  // The strongest orange over the grey of 237, then a weak orange over the strongest blue.
  assert.equal(line, '\u001B[38;5;214;48;5;237m▀\u001B[38;5;58;48;5;75m▀\u001B[39;49m');
  const nothing = weightTile(
    {values: new Float32Array(784), strongest: 1, lit: allLit},
    7,
    1,
    themeOf('Unicode, colours'),
  );
  assert.deepEqual(nothing, [`\u001B[38;5;16;48;5;16m${'▀'.repeat(7)}\u001B[39;49m`]);
});

it('in 16 colours a value has yellow or blue of two strengths', () => {
  const theme = {...themeOf('Unicode, colours'), greys: 4 as const};
  const [line] = weightTile({values: quarters, strongest: 2, lit: allLit}, 2, 1, theme);
  // Bright yellow over black, which is almost nothing; then a weaker yellow over the brightest blue.
  assert.equal(line, '\u001B[93;40m▀\u001B[33;104m▀\u001B[39;49m');
});
