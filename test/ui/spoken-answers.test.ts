import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {spokenLines} from '../../source/ui/spoken-lines.js';
import {acted, ended, idle, network, told, training} from '../helpers/state.js';

/** What is said when the user's actions follow a state, all in one; and when the worker's events do. */
const onActions = (state: State, ...actions: readonly Action[]): string[] =>
  spokenLines(state, acted(state, ...actions));
const onEvents = (state: State, ...events: readonly TrainingEvent[]): string[] =>
  spokenLines(state, told(state, ...events));

describe('the answer, to a screen reader', () => {
  const wrong = 'answer 4, wrong, score 0.90';
  /** The same answer as that of `network(4)`, with another score. */
  const surer = {
    ...network(4),
    weights: {...network(4).weights, outputBias: Float32Array.of(0, 0, 0, 0, 0.95, 0, 0, 0, 0, 0)},
  };

  it('is told when it is shown, and for each digit anew', () => {
    const waiting = acted(idle, {type: 'predict'});
    assert.deepEqual(onEvents(waiting, network(4)), [`${wrong}; weights are random`]);
    const answered = told(waiting, network(4));
    assert.deepEqual(onActions(answered, {type: 'move', by: 4}), [
      'test 4: label 4',
      'answer 4, right, score 0.90; weights are random',
    ]);
    assert.deepEqual(onActions(answered, {type: 'predict'}), ['p shows the answer']);
  });

  it('is told while the network is trained when it is another, and once more at the end', () => {
    const watched = acted(told(training, network(4)), {type: 'predict'});
    assert.deepEqual(onEvents(watched, surer), []);
    assert.deepEqual(onEvents(watched, network(0)), ['answer 0, right, score 0.90']);
    assert.deepEqual(onEvents(watched, ...ended('epochs', 20)), [
      'Training ended: all epochs done, 20 epochs, last run 3.0 s',
      wrong,
    ]);
    const done = told(watched, ...ended('epochs', 20));
    assert.deepEqual(onEvents(done, surer), ['answer 4, wrong, score 0.95']);
    assert.deepEqual(onEvents(done, network(4)), []);
    assert.deepEqual(onActions(done, {type: 'train'}), ['starting', 'one more epoch: epoch 21']);
  });
});
