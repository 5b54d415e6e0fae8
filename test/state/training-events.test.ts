import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/reducer.js';
import type {RunState} from '../../source/state/run-state.js';
import {losesTraining} from '../../source/state/selectors.js';
import {divergedNotice} from '../../source/state/training-events.js';
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

describe('the phase of the training', () => {
  const phases = (state: RunState, ...actions: Action[]): string[] =>
    actions.map((_, index) => after(state, ...actions.slice(0, index + 1)).phase);

  it('goes from loading over asking and training back to ready', () => {
    assert.equal(start.phase, 'loading');
    assert.deepEqual(
      phases(
        start,
        loaded.test,
        ready,
        {type: 'ask-training'},
        started,
        progress(1, 1),
        epochDone(1),
        ended('epochs', 1),
      ),
      ['loading', 'ready', 'asked', 'training', 'training', 'training', 'ready'],
    );
  });

  it('remembers that training was asked for while the dataset was loading', () => {
    assert.deepEqual(phases(start, {type: 'ask-training'}, ready, started), ['asked', 'asked', 'training']);
  });

  it('is stopping until the run has ended', () => {
    assert.deepEqual(phases(training, {type: 'ask-stop'}, progress(1, 300), epochDone(1), ended('stopped', 1)), [
      'stopping',
      'stopping',
      'stopping',
      'ready',
    ]);
  });

  it('stays stopping when a run that was to stop before it began begins', () => {
    assert.deepEqual(
      phases(idle, {type: 'ask-training'}, {type: 'ask-stop'}, started, progress(1, 1), ended('stopped', 0)),
      ['asked', 'stopping', 'stopping', 'stopping', 'ready'],
    );
  });

  it('is still asked for when the reset that was asked for before it is done', () => {
    assert.deepEqual(phases(idle, {type: 'ask-training'}, {type: 'reset-done', seed: 2}, started), [
      'asked',
      'asked',
      'training',
    ]);
  });

  it('is failed when the worker cannot go on, with the reason', () => {
    const failed = after(training, {type: 'failed', message: 'out of memory', expected: false, stack: ''});
    assert.deepEqual([failed.phase, failed.notice], ['failed', 'out of memory']);
  });
});

describe('what is known of a training', () => {
  it('is the run, where the epoch is, its latest batches and its epochs', () => {
    const confusion = Array.from({length: 100}, (_, place) => place);
    const state = after(training, progress(1, 468, [0.25, 0.125]), epochDone(1, confusion), progress(2, 1, [0.0625]));
    assert.equal(state.run, started);
    assert.deepEqual(state.progress, {epoch: 2, step: 1, steps: 468});
    assert.deepEqual(state.history.batchLosses, [0.5, 0.25, 0.125, 0.0625]);
    assert.deepEqual(state.history.epochs, [
      {epoch: 1, loss: 0.02, testLoss: 0.018, meanTrainLoss: 0.021, meanTestLoss: 0.019, accuracy: 0.95, seconds: 1.5},
    ]);
    assert.equal(state.confusion, confusion);
  });

  it('is the rate, of which each report changes a fifth', () => {
    const first = after(idle, started, progress(1, 1, [0.5], 1000));
    assert.equal(Math.round(first.imagesPerSecond), 1000);
    const second = after(first, progress(1, 2, [0.5], 2000));
    assert.equal(Math.round(second.imagesPerSecond), 1200);
    assert.equal(after(second, ended('epochs', 1)).imagesPerSecond, 0);
  });

  it('is how the last run ended, until the next begins', () => {
    const done = after(training, ended('early-stop', 7));
    assert.deepEqual(done.end, ended('early-stop', 7));
    assert.equal(done.notice, undefined);
    assert.equal(after(done, {type: 'ask-training'}, started).end, undefined);
  });

  it('comes with advice when the loss was not finite', () => {
    assert.equal(after(training, ended('diverged', 1)).notice, divergedNotice);
    assert.match(divergedNotice, /--learning-rate/);
    assert.match(divergedNotice, /weights from before this epoch/);
  });

  it('goes on in the next run, epochs and batches', () => {
    const state = after(training, epochDone(1), ended('stopped', 1), started, progress(2, 1, [0.25]), epochDone(2));
    assert.deepEqual(
      state.history.epochs.map(({epoch}) => epoch),
      [1, 2],
    );
    assert.deepEqual(state.history.batchLosses, [0.5, 0.25]);
  });

  it('is nothing after a reset but the new seed; the chosen digit stays', () => {
    const before = after(
      training,
      {type: 'move', by: 5},
      epochDone(1, [1]),
      scoresOf('test', 5, 3),
      ended('stopped', 1),
    );
    const state = after(before, {type: 'reset-done', seed: 2});
    assert.deepEqual(state.history, {epochs: [], batchLosses: []});
    assert.deepEqual(
      [state.run, state.progress, state.confusion, state.end, state.scores],
      new Array(5).fill(undefined),
    );
    assert.deepEqual([state.seed, state.phase, state.split, state.index], [2, 'ready', 'test', 5]);
  });

  it('takes seed and hidden units from the worker, which may have them from a checkpoint', () => {
    const state = after(start, {...ready, seed: 9, hidden: 64});
    assert.deepEqual([state.seed, state.hidden], [9, 64]);
  });
});

describe('the engine', () => {
  it('is told of while it gets ready, and no longer when it is', () => {
    const waiting = after(start, {type: 'preparing', what: 'loading TensorFlow'});
    assert.equal(waiting.preparing, 'loading TensorFlow');
    assert.equal(after(waiting, ready).preparing, undefined);
  });

  it('can be another one in the middle of a training, of which nothing is lost', () => {
    const before = after(training, epochDone(1), {type: 'ask-engine', engine: 'webgpu'});
    assert.equal(before.about?.engine, 'wasm');
    const waiting = after(before, {type: 'preparing', what: 'looking for a GPU'});
    const state = after(waiting, {type: 'engine-changed', engine: 'webgpu', device: 'GPU'});
    assert.deepEqual(state.about, {...ready, engine: 'webgpu', device: 'GPU', threads: undefined});
    assert.equal(state.preparing, undefined);
    assert.equal(state.history.epochs.length, 1);
    assert.equal(state.phase, 'training');
  });
});

describe('a command that could not be carried out', () => {
  const fault = (expected: boolean) =>
    ({type: 'warning', what: 'fault', message: 'no\nroom', expected, stack: ''}) as const;

  it('is said, and ends the run and nothing else', () => {
    const state = after(training, fault(true), ended('stopped', 0));
    assert.deepEqual([state.phase, state.notice, state.saveFault], ['ready', 'no room', undefined]);
  });

  it('is said to be a fault of the program when nobody expected it', () => {
    assert.equal(after(idle, fault(false)).notice, 'no room (a fault of the program)');
  });

  it('leaves the dashboard ready when a run could not even begin', () => {
    const state = after(idle, {type: 'ask-training'}, started, fault(true), ended('stopped', 0));
    assert.deepEqual([state.phase, state.runsAhead], ['ready', 0]);
  });

  it('takes back the reset that was asked for', () => {
    const trained = after(training, ended('stopped', 1), {type: 'ask-reset', seed: 2});
    assert.equal(losesTraining(trained), false);
    assert.equal(losesTraining(after(trained, fault(true))), true);
  });
});
