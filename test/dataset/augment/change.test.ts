import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Change, changesOf} from '../../../source/dataset/augment/change.js';

const digits = 20_000;
const drawn = (seed: number, epoch: number): Change[] =>
  Array.from({length: digits}, (_, index) => changesOf(seed, epoch)(index));
const degrees = ({halfTurn}: Change): number => (2 * Math.atan(halfTurn) * 180) / Math.PI;

describe('what train images are changed by', () => {
  const all = drawn(1, 1);

  it('stays within its limits, comes near them, and is on average in their middle', () => {
    for (const [name, of, least, most] of [
      ['turn', degrees, -15, 15],
      ['shift to the right', ({right}: Change) => right, -2, 2],
      ['shift down', ({down}: Change) => down, -2, 2],
      ['width', ({width}: Change) => width, 0.81, 1.21],
      ['height', ({height}: Change) => height, 0.81, 1.21],
      ['shear', ({shear}: Change) => shear, -0.15, 0.15],
      ['stroke', ({stroke}: Change) => stroke, -0.5, 1],
    ] as const) {
      const values = all.map(of);
      const range = most - least;
      assert.ok(
        values.every(value => value >= least - 1e-9 && value <= most + 1e-9),
        name,
      );
      assert.ok(Math.min(...values) < least + range / 50 && Math.max(...values) > most - range / 50, name);
      const mean = values.reduce((sum, value) => sum + value, 0) / digits;
      // Size and stretch are multiplied, by 1 on average.
      const middle = name === 'width' || name === 'height' ? 1 : (least + most) / 2;
      assert.ok(Math.abs(mean - middle) < range / 60, `${name}: mean ${mean}`);
    }
  });

  it('has strokes in steps of 1/256 pixel', () => {
    assert.ok(all.every(({stroke}) => Number.isInteger(stroke * 256)));
  });

  it('is the same for the same seed, epoch and index, whichever is asked for first', () => {
    const changeOf = changesOf(1, 1);
    for (let index = digits - 1; index >= 0; index -= 997) assert.deepEqual(changeOf(index), all[index]);
  });

  it('is another one for every seed, epoch and index, and none has to do with another', () => {
    const turns = (changes: readonly Change[]): number[] => changes.map(degrees);
    const sets = [turns(all), turns(drawn(1, 2)), turns(drawn(2, 1)), turns(drawn(2, 2))];
    assert.ok(new Set(sets.flat()).size > 0.99 * sets.flat().length);
    const shifted = [...sets[0].slice(1), sets[0][0]];
    for (const other of [...sets.slice(1), shifted, all.map(({shear}) => shear)]) {
      assert.ok(Math.abs(correlation(sets[0], other)) < 0.03);
    }
  });
});

function correlation(first: readonly number[], second: readonly number[]): number {
  const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, at) => sum + x * b[at], 0);
  return product(first, second) / Math.sqrt(product(first, first) * product(second, second));
}
