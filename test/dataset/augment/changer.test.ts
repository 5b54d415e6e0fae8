import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Change, changesOf, unchanged} from '../../../source/dataset/augment/change.js';
import {Changer} from '../../../source/dataset/augment/changer.js';
import {mnist, noiseDataset} from '../../helpers/mnist.js';
import {plainChange} from '../../helpers/plain-change.js';

const changer = await Changer.create();
const {images} = mnist().test;
const some = images.subarray(0, 784 * 300);
const pixelsOf = (all: Uint8Array, index: number): Uint8Array => all.subarray(784 * index, 784 * index + 784);

/** The images first to end as they are after a change, each at its place in an array that was full of ink. */
function changed(all: Uint8Array, change: (index: number) => Change, first = 0, end = all.length / 784): Uint8Array {
  const result = new Uint8Array(all.length).fill(255);
  changer.change(all, [first, end], change, result);
  return result;
}

/** How many grey levels an image is away from what plain arithmetic makes of it, pixel by pixel. */
function levelsOff(all: Uint8Array, index: number, found: Uint8Array, change: Change): number[] {
  const wanted = plainChange(pixelsOf(all, index), change);
  return [...pixelsOf(found, index)].map((value, place) => Math.abs(value - Math.round(wanted[place])));
}

describe('a changed image', () => {
  it('is what sine and cosine say, within one grey level, for changes that are trained on', () => {
    const change = changesOf(7, 3);
    const found = changed(some, change);
    const off = Array.from({length: 300}, (_, index) => levelsOff(some, index, found, change(index)));
    for (const [index, levels] of off.entries()) assert.ok(Math.max(...levels) <= 1, `digit ${index}`);
    // Nearly all are exactly that: the others lie near the middle of two levels.
    const sum = off.flat().reduce((all, level) => all + level, 0);
    assert.ok(sum < 0.05 * off.flat().length, `${sum} levels in all`);
  });

  const alone: Partial<Change>[] = [
    {halfTurn: Math.tan(Math.PI / 8)},
    {halfTurn: -Math.tan(Math.PI / 8)},
    {halfTurn: 1},
    {width: 0.5},
    {height: 1.7},
    {shear: 0.6},
    {right: -4.25},
    {down: 30},
    {stroke: 2},
    {stroke: 1.5},
    {stroke: -1.25},
    {halfTurn: 0.7, width: 1.5, height: 0.6, shear: -0.4, right: 3, down: -2.5, stroke: 2},
  ];
  for (const part of alone) {
    it(`is so as well, on digits and on images full of ink, for ${JSON.stringify(part)}`, () => {
      const change = {...unchanged, ...part};
      for (const all of [some, noiseDataset(70, 1, 9).train.images, new Uint8Array(784 * 70).fill(255)]) {
        const found = changed(all, () => change);
        for (const index of [0, 61, 69]) assert.ok(Math.max(...levelsOff(all, index, found, change)) <= 1);
      }
    });
  }

  it('is the image itself where nothing is changed, byte for byte', () => {
    const same = changed(images, () => unchanged);
    assert.equal(Buffer.compare(same, Uint8Array.from(images)), 0);
  });

  it('is moved by whole pixels byte for byte, and what leaves the image is lost', () => {
    const found = pixelsOf(
      changed(some, () => ({...unchanged, right: 9, down: -2})),
      0,
    );
    const wanted = Array.from({length: 784}, (_, place) => {
      const [column, row] = [(place % 28) - 9, Math.floor(place / 28) + 2];
      return column < 0 || row > 27 ? 0 : images[row * 28 + column];
    });
    assert.ok(wanted.some(value => value > 0));
    assert.deepEqual([...found], wanted);
  });

  it('stays blank where there is no ink', () => {
    const blank = changed(new Uint8Array(784), () => ({...unchanged, stroke: 1, width: 2}));
    assert.ok(blank.every(value => value === 0));
  });

  it('does not depend on which others are changed with it, and no other is touched', () => {
    const change = changesOf(1, 1);
    const part = changed(some, change, 70, 190);
    assert.deepEqual(part.subarray(784 * 70, 784 * 190), changed(some, change).subarray(784 * 70, 784 * 190));
    assert.ok(part.subarray(0, 784 * 70).every(value => value === 255));
    assert.ok(part.subarray(784 * 190).every(value => value === 255));
  });
});
