import assert from 'node:assert/strict';
import {it} from 'node:test';
import {forward} from '../../source/network/reference.js';
import {costOf, costOfOff} from '../../source/state/cost.js';
import {surveyOf} from '../../source/state/surveys.js';
import {frameStates} from '../helpers/frame-states.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {acted} from '../helpers/state.js';

/** Counts with so many right answers to each of ten digits of 100 images; the wrong ones are taken for the next digit. */
const confusion = (right: readonly number[]): number[] =>
  right.flatMap((count, label) =>
    right.map((_, answer) => (answer === label ? count : answer === (label + 1) % 10 ? 100 - count : 0)),
  );

it('the cost names the digit that loses most, of those that lose', () => {
  const all = {accuracy: 0.95, confusion: confusion([99, 99, 90, 95, 95, 95, 95, 95, 95, 95])};
  const without = {accuracy: 0.94, confusion: confusion([98, 90, 85, 97, 95, 95, 95, 95, 95, 95])};
  assert.deepEqual(costOf(all, without), {accuracy: [0.95, 0.94], worst: {digit: 1, share: [0.99, 0.9]}});
  assert.equal(costOf(all, all).worst, undefined);
  // A digit that is in no image cannot lose.
  const none = {...all, confusion: all.confusion.map((count, place) => (place < 10 ? 0 : count))};
  assert.equal(costOf(none, {...without, confusion: none.confusion}).worst, undefined);
});

it('the cost is what the reference finds with the output weights of the units at 0', () => {
  const {manyOff} = frameStates;
  const {test} = mnist();
  const survey = surveyOf(manyOff, 'test');
  assert.ok(survey !== undefined);
  const done = 400;
  const part = acted({...manyOff, surveys: {}}, {type: 'surveyed', survey: {...survey, done}});
  const weights = readOracle().weightsAfter(468);
  const left = {
    ...weights,
    outputWeight: weights.outputWeight.map((value, place) => (manyOff.units.off.includes(place % 128) ? 0 : value)),
  };
  const rights = [weights, left].map(each => {
    const right = new Array<number>(10).fill(0);
    for (let index = 0; index < done; index++) {
      const scores = [...forward(each, test.images.subarray(index * 784, (index + 1) * 784)).scores];
      const label = test.labels[index];
      if (scores.indexOf(Math.max(...scores)) === label) right[label]++;
    }
    return right;
  });
  const counts = Array.from(
    {length: 10},
    (_, digit) => test.labels.subarray(0, done).filter(label => label === digit).length,
  );
  const sum = (right: readonly number[]): number => right.reduce((all, count) => all + count, 0);
  const losses = counts.map((count, digit) => (rights[0][digit] - rights[1][digit]) / count);
  const worst = losses.indexOf(Math.max(...losses));
  assert.notDeepEqual(rights[1], rights[0]);
  assert.deepEqual(costOfOff(part), {
    accuracy: rights.map(right => sum(right) / done),
    worst: {digit: worst, share: rights.map(right => right[worst] / counts[worst])},
    done,
    count: 10_000,
  });
});

it('there is no cost while all are on', () => {
  assert.equal(costOfOff(frameStates.training), undefined);
  assert.equal(costOfOff(acted(frameStates.unitsOff, {type: 'all-units-on'})), undefined);
});
