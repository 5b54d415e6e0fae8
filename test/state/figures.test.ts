import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {figuresOf} from '../../source/state/figures.js';
import {firstDigits} from '../../source/state/first-digits.js';
import type {State} from '../../source/state/state.js';
import {acted, epochDone, idle, loaded, momentAt, network, opened, runOptions, start, told} from '../helpers/state.js';

const at = (step: number, accuracy: number, epoch = Math.floor(step / 468)) =>
  ({type: 'moment', run: 1, ...momentAt(step, accuracy), epoch}) as const;
const end = (epoch: number, accuracy: number) => [at(epoch * 468, accuracy), {...epochDone(epoch), accuracy}] as const;
const points = (state: State): string | undefined => figuresOf(state)?.change?.toFixed(1);

describe('the figures', () => {
  it('are those of the newest moment: accuracy, and how many are wrong', () => {
    assert.equal(figuresOf(idle), undefined);
    const {accuracy, wrong, count, step} = figuresOf(told(idle, network(1), at(0, 0.1), at(10, 0.83))) ?? {};
    assert.deepEqual([accuracy, wrong, count, step], [0.83, 17, 100, 10]);
  });

  it('change against step 0 in the first epoch, then against the epoch before', () => {
    const first = told(idle, {...network(1), step: 9999}, at(0, 0.1), at(10, 0.3));
    assert.equal(points(first), '20.0');
    assert.equal(points(told(first, at(5, 0.25))), '20.0');
    assert.equal(points(told(idle, network(1), at(0, 0.1))), undefined);
    const second = told(first, ...end(1, 0.9), ...end(2, 0.95));
    assert.equal(points(second), '5.0');
    assert.equal(points(told(second, at(1000, 0.96, 2))), '1.0');
    assert.equal(points(acted(second, {type: 'earlier'}, {type: 'earlier'}, {type: 'earlier'})), '20.0');
  });

  it('are those of the last epoch in a run that goes on and has no moments yet', () => {
    const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};
    const history = [
      {...epochDone(1), accuracy: 0.9},
      {...epochDone(2), accuracy: 0.92},
    ];
    const resumed = {file: 'a.npz', dataset: 'MNIST', epochs: 2, stepInEpoch: 0, settings, history};
    const state = told(idle, {...opened, trained: true, resumed});
    assert.deepEqual([figuresOf(state)?.accuracy, points(state)], [0.92, '2.0']);
  });

  it('are not known of a moment that has not been evaluated', () => {
    const state = told(idle, {...network(1), step: 99}, at(0, 0.1), {...at(10, 0), found: undefined});
    assert.equal(figuresOf(acted(state, {type: 'earlier'})), undefined);
  });
});

describe('the first digits', () => {
  it('are 24 of the chosen split with the answers of the weights that are looked at', () => {
    assert.deepEqual(firstDigits(idle), []);
    const labels = Uint8Array.from({length: 100}, (_, index) => index % 10);
    const data = {...loaded.test.data, labels};
    const state = told(start, {...loaded.test, data}, network(3));
    assert.deepEqual(
      firstDigits(state).map(({answer}) => answer),
      new Array(24).fill(3),
    );
    assert.deepEqual(
      firstDigits(state).flatMap(({isRight}, index) => (isRight ? [index] : [])),
      [3, 13, 23],
    );
    assert.deepEqual(
      firstDigits(told(state, network(5)))
        .map(({isRight}) => isRight)
        .indexOf(true),
      5,
    );
  });
});
