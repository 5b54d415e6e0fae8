import assert from 'node:assert/strict';
import {it} from 'node:test';
import {leadOf} from '../../source/network/lead.js';
import {forward} from '../../source/network/reference.js';
import {withoutUnits} from '../../source/network/switched-off.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

const weights = readOracle().weightsAfter(468);
const {test} = mnist();
const image = (index: number): Uint8Array => test.images.subarray(index * 784, (index + 1) * 784);

it('a unit adds to the lead what the lead loses without it', () => {
  for (const index of [0, 3, 8, 247]) {
    const {activations, scores} = forward(weights, image(index));
    const {answer, runnerUp, lead, units} = leadOf(weights, activations, scores);
    const sorted = [...scores].toSorted((one, other) => other - one);
    assert.deepEqual([scores[answer], scores[runnerUp]], sorted.slice(0, 2));
    for (const {unit, part} of units) {
      const left = forward(withoutUnits(weights, [unit]), image(index)).scores;
      assert.ok(Math.abs(lead - (left[answer] - left[runnerUp]) - part) < 1e-9, `unit ${unit} of digit ${index}`);
    }
  }
});

it('the parts of all units and the biases add up to the lead, the widest first', () => {
  for (let index = 0; index < 300; index++) {
    const {activations, scores} = forward(weights, image(index));
    const {lead, units, biases} = leadOf(weights, activations, scores);
    const sum = units.reduce((all, {part}) => all + part, biases);
    assert.ok(lead >= 0 && Math.abs(sum - lead) < 1e-9, `digit ${index}: ${sum} for ${lead}`);
    assert.equal(units.length, activations.filter(value => value > 0).length);
    const sizes = units.map(({part}) => Math.abs(part));
    assert.deepEqual(
      sizes,
      sizes.toSorted((one, other) => other - one),
    );
  }
});

it('a unit that is switched off has no part', () => {
  const {activations, scores} = forward(weights, image(0));
  const [first] = leadOf(weights, activations, scores).units;
  const left = withoutUnits(weights, [first.unit]);
  const pass = forward(left, image(0));
  const {units, lead, biases} = leadOf(left, pass.activations, pass.scores);
  assert.ok(units.every(({unit}) => unit !== first.unit));
  assert.ok(Math.abs(units.reduce((all, {part}) => all + part, biases) - lead) < 1e-9);
});
