import assert from 'node:assert/strict';
import {it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {seededRandom} from '../../source/network/random.js';
import {forward} from '../../source/network/reference.js';
import {scoresWithout, survey, surveyAtOnce} from '../../source/network/survey.js';
import {withoutUnits} from '../../source/network/switched-off.js';

it('a survey has the scores of the reference, and rests in between', () => {
  const random = seededRandom(5, 0);
  const count = 120;
  // Most pixels are paper, as in real digits.
  const images = Uint8Array.from({length: count * 784}, () => (random.below(5) === 0 ? random.below(256) : 0));
  const {weights} = initialState(16, 3);
  const steps = survey(weights, images, 'hidden');
  let rests = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) rests++;
  assert.equal(rests, 2);
  const {done, scores, hidden} = step.value;
  assert.equal(done, count);
  assert.equal(scores.length, count * 10);
  for (let index = 0; index < count; index++) {
    const expected = forward(weights, images.subarray(index * 784, (index + 1) * 784));
    for (const [digit, score] of expected.scores.entries()) {
      assert.ok(Math.abs(score - (scores[index * 10 + digit] ?? Number.NaN)) < 1e-5, `digit ${index}`);
    }
    for (const [unit, value] of expected.activations.entries()) {
      assert.ok(Math.abs(value - (hidden[index * 16 + unit] ?? Number.NaN)) < 1e-5, `unit ${unit} of digit ${index}`);
    }
  }
});

it('the scores without some units are those of a network whose output weights from them are 0', () => {
  const random = seededRandom(6, 0);
  const count = 20;
  const images = Uint8Array.from({length: count * 784}, () => (random.below(5) === 0 ? random.below(256) : 0));
  const {weights} = initialState(16, 4);
  const off = [0, 3, 15];
  const left = scoresWithout(surveyAtOnce(weights, images, 'hidden'), weights, off);
  const outputWeight = weights.outputWeight.map((weight, place) => (off.includes(place % 16) ? 0 : weight));
  let changed = 0;
  for (let index = 0; index < count; index++) {
    const image = images.subarray(index * 784, (index + 1) * 784);
    const expected = forward({...weights, outputWeight}, image).scores;
    const whole = forward(weights, image).scores;
    for (const [digit, score] of expected.entries()) {
      assert.ok(Math.abs(score - left[index * 10 + digit]) < 1e-5, `digit ${index}`);
      if (Math.abs(score - whole[digit]) > 1e-3) changed++;
    }
    assert.deepEqual(forward(withoutUnits(weights, off), image).scores, expected);
  }
  assert.ok(changed > 20);
  assert.equal(withoutUnits(weights, []), weights);
});
