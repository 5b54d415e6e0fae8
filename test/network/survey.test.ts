import assert from 'node:assert/strict';
import {it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {seededRandom} from '../../source/network/random.js';
import {forward} from '../../source/network/reference.js';
import {surveyScores} from '../../source/network/survey.js';

it('a survey has the scores of the reference, and rests in between', () => {
  const random = seededRandom(5, 0);
  const count = 120;
  // Most pixels are paper, as in real digits.
  const images = Uint8Array.from({length: count * 784}, () => (random.below(5) === 0 ? random.below(256) : 0));
  const {weights} = initialState(16, 3);
  const survey = surveyScores(weights, images);
  let rests = 0;
  let step = survey.next();
  for (; step.done !== true; step = survey.next()) rests++;
  assert.equal(rests, 2);
  const scores = step.value;
  assert.equal(scores.length, count * 10);
  for (let index = 0; index < count; index++) {
    const expected = forward(weights, images.subarray(index * 784, (index + 1) * 784)).scores;
    for (const [digit, score] of expected.entries()) {
      assert.ok(Math.abs(score - (scores[index * 10 + digit] ?? Number.NaN)) < 1e-5, `digit ${index}`);
    }
  }
});
