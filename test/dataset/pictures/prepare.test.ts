import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../../source/dataset/dataset.js';
import type {Grey} from '../../../source/dataset/pictures/grey.js';
import {prepare} from '../../../source/dataset/pictures/prepare.js';
import {mnist} from '../../helpers/mnist.js';

/** A drawing of some pixels' ink. */
const drawing = (width: number, height: number, ink: (x: number, y: number) => number): Grey => ({
  width,
  height,
  values: Float32Array.from({length: width * height}, (_, place) => ink(place % width, Math.floor(place / width))),
});

/** A ring with a stroke of some width. */
const ring = (size: number, radius: number, stroke: number, ink = 255): Grey =>
  drawing(size, size, (x, y) => {
    const far = Math.abs(Math.hypot(x + 0.5 - size / 3, y + 0.5 - size / 2) - radius);
    return ink * Math.min(1, Math.max(0, stroke / 2 - far + 0.5));
  });

/** The rows and columns with ink, and the centre of mass of the ink, in pixels from the corner. */
function measured(image: Uint8Array): {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: number;
  y: number;
  sum: number;
} {
  const found = {left: 28, right: 0, top: 28, bottom: 0, x: 0, y: 0, sum: 0};
  image.forEach((value, place) => {
    if (value === 0) return;
    const [x, y] = [place % 28, Math.floor(place / 28)];
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.top = Math.min(found.top, y);
    found.bottom = Math.max(found.bottom, y);
    found.sum += value;
    found.x += value * (x + 0.5);
    found.y += value * (y + 0.5);
  });
  return {...found, x: found.x / found.sum, y: found.y / found.sum};
}

const prepared = (grey: Grey): Uint8Array => prepare(grey) ?? assert.fail('nothing drawn');

describe('preparing a drawing', () => {
  it("puts the middle where MNIST's digits have it", () => {
    const {train} = mnist();
    const middles = Array.from({length: 2000}, (_, index) => measured(digit(train, index)));
    const mean = (axis: 'x' | 'y'): number => middles.reduce((sum, found) => sum + found[axis] / middles.length, 0);
    const {x, y} = measured(prepared(ring(200, 60, 12)));
    assert.ok(Math.abs(x - mean('x')) < 0.15 && Math.abs(y - mean('y')) < 0.15, `${x}, ${y}`);
  });

  it("leaves every one of MNIST's test images as it is", () => {
    const {test} = mnist();
    for (let index = 0; index < test.count; index++) {
      const image = digit(test, index);
      const same = prepare({width: 28, height: 28, values: Float32Array.from(image)});
      assert.ok(same !== undefined && Buffer.compare(same, image) === 0, `${index}`);
    }
  });

  it('brings a ring of any size, place, stroke and strength to the same size, middle and strength', () => {
    const strokes = [3, 8, 14, 24, 34];
    for (const stroke of strokes) {
      for (const ink of [255, 60]) {
        const image = prepared(ring(240, 70, stroke, ink));
        const {left, right, top, bottom, x, y} = measured(image);
        assert.ok(right - left + 1 >= 20 && right - left + 1 <= 22, `${stroke}: ${left} to ${right}`);
        assert.ok(bottom - top + 1 >= 20 && bottom - top + 1 <= 22, `${stroke}: ${top} to ${bottom}`);
        assert.ok(Math.hypot(x - 14.5, y - 14.5) < 0.2, `${stroke}: ${x}, ${y}`);
        assert.ok(Math.max(...image) > 230, `${stroke}, ${ink}: at most ${Math.max(...image)}`);
        // A ring of outer diameter 20 with a stroke of s has π (20 − s) s of ink; MNIST's strokes are 1.7 to 3.7 wide.
        const area = measured(image).sum / 255;
        const width = 10 - Math.sqrt(100 - area / Math.PI);
        assert.ok(width > 1.5 && width < 3.3, `${stroke}: a stroke of ${width}`);
      }
    }
  });

  it('keeps the proportions of what is high or wide', () => {
    const bar = prepared(drawing(100, 300, (x, y) => (x >= 40 && x < 55 && y > 20 && y < 280 ? 255 : 0)));
    const high = measured(bar);
    assert.ok(high.bottom - high.top >= 19 && high.right - high.left <= 3, JSON.stringify(high));
    const dash = measured(prepared(drawing(300, 100, (x, y) => (y >= 40 && y < 55 && x > 20 && x < 280 ? 255 : 0))));
    assert.ok(dash.right - dash.left >= 19 && dash.bottom - dash.top <= 3, JSON.stringify(dash));
  });

  it('of an empty drawing is nothing, and of one pixel something', () => {
    assert.equal(prepare(drawing(28, 28, () => 0)), undefined);
    assert.equal(prepare(drawing(0, 0, () => 0)), undefined);
    assert.ok(measured(prepared(drawing(50, 50, (x, y) => (x === 3 && y === 7 ? 255 : 0)))).sum > 0);
  });
});
