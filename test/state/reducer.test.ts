import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Action} from '../../source/state/reducer.js';
import {after, epochDone, loaded, progress, scoresOf, training} from '../helpers/state.js';

it('a state is never changed, only replaced', () => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  const state = after(training, epochDone(1, [1]), scoresOf('test', 0, 3));
  freeze(state);
  const actions: Action[] = [
    {type: 'move', by: 1},
    {type: 'switch-split'},
    {type: 'ask-index'},
    progress(2, 1),
    epochDone(2, [2]),
    scoresOf('test', 1, 4),
    {type: 'reset-done', seed: 2},
    loaded.train,
  ];
  for (const action of actions) assert.notEqual(after(state, action), state);
  assert.deepEqual(state.history.epochs.length, 1);
});
