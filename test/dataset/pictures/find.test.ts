import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../../source/dataset/dataset.js';
import {type FoundDigit, findDigits} from '../../../source/dataset/pictures/find.js';
import {seededRandom} from '../../../source/network/random.js';
import {mnist} from '../../helpers/mnist.js';
import {enlarged, type Placed, page, type Stamp, sheet, trimmed} from '../../helpers/pages.js';

const {test, train} = mnist();

/** How far an image lies from an MNIST digit: the mean difference of their pixels. */
const distance = (image: Uint8Array, index: number): number =>
  digit(test, index).reduce((sum, value, pixel) => sum + Math.abs(value - image[pixel]), 0) / 784;

/** Checks that digits were found where they stand, one for one and in their order. */
function assertPlaces(digits: readonly FoundDigit[], placed: readonly Placed[], name: string): void {
  assert.equal(digits.length, placed.length, name);
  for (const [index, {stamp, x, y}] of placed.entries()) {
    const {box} = digits[index];
    const right = Math.abs(box.x + box.width / 2 - x - stamp.width / 2) < stamp.width / 4 + 3;
    const level = Math.abs(box.y + box.height / 2 - y - stamp.height / 2) < stamp.height / 4;
    assert.ok(right && level, `${name}, digit ${index}: ${JSON.stringify(box)}, not at ${x}, ${y}`);
  }
}

describe('finding digits', () => {
  it("gives back MNIST's own image of a digit that was enlarged, on pages of both polarities", () => {
    const random = seededRandom(1, 0);
    let far = 0;
    for (let index = 0; index < 20; index++) {
      const stamp = enlarged(test, index, 3 + random.below(5));
      const [x, y] = [random.below(200 - stamp.width + 1), random.below(200 - stamp.height + 1)];
      const colours = index % 2 === 0 ? {paper: 250, ink: 20} : {paper: 10, ink: 200};
      const {digits} = findDigits(page(200, 200, [{stamp, x, y}], colours));
      assert.equal(digits.length, 1, `digit ${index}`);
      far += distance(digits[0].pixels, index) / 20;
      const tight = trimmed(stamp);
      const {box} = digits[0];
      // The faint edge of a digit, a pixel of MNIST's on each side, may count or not.
      const faint = (2 * stamp.width) / 28;
      assert.ok(Math.abs(box.width - tight.width) <= faint, `digit ${index}: ${JSON.stringify(box)}`);
      assert.ok(Math.abs(box.height - tight.height) <= faint, `digit ${index}: ${JSON.stringify(box)}`);
      assert.ok(box.x >= x && box.x + box.width <= x + stamp.width, `digit ${index}: ${JSON.stringify(box)}`);
    }
    // Two digits of the same label lie some 35 apart.
    assert.ok(far < 10, `${far}`);
  });

  it('takes out uneven light, shadows and noise', () => {
    const random = seededRandom(2, 0);
    const lights = [
      (x: number): number => 0.4 + 0.6 * x,
      (x: number, y: number): number => 1 - 0.6 * ((x - 0.3) ** 2 + (y - 0.6) ** 2),
      (x: number, y: number): number => 1 - 0.2 / (1 + Math.exp(-25 * (x + 0.3 * y - 0.6))),
    ];
    for (const [number, light] of lights.entries()) {
      for (let index = 0; index < 4; index++) {
        const placed = [{stamp: enlarged(test, index, 6), x: 60 + 5 * index, y: 70}];
        const {digits} = findDigits(page(300, 300, placed, {paper: 230, ink: 60, noise: 6, light}, random));
        const name = `light ${number}, digit ${index}`;
        assert.equal(digits.length, 1, name);
        assert.ok(distance(digits[0].pixels, index) < 16, `${name}: ${distance(digits[0].pixels, index)} away`);
      }
    }
  });

  it('reads a sheet line by line, and rows of digits that nearly touch', () => {
    const random = seededRandom(3, 0);
    for (const [perRow, gap, count] of [
      [8, 25, 40],
      [10, 2, 10],
      [10, 1, 10],
      [5, 3, 20],
    ]) {
      const stamps = Array.from({length: count}, (_, index) => trimmed(enlarged(train, 100 + index, 4)));
      const {placed, width, height} = sheet(stamps, perRow, gap, random);
      assertPlaces(findDigits(page(width, height, placed)).digits, placed, `${count} digits, ${gap} apart`);
    }
  });

  it('joins the pieces of a broken digit, and leaves out specks and dashes', () => {
    const block = (width: number, height: number): Stamp => ({
      width,
      height,
      ink: new Float32Array(width * height).fill(1),
    });
    const five = [
      {stamp: block(40, 8), x: 60, y: 50},
      {stamp: block(8, 60), x: 60, y: 62},
      {stamp: block(8, 60), x: 120, y: 60},
    ];
    const specks = [
      {stamp: block(3, 3), x: 20, y: 20},
      {stamp: block(20, 4), x: 150, y: 90},
    ];
    const {digits} = findDigits(page(200, 200, [...five, ...specks]));
    assert.deepEqual(
      digits.map(({box}) => box),
      [
        {x: 60, y: 50, width: 40, height: 72},
        {x: 120, y: 60, width: 8, height: 60},
      ],
    );
  });

  it('takes digits apart that a faint or a thin bridge joins, and leaves a wide digit whole', () => {
    const block = (width: number, height: number, ink = 1): Stamp => ({
      width,
      height,
      ink: new Float32Array(width * height).fill(ink),
    });
    const pair = [
      {stamp: block(36, 60), x: 44, y: 50},
      {stamp: block(36, 60), x: 90, y: 50},
    ];
    for (const bridge of [block(10, 20, 0.4), block(10, 3)]) {
      const {digits} = findDigits(page(200, 160, [...pair, {stamp: bridge, x: 80, y: 70}]));
      assert.equal(digits.length, 2, `${bridge.height}`);
      assert.ok(Math.abs(digits[0].box.width - 41) <= 6 && Math.abs(digits[1].box.x - 85) <= 6);
    }
    const wide = [block(100, 14), block(14, 60), block(14, 60)].map((stamp, index) => ({
      stamp,
      x: index === 2 ? 136 : 50,
      y: 50,
    }));
    assert.equal(findDigits(page(200, 160, wide)).digits.length, 1);
  });

  it("takes an image of MNIST's form as it is, also with dark ink", () => {
    for (let index = 0; index < 200; index++) {
      const image = digit(test, index);
      for (const values of [Float32Array.from(image), Float32Array.from(image, value => 255 - value)]) {
        assert.deepEqual(
          findDigits({width: 28, height: 28, values}).digits.map(({pixels}) => pixels),
          [new Uint8Array(image)],
        );
      }
    }
  });

  it('finds nothing where nothing is drawn, and says when it is too much', () => {
    const random = seededRandom(4, 0);
    const light = (x: number, y: number): number => 0.5 + 0.3 * x + 0.2 * y;
    for (const empty of [
      page(100, 100, []),
      page(300, 200, [], {paper: 0}),
      page(300, 200, [], {paper: 200, light}),
      page(300, 200, [], {paper: 200, noise: 9, light}, random),
      page(1, 1, []),
    ]) {
      assert.equal(findDigits(empty).none, 'blank');
    }
    const dust = {stamp: {width: 3, height: 3, ink: new Float32Array(9).fill(1)}, x: 50, y: 50};
    assert.equal(findDigits(page(200, 200, [dust])).none, 'other');
    const values = Float32Array.from({length: 600 * 600}, (_, place) => {
      const [x, y] = [place % 600, Math.floor(place / 600)];
      const inside = Math.min(x, y) > 60 && Math.max(x, y) < 540;
      return inside && x % 6 < 3 && y % 6 < 3 ? 0 : 255;
    });
    assert.equal(findDigits({width: 600, height: 600, values}).none, 'crowded');
  });
});
