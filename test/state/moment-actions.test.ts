import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {lookedAt, prediction, scoreHistory} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {acted, momentAt, network, told, training} from '../helpers/state.js';

/** A moment whose network answers every digit with its step. */
const answers = (step: number, isFound = true): TrainingEvent => ({
  type: 'moment',
  run: 1,
  ...momentAt(step, step / 10),
  weights: network(step).weights,
  ...(isFound ? {} : {found: undefined}),
});

const state = told(training, answers(0), answers(2), answers(5, false), {...network(9), step: 9});
const earlier = {type: 'earlier'} as const;
const later = {type: 'later'} as const;
const steps = (start: State, ...actions: (typeof earlier | typeof later)[]): unknown[] =>
  actions.map((_, index) => acted(start, ...actions.slice(0, index + 1)).runs.looking);

describe('walking in time', () => {
  it('goes from the newest weights to earlier moments and back, past the last to the newest weights', () => {
    assert.deepEqual(steps(state, earlier, earlier, earlier, earlier, later, later, later, later), [
      5,
      2,
      0,
      0,
      2,
      5,
      undefined,
      undefined,
    ]);
  });

  it('says so where there is nothing earlier, and where the newest weights are looked at already', () => {
    const first = acted(state, earlier, earlier, earlier);
    assert.equal(first.screen.notice, undefined);
    assert.equal(acted(first, earlier).screen.notice, 'nothing earlier');
    assert.equal(acted(state, later).screen.notice, 'the newest already');
  });

  it('shows the answer and the evaluation of the moment', () => {
    const now = lookedAt(state);
    assert.deepEqual([now?.isLive, now?.step, prediction(state)?.answer, now?.found?.accuracy], [true, 9, 9, 0.2]);
    const before = acted(state, earlier, earlier);
    const then = lookedAt(before);
    assert.deepEqual([then?.isLive, then?.step, prediction(before)?.answer, then?.found?.accuracy], [false, 2, 2, 0.2]);
  });

  it('stays at its moment while training goes on', () => {
    const looking = acted(state, earlier);
    const after = told(looking, answers(7), {...network(8), step: 8});
    assert.deepEqual([after.runs.looking, prediction(after)?.answer], [5, 5]);
    assert.equal(acted(after, later).runs.looking, 7);
  });

  it('ends when the network is trained, paused or taken a step on, or another run begins', () => {
    for (const type of ['train', 'pause', 'step'] as const) {
      assert.equal(acted(state, earlier, {type}).runs.looking, undefined, type);
    }
    assert.equal(
      acted(state, earlier, {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'}).runs.looking,
      undefined,
    );
  });

  it('has the scores of the chosen digit at each moment and now', () => {
    const history = scoreHistory(state);
    assert.deepEqual(
      history.map(({step, scores}) => [step, scores.indexOf(Math.max(...scores))]),
      [
        [0, 0],
        [2, 2],
        [5, 5],
        [9, 9],
      ],
    );
  });
});
