import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {unchanged} from '../../../source/dataset/augment/change.js';
import {Changer} from '../../../source/dataset/augment/changer.js';
import {allDamages, damaged, isNone} from '../../../source/dataset/augment/damage.js';
import {mnist} from '../../helpers/mnist.js';
import {plainChange} from '../../helpers/plain-change.js';

const changer = await Changer.create();
const count = 60;
const images = mnist().test.images.subarray(0, 784 * count);
const imageOf = (all: Uint8Array, index: number): Uint8Array => all.subarray(784 * index, 784 * index + 784);

describe('damage', () => {
  it('of every kind has one amount that leaves the digits as they are, and others that do not', () => {
    const kinds = new Set(allDamages.map(({kind}) => kind));
    assert.deepEqual([...kinds], ['noise', 'shift', 'turn', 'scale', 'stroke']);
    for (const kind of kinds) assert.equal(allDamages.filter(each => each.kind === kind && isNone(each)).length, 1);
    for (const each of allDamages) {
      const same = Buffer.compare(damaged(changer, images, each), images) === 0;
      assert.equal(same, isNone(each), JSON.stringify(each));
    }
  });

  it('shifts to the right, down, to the left and up, a quarter of the digits each', () => {
    const found = damaged(changer, images, {kind: 'shift', amount: 3});
    for (const [index, right, down] of [
      [0, 3, 0],
      [1, 0, 3],
      [2, -3, 0],
      [3, 0, -3],
      [42, -3, 0],
    ]) {
      const wanted = plainChange(imageOf(images, index), {...unchanged, right, down}).map(Math.round);
      assert.deepEqual([...imageOf(found, index)], wanted);
    }
  });

  it('turns by degrees clockwise: what lay to the right of the middle lies below it', () => {
    const dot = new Uint8Array(784);
    dot[13 * 28 + 20] = 255;
    const found = damaged(changer, dot, {kind: 'turn', amount: 90});
    assert.deepEqual([found.indexOf(255), found.filter(value => value > 0).length], [20 * 28 + 14, 1]);
  });

  it('makes digits larger, and strokes thicker', () => {
    const ink = (all: Uint8Array): number =>
      all.reduce((sum, value) => sum + value, 0) / images.reduce((a, b) => a + b);
    const inkOf = (kind: 'scale' | 'stroke', amount: number): number => ink(damaged(changer, images, {kind, amount}));
    assert.ok(Math.abs(inkOf('scale', 0.8) - 0.64) < 0.01);
    assert.ok(inkOf('scale', 1.2) > 1.4);
    const strokes = [-1, -0.5, 0, 0.5, 1].map(amount => inkOf('stroke', amount));
    assert.deepEqual(
      strokes,
      strokes.toSorted((a, b) => a - b),
    );
  });

  it('adds noise of the deviation that is said', () => {
    const grey = new Uint8Array(784 * 20).fill(128);
    for (const amount of [0.05, 0.1]) {
      const found = damaged(changer, grey, {kind: 'noise', amount});
      const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
      const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / found.length;
      assert.ok(Math.abs(mean - 128) < 1);
      assert.ok(Math.abs(Math.sqrt(variance) / (255 * amount) - 1) < 0.03);
      assert.notDeepEqual(imageOf(found, 0), imageOf(found, 1));
    }
  });

  it('does the same to a digit whatever else is wanted', () => {
    for (const each of allDamages) {
      const part = damaged(changer, images, each, [7, 33]);
      const wanted = damaged(changer, images, each);
      assert.deepEqual(part.subarray(784 * 7, 784 * 33), wanted.subarray(784 * 7, 784 * 33));
      assert.ok(part.subarray(784 * 33).every(value => value === 0));
    }
  });
});
