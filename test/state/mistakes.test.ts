import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {walkOf} from '../../source/state/mistakes.js';
import type {State} from '../../source/state/state.js';
import {frameStates} from '../helpers/frame-states.js';
import {oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {acted, idle} from '../helpers/state.js';

/** PyTorch's mistakes after its first epoch, with the lead of the wrong answer over the next score. */
const expected = [...testLabels.keys()]
  .map(index => {
    const scores = oracleScores(index);
    const [first = 0, second = 0] = scores.toSorted((one, other) => other - one);
    return {index, isWrong: scores.indexOf(first) !== testLabels[index], lead: Math.fround(first - second)};
  })
  .filter(({isWrong}) => isWrong)
  .sort((one, other) => other.lead - one.lead || one.index - other.index)
  .map(({index}) => index);

/** Moments after the first epoch's end have its weights; this one is that. */
const {training} = frameStates;
const walk = (state: State, ...by: (1 | -1)[]): State =>
  acted(state, ...by.map(each => ({type: 'mistake', by: each}) as const));

describe('the mistakes', () => {
  it('are those of PyTorch, the widest lead first', () => {
    const mistakes = walkOf(training);
    assert.deepEqual([...(mistakes?.indices ?? [])], expected);
    assert.deepEqual([mistakes?.done, mistakes?.count], [10_000, 10_000]);
    assert.ok(expected.length > 400);
  });

  it('are walked in that order, round and round, from any other digit to the first', () => {
    const indices = [walk(training, 1), walk(training, 1, 1), walk(training, 1, 1, -1), walk(training, 1, -1)];
    assert.deepEqual(
      indices.map(({choice}) => choice.index),
      [expected[0], expected[1], expected[0], expected.at(-1)],
    );
    assert.equal(walk(training, -1).choice.index, expected[0]);
    assert.equal(walk(acted(training, {type: 'move-to', index: 1}), 1).choice.index, expected[0]);
  });

  it('are of the moment that is looked at', () => {
    const earlier = walkOf(frameStates.back)?.indices.length ?? 0;
    assert.ok(earlier > expected.length, `${earlier}`);
  });

  it('of the train split are those of the digits looked through so far, found once for all that show them', () => {
    const {ofTrain} = frameStates;
    const mistakes = walkOf(ofTrain);
    assert.deepEqual([mistakes?.done, mistakes?.count], [20_000, 60_000]);
    const {labels} = ofTrain.session.data.train ?? {labels: new Uint8Array()};
    const wrong = [...(mistakes?.indices ?? [])];
    assert.ok(
      wrong.length > 0 && wrong.every(index => index < 20_000 && mistakes?.found.answers[index] !== labels[index]),
    );
    assert.equal(ofTrain.choice.index, wrong[0]);
    assert.equal(walkOf(walk(ofTrain, 1))?.found, mistakes?.found);
  });

  it('are not there before an evaluation, and that is said', () => {
    const none = walk(idle, 1);
    assert.deepEqual(
      [walkOf(idle), none.choice.index, none.screen.notice],
      [undefined, 0, 'the digits are still being looked through'],
    );
  });
});
