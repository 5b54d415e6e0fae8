import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {zeroParameters} from '../../source/network/network-state.js';
import type {State} from '../../source/state/state.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {acted, ended, idle, network, told} from '../helpers/state.js';

/** The network after so many steps, with what the optimiser remembers. */
const whole = (step: number): TrainingEvent => ({
  ...network(step % 10),
  step,
  optimiser: {firstMoment: zeroParameters(1), secondMoment: zeroParameters(1)},
});
const plain = (step: number): TrainingEvent => ({...network(step % 10), step});
const steppedIn = ({runs}: State): number | undefined => runs.list.at(-1)?.stepped?.step;

describe('the newest single step', () => {
  it('is known when both sides of it were told with what the optimiser remembers', () => {
    const after = told(idle, whole(4), whole(5));
    assert.equal(steppedIn(after), 5);
    const {before} = after.runs.list[0].stepped ?? {};
    assert.deepEqual(before?.weights, network(4).weights);
    assert.equal(steppedIn(told(after, whole(6))), 6);
    assert.equal(steppedIn(told(after, whole(5))), 5);
  });

  it('is not known after several steps, or while training goes on', () => {
    assert.equal(steppedIn(told(idle, whole(4))), undefined);
    assert.equal(steppedIn(told(idle, whole(4), whole(6))), undefined);
    assert.equal(steppedIn(told(idle, plain(4), whole(5))), undefined);
    assert.equal(steppedIn(told(idle, whole(4), whole(5), plain(6))), undefined);
  });

  it('is forgotten with its run, and when the run has gone back', () => {
    const stepped = told(idle, whole(4), whole(5));
    assert.equal(acted(stepped, {type: 'reset', to: 'next'}).runs.list[0].stepped, undefined);
    const progress = {type: 'progress', run: 1, epoch: 1, step: 5, steps: 468, total: 5} as const;
    const going = told(stepped, {...progress, losses: new Float32Array(1), imagesPerSecond: 1});
    assert.equal(steppedIn(told(going, ...ended('diverged', 0))), undefined);
  });
});
