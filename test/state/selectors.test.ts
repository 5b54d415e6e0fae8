import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RunState} from '../../source/state/run-state.js';
import {
  chosenDigit,
  isTrained,
  isTraining,
  nextEngine,
  prediction,
  secondsLeft,
  watchedDigit,
} from '../../source/state/selectors.js';
import {
  after,
  ended,
  epochDone,
  idle,
  loaded,
  progress,
  ready,
  scoresOf,
  start,
  started,
  training,
} from '../helpers/state.js';

describe('the chosen digit', () => {
  it('is not there while its split is loading', () => {
    assert.equal(chosenDigit(start), undefined);
    assert.equal(chosenDigit(after(start, loaded.train)), undefined);
  });

  it('has its pixels and its label', () => {
    const images = new Uint8Array(3 * 784);
    images.fill(9, 2 * 784);
    const data = {count: 3, images, labels: Uint8Array.of(4, 5, 6)};
    const state = after(start, {type: 'split-loaded', split: 'test', data}, {type: 'move', by: 2});
    const chosen = chosenDigit(state);
    assert.equal(chosen?.label, 6);
    assert.deepEqual(chosen.pixels, new Uint8Array(784).fill(9));
  });
});

describe('the prediction', () => {
  const scored = after(idle, {type: 'predict'}, scoresOf('test', 0, 7));

  it('is the answer and the scores of the chosen digit', () => {
    assert.deepEqual(prediction(scored), {answer: 7, scores: scoresOf('test', 0, 7).scores});
  });

  it('is on its way before the first scores', () => {
    assert.equal(prediction(after(idle, {type: 'predict'})), undefined);
  });

  it('is never that of another digit or of the same index in the other split', () => {
    assert.equal(prediction(after(scored, {type: 'move', by: 1})), undefined);
    assert.equal(prediction(after(scored, {type: 'switch-split'})), undefined);
    assert.equal(prediction(after(scored, {type: 'move', by: 1}, scoresOf('test', 0, 7))), undefined);
    assert.equal(prediction(after(scored, {type: 'move', by: 1}, scoresOf('test', 1, 2)))?.answer, 2);
    assert.equal(prediction(after(scored, {type: 'move', by: 1}, {type: 'move', by: -1}))?.answer, 7);
  });

  it('is gone when the weights start afresh', () => {
    assert.equal(prediction(after(scored, {type: 'reset-done', seed: 2})), undefined);
  });

  it('is watched for the chosen digit once p was pressed, and no longer when it is closed', () => {
    assert.equal(watchedDigit(idle), undefined);
    assert.deepEqual(watchedDigit(after(idle, {type: 'predict'}, {type: 'move', by: 3})), {split: 'test', index: 3});
    assert.equal(watchedDigit(after(scored, {type: 'close-panel'})), undefined);
  });
});

describe('whether training is on', () => {
  it('is yes from the asking to the end, or until it is asked to stop', () => {
    const phases = {loading: false, ready: false, asked: true, training: true, stopping: false, failed: false} as const;
    for (const [phase, expected] of Object.entries(phases)) {
      assert.equal(isTraining({...idle, phase: phase as RunState['phase']}), expected, phase);
    }
  });
});

describe('whether the weights are trained', () => {
  it('is no at first, yes from the first step on, and no again after a reset', () => {
    assert.equal(isTrained(start), false);
    assert.equal(isTrained(idle), false);
    assert.equal(isTrained(after(idle, {type: 'ask-training'}, started)), false);
    assert.equal(isTrained(training), true);
    const done = after(training, epochDone(1), ended('stopped', 1));
    assert.equal(isTrained(done), true);
    assert.equal(isTrained(after(done, {type: 'reset-done', seed: 2})), false);
  });

  it('is yes for weights from a checkpoint, until they are reset', () => {
    const loadedWeights = after(start, {...ready, trained: true});
    assert.equal(isTrained(loadedWeights), true);
    assert.equal(isTrained(after(loadedWeights, {type: 'reset-done', seed: 2})), false);
  });
});

describe('the next engine', () => {
  it('is the one after the present in the order of their names, around the end', () => {
    assert.equal(nextEngine({...idle, about: {...ready, engine: 'tensorflow'}}), 'webgpu');
    assert.equal(nextEngine({...idle, about: {...ready, engine: 'webgpu'}}), 'wasm');
    assert.equal(nextEngine(idle), 'tensorflow');
  });

  it('passes over one that was asked for in vain', () => {
    const asked = after(idle, {type: 'ask-engine', engine: 'tensorflow'});
    assert.equal(nextEngine(after(asked, {type: 'engine-changed', engine: 'wasm', device: 'CPU'})), 'webgpu');
  });
});

describe('the time left', () => {
  it('is that of the steps to the last epoch at the present rate', () => {
    // Epoch 18 of 20 after 234 of 468 steps: 2.5 epochs are left, 1170 steps of 128 images.
    const state = after(idle, started, progress(18, 234, [0.5], 14_976));
    assert.ok(Math.abs((secondsLeft(state) ?? 0) - (1170 * 128) / 14_976) < 1e-9);
    assert.equal(secondsLeft(after(idle, started, progress(20, 468, [0.5], 1000))), 0);
  });

  it('is not known before the first step, while stopping, or after the run', () => {
    assert.equal(secondsLeft(idle), undefined);
    assert.equal(secondsLeft(after(idle, started)), undefined);
    assert.equal(secondsLeft(after(training, {type: 'ask-stop'})), undefined);
    assert.equal(secondsLeft(after(training, ended('epochs', 20))), undefined);
    assert.equal(secondsLeft(after(training, ended('stopped', 1), started)), undefined);
  });
});
