import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isTrained, openRun} from '../../source/state/runs.js';
import {chosenDigit, phaseOf, prediction} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {
  acted,
  ended,
  epochDone,
  idle,
  loaded,
  network,
  opened,
  progress,
  start,
  started,
  status,
  told,
  training,
} from '../helpers/state.js';

describe('the phase', () => {
  const phases = (state: State, ...events: TrainingEvent[]): string[] =>
    events.map((_, index) => phaseOf(told(state, ...events.slice(0, index + 1))));
  const asked = acted(idle, {type: 'train'});

  it('goes from loading over starting and training back to ready', () => {
    assert.equal(phaseOf(start), 'loading');
    assert.deepEqual(phases(start, loaded.test, status, opened), ['loading', 'ready', 'ready']);
    assert.equal(phaseOf(asked), 'starting');
    assert.deepEqual(phases(asked, ...started(), progress(1, 1), epochDone(1), ...ended('epochs', 1)), [
      'training',
      'training',
      'training',
      'training',
      'ready',
      'ready',
    ]);
  });

  it('remembers that training was asked for while the dataset was loading', () => {
    const early = acted(start, {type: 'train'});
    assert.equal(phaseOf(early), 'starting');
    assert.deepEqual(phases(early, status, ...started()), ['starting', 'training', 'training']);
  });

  it('is stopping until the stretch has ended, and starting when another is asked for meanwhile', () => {
    const stopping = acted(training, {type: 'train'});
    assert.deepEqual(phases(stopping, progress(1, 300), epochDone(1), ...ended('stopped', 1)), [
      'stopping',
      'stopping',
      'ready',
      'ready',
    ]);
    const again = acted(stopping, {type: 'train'});
    assert.deepEqual(phases(again, ...ended('stopped', 1), ...started(2)), [
      'starting',
      'starting',
      'training',
      'training',
    ]);
  });

  it('is ready when what was to stop before it began never begins', () => {
    assert.equal(phaseOf(acted(asked, {type: 'train'})), 'ready');
  });

  it('is that of another stretch when one that is not wanted any more was begun', () => {
    const stopped = acted(asked, {type: 'train'});
    assert.deepEqual(phases(stopped, ...started(), ...ended('stopped', 0)), ['stopping', 'stopping', 'ready', 'ready']);
  });

  it('is failed when the worker cannot go on, with the reason', () => {
    const failed = told(training, {type: 'failed', message: 'out of memory', expected: false, stack: ''});
    assert.deepEqual([phaseOf(failed), failed.screen.notice], ['failed', 'out of memory']);
  });
});

describe('the chosen digit', () => {
  it('is not there while its split is loading', () => {
    assert.equal(chosenDigit(start), undefined);
    assert.equal(chosenDigit(told(start, loaded.train)), undefined);
  });

  it('has its pixels and its label', () => {
    const images = new Uint8Array(3 * 784);
    images.fill(9, 2 * 784);
    const data = {count: 3, images, labels: Uint8Array.of(4, 5, 6)};
    const state = acted(told(start, {type: 'split-loaded', split: 'test', data}), {type: 'move', by: 2});
    const chosen = chosenDigit(state);
    assert.equal(chosen?.label, 6);
    assert.deepEqual(chosen.pixels, new Uint8Array(784).fill(9));
  });
});

describe('the prediction', () => {
  it('is the answer and the scores of the newest weights, once they are there', () => {
    assert.equal(prediction(idle), undefined);
    const {answer, scores = []} = prediction(told(idle, network(2), network(7))) ?? {};
    assert.equal(answer, 7);
    assert.deepEqual(
      scores.map(score => score.toFixed(3)),
      ['0.100', '0.100', '0.100', '0.100', '0.100', '0.100', '0.100', '0.900', '0.100', '0.100'],
    );
  });

  it('is that of the digit that is chosen, of the split that is chosen', () => {
    // One hidden unit counts the ink, and the answer is 1 where there is more than a pixel of it.
    const weights = {
      activation: 'relu' as const,
      hiddenWeight: new Float32Array(784).fill(1),
      hiddenBias: Float32Array.of(-1),
      outputWeight: Float32Array.from({length: 10}, (_, digit) => (digit === 1 ? 1 : 0)),
      outputBias: Float32Array.from({length: 10}, (_, digit) => (digit === 0 ? 0.5 : 0)),
    };
    const images = new Uint8Array(2 * 784);
    images.fill(255, 784, 784 + 3);
    const data = {count: 2, images, labels: Uint8Array.of(0, 1)};
    const state = told(
      start,
      ...(['test', 'train'] as const).map(split => ({type: 'split-loaded', split, data}) as const),
      {type: 'network', run: 1, step: 0, weights},
    );
    const answers = ([] as (number | undefined)[]).concat(
      prediction(state)?.answer,
      prediction(acted(state, {type: 'move', by: 1}))?.answer,
      prediction(acted(state, {type: 'move', by: 1}, {type: 'switch-split'}))?.answer,
      prediction(state)?.answer,
    );
    assert.deepEqual(answers, [0, 1, 1, 0]);
  });

  it('is worked out once for the same weights and digit', () => {
    const state = told(idle, network(3));
    assert.equal(prediction(state), prediction(told(state, progress(1, 1))));
  });

  it('is gone when another run begins, until its weights are there', () => {
    const state = acted(told(idle, network(3)), {type: 'reset', to: 'next'});
    assert.equal(prediction(state), undefined);
    assert.equal(prediction(told(state, network(3))), undefined);
    assert.equal(prediction(told(state, network(4, 2)))?.answer, 4);
  });
});

describe('whether the weights are trained', () => {
  const trained = (state: State): boolean => isTrained(openRun(state.runs));

  it('is no at first, yes from the first step on, and no again in another run', () => {
    assert.deepEqual([start, idle, acted(idle, {type: 'train'}), training].map(trained), [false, false, false, true]);
    const done = told(training, epochDone(1), ...ended('stopped', 1));
    assert.equal(trained(done), true);
    assert.equal(trained(acted(done, {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'})), false);
  });

  it('is yes for weights from a checkpoint', () => {
    assert.equal(trained(told(start, {...opened, trained: true})), true);
  });
});
