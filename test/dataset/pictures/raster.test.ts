import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findDigits} from '../../../source/dataset/pictures/find.js';
import {greyOf, type Raster} from '../../../source/dataset/pictures/raster.js';

/** A stroke from top to bottom in a picture of some colours, each with its alpha where there are channels for it. */
function stroke(channels: Raster['channels'], paper: readonly number[], ink: readonly number[]): Raster {
  const [width, height] = [60, 80];
  const data = Uint8Array.from({length: width * height * channels}, (_, at) => {
    const pixel = Math.floor(at / channels);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return (x >= 25 && x < 32 && y >= 10 && y < 70 ? ink : paper)[at % channels] ?? 0;
  });
  return {width, height, channels, data};
}

describe('the grey of a picture', () => {
  it('shows ink of any colour on paper of any colour', () => {
    const cases: [Raster['channels'], number[], number[]][] = [
      [3, [255, 255, 255], [255, 255, 0]],
      [3, [255, 255, 255], [255, 0, 0]],
      [3, [0, 0, 0], [0, 0, 255]],
      // As bright as its paper.
      [3, [0, 150, 0], [255, 20, 0]],
      [1, [250], [20]],
      [4, [240, 240, 230, 255], [30, 40, 90, 255]],
    ];
    for (const [channels, paper, ink] of cases) {
      const {digits} = findDigits(greyOf(stroke(channels, paper, ink), 1));
      assert.deepEqual(
        digits.map(({box}) => box),
        [{x: 25, y: 10, width: 7, height: 60}],
        `${ink} on ${paper}`,
      );
    }
  });

  it('fills what is transparent so that the ink stands out', () => {
    const black = greyOf(stroke(4, [0, 0, 0, 0], [0, 0, 0, 255]), 1);
    assert.deepEqual([black.values[0], black.values[40 * 60 + 28]], [255, 0]);
    const white = greyOf(stroke(2, [0, 0], [255, 255]), 1);
    assert.deepEqual([white.values[0], white.values[40 * 60 + 28]], [0, 255]);
    const half = greyOf(stroke(2, [0, 0], [0, 128]), 1);
    assert.ok(Math.abs(half.values[40 * 60 + 28] - 127) < 1);
    // Ink that is left out of opaque paper cannot be told from it.
    const hole = greyOf(stroke(2, [200, 255], [0, 0]), 1);
    assert.ok(hole.values.every(value => value === 200));
  });

  it('made smaller is the mean of what it covers', () => {
    const data = Uint8Array.from({length: 36}, (_, place) => place);
    const {width, height, values} = greyOf({width: 6, height: 6, channels: 1, data}, 3);
    assert.deepEqual([width, height], [2, 2]);
    // The middle pixel of each nine is their mean.
    assert.deepEqual([...values], [7, 10, 25, 28]);
    assert.equal(greyOf({width: 2, height: 1, channels: 1, data: Uint8Array.of(4, 8)}, 5).values[0], 6);
  });
});
