import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {forward} from '../../source/network/reference.js';
import {chosenUnit, insideOf, orderedUnits} from '../../source/state/inside.js';
import {frameStates} from '../helpers/frame-states.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {acted, idle, opened, status, told} from '../helpers/state.js';

const {training} = frameStates;
const {train, test} = mnist();
const weights = readOracle().weightsAfter(468);

describe('hidden units', () => {
  it('are switched off and on one by one, and all on at once', () => {
    const off = acted(training, {type: 'switch-unit', unit: 41}, {type: 'switch-unit', unit: 3});
    assert.deepEqual(off.units.off, [3, 41]);
    assert.deepEqual(acted(off, {type: 'switch-unit', unit: 3}).units.off, [41]);
    assert.deepEqual(acted(off, {type: 'all-units-on'}).units.off, []);
  });

  it('are all on when another run begins', () => {
    const off = acted(idle, {type: 'switch-unit', unit: 41});
    const next = acted(off, {type: 'reset', to: 'next'});
    assert.deepEqual([next.runs.open, next.units.off], [2, []]);
    // While it is asked whether trained weights may go, nothing has gone.
    const asked = acted(training, {type: 'switch-unit', unit: 41}, {type: 'reset', to: 'next'});
    assert.deepEqual([asked.screen.question?.to, asked.units.off], ['next', [41]]);
  });

  it('are chosen among those that there are', () => {
    assert.equal(acted(training, {type: 'choose-unit', unit: 200}).units.chosen, 127);
    assert.equal(acted(training, {type: 'choose-unit', unit: -1}).units.chosen, 0);
    const small = told(acted(idle, {type: 'choose-unit', unit: 100}), opened, {
      ...status,
      settings: {hidden: 16, activation: 'relu' as const, seed: 1},
    });
    assert.equal(chosenUnit(small), 0);
  });

  it('have the values of the reference for the chosen digit', () => {
    for (const index of [0, 1, 8]) {
      const values = insideOf(acted(training, {type: 'move-to', index}))?.activations ?? [];
      const expected = forward(weights, test.images.subarray(index * 784, (index + 1) * 784)).activations;
      assert.equal(values.length, 128);
      for (const [unit, value] of expected.entries()) assert.ok(Math.abs(value - values[unit]) < 1e-9);
    }
  });
});

describe('the order of the hidden units', () => {
  it('is that of their numbers, of their values now, of their shares of digits, and that of their numbers again', () => {
    const now = acted(training, {type: 'order-units'});
    const share = acted(now, {type: 'order-units'});
    assert.deepEqual(
      [training, now, share, acted(share, {type: 'order-units'})].map(({units}) => units.order),
      ['index', 'now', 'share', 'index'],
    );
    assert.deepEqual(
      orderedUnits(training),
      Array.from({length: 128}, (_, unit) => unit),
    );
    const values = forward(weights, test.images.subarray(0, 784)).activations;
    const sorted = orderedUnits(now).map(unit => values[unit]);
    assert.deepEqual(
      sorted,
      [...values].toSorted((one, other) => other - one),
    );
  });

  it('by shares counts the first 2,000 train digits for which a unit is above 0', () => {
    const share = acted(training, {type: 'order-units'}, {type: 'order-units'});
    const counts = new Array<number>(128).fill(0);
    for (let index = 0; index < 2000; index++) {
      const {activations} = forward(weights, train.images.subarray(index * 784, (index + 1) * 784));
      for (const [unit, value] of activations.entries()) if (value > 0) counts[unit]++;
    }
    const sorted = orderedUnits(share).map(unit => counts[unit]);
    assert.deepEqual(
      sorted,
      counts.toSorted((one, other) => other - one),
    );
    assert.equal(share.units.chosen, orderedUnits(share)[0]);
  });
});
