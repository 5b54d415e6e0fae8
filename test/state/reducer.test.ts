import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {divergedNotice, type PersonAction} from '../../source/state/reducer.js';
import type {RunState} from '../../source/state/run-state.js';
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

const move = (by: number): PersonAction => ({type: 'move', by});
const moveTo = (index: number): PersonAction => ({type: 'move-to', index});
const typed = (text: string): PersonAction[] => [...text].map(digit => ({type: 'type-index', typed: digit}));
const place = ({split, index}: RunState): [string, number] => [split, index];

describe('walking the digits', () => {
  it('goes forth and back by ones, tens and hundreds', () => {
    const walked = [1, 1, 10, -1, 10, -10].map(
      (_, step, steps) => after(idle, ...steps.slice(0, step + 1).map(move)).index,
    );
    assert.deepEqual(walked, [1, 2, 12, 11, 21, 11]);
    assert.deepEqual(place(after(idle, {type: 'switch-split'}, move(100), move(100), move(-100))), ['train', 100]);
  });

  it('stops at both ends', () => {
    assert.equal(after(idle, move(-1)).index, 0);
    assert.equal(after(idle, move(5), move(-10)).index, 0);
    assert.equal(after(idle, move(95), move(10)).index, 99);
    assert.equal(after(idle, moveTo(99), move(1)).index, 99);
    assert.equal(after(idle, moveTo(99), move(1), move(-1)).index, 98);
  });

  it('goes to the first and the last digit', () => {
    assert.equal(after(idle, moveTo(Number.MAX_SAFE_INTEGER)).index, 99);
    assert.equal(after(idle, moveTo(Number.MAX_SAFE_INTEGER), moveTo(0)).index, 0);
  });

  it('goes to the other split and back, to the same index', () => {
    assert.deepEqual(place(after(idle, move(7), {type: 'switch-split'})), ['train', 7]);
    assert.deepEqual(place(after(idle, move(7), {type: 'switch-split'}, {type: 'switch-split'})), ['test', 7]);
  });

  it('goes to the last digit of a split that has fewer', () => {
    const far = after(idle, {type: 'switch-split'}, moveTo(599));
    assert.deepEqual(place(far), ['train', 599]);
    assert.deepEqual(place(after(far, {type: 'switch-split'})), ['test', 99]);
  });

  it('is possible while a split is loading, and comes to its last digit when it is there', () => {
    const early = after(start, move(2000));
    assert.equal(early.index, 2000);
    assert.equal(after(early, loaded.train).index, 2000);
    assert.equal(after(early, loaded.train, loaded.test).index, 99);
    assert.equal(after(start, moveTo(50), loaded.test).index, 50);
    assert.equal(after(start, moveTo(Number.MAX_SAFE_INTEGER), loaded.test).index, 99);
    assert.equal(after(start, move(-5)).index, 0);
  });

  it('takes away what was said before', () => {
    const told = after(idle, {type: 'warning', message: 'disk full'});
    assert.equal(told.notice, 'disk full');
    assert.equal(after(told, move(1)).notice, undefined);
  });
});

describe('going to an index', () => {
  const asked = after(idle, {type: 'ask-index'});

  it('collects what is typed and goes there', () => {
    const state = after(asked, ...typed('42'));
    assert.equal(state.typedIndex, '42');
    assert.equal(state.index, 0);
    const gone = after(state, {type: 'accept-index'});
    assert.deepEqual([gone.typedIndex, gone.index, gone.notice], [undefined, 42, undefined]);
  });

  it('erases the last digit typed, and nothing when there is none', () => {
    assert.equal(after(asked, ...typed('42'), {type: 'erase-index'}).typedIndex, '4');
    assert.equal(after(asked, {type: 'erase-index'}).typedIndex, '');
  });

  it('can be given up', () => {
    const given = after(asked, ...typed('42'), {type: 'close-panel'});
    assert.deepEqual([given.typedIndex, given.index], [undefined, 0]);
  });

  it('stays where it is when nothing was typed', () => {
    const state = after(idle, move(3), {type: 'ask-index'}, {type: 'accept-index'});
    assert.deepEqual([state.typedIndex, state.index, state.notice], [undefined, 3, undefined]);
  });

  it('says which indices there are when one is out of range, and stays where it is', () => {
    const state = after(idle, move(3), {type: 'ask-index'}, ...typed('100'), {type: 'accept-index'});
    assert.deepEqual([state.typedIndex, state.index], [undefined, 3]);
    assert.equal(state.notice, 'test has indices 0 to 99, not 100');
    assert.equal(after(asked, ...typed('99'), {type: 'accept-index'}).index, 99);
  });

  it('reads leading zeros as none', () => {
    assert.equal(after(asked, ...typed('007'), {type: 'accept-index'}).index, 7);
  });

  it('takes no more digits than any index has', () => {
    const state = after(asked, ...typed('123456789012'));
    assert.equal(state.typedIndex, '123456789');
    assert.match(after(state, {type: 'accept-index'}).notice ?? '', /0 to 99, not 123456789$/);
  });

  it('closes what covers the panels', () => {
    assert.equal(after(idle, {type: 'toggle-overlay', overlay: 'keys'}, {type: 'ask-index'}).overlay, 'none');
  });
});

describe('the phase of the training', () => {
  const phases = (state: RunState, ...actions: Parameters<typeof after>[1][]): string[] =>
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
    const before = after(training, move(5), epochDone(1, [1]), scoresOf('test', 5, 3), ended('stopped', 1));
    const state = after(before, {type: 'reset-done', seed: 2});
    assert.deepEqual(state.history, {epochs: [], batchLosses: []});
    assert.deepEqual(
      [state.run, state.progress, state.confusion, state.end, state.scores],
      new Array(5).fill(undefined),
    );
    assert.deepEqual([state.seed, state.phase, ...place(state)], [2, 'ready', 'test', 5]);
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
    const waiting = after(before, ended('stopped', 1), {type: 'preparing', what: 'looking for a GPU'});
    const state = after(waiting, {type: 'engine-changed', engine: 'webgpu', device: 'GPU'});
    assert.deepEqual(state.about, {...ready, engine: 'webgpu', device: 'GPU', threads: undefined});
    assert.equal(state.preparing, undefined);
    assert.equal(state.history.epochs.length, 1);
    assert.equal(state.phase, 'ready');
  });
});

describe('what covers and follows', () => {
  it('opens and closes an overlay with one key, and changes from one to the other', () => {
    const keys = after(idle, {type: 'toggle-overlay', overlay: 'keys'});
    assert.equal(keys.overlay, 'keys');
    assert.equal(after(keys, {type: 'toggle-overlay', overlay: 'keys'}).overlay, 'none');
    assert.equal(after(keys, {type: 'toggle-overlay', overlay: 'summary'}).overlay, 'summary');
  });

  it('shows predictions from the first p on, and closes what covers them', () => {
    const state = after(idle, {type: 'toggle-overlay', overlay: 'summary'}, {type: 'predict'});
    assert.deepEqual([state.predicting, state.overlay], [true, 'none']);
    assert.equal(after(state, {type: 'predict'}, move(1)).predicting, true);
  });

  it('closes one thing at a time: what is typed, what covers, the prediction', () => {
    const all: RunState = {...after(idle, {type: 'predict'}), overlay: 'keys', typedIndex: '4'};
    const open = ({typedIndex, overlay, predicting}: RunState): unknown[] => [typedIndex, overlay, predicting];
    const close: PersonAction = {type: 'close-panel'};
    assert.deepEqual(open(after(all, close)), [undefined, 'keys', true]);
    assert.deepEqual(open(after(all, close, close)), [undefined, 'none', true]);
    assert.deepEqual(open(after(all, close, close, close)), [undefined, 'none', false]);
  });

  it('draws digits as blocks or as characters', () => {
    assert.equal(after(idle, {type: 'toggle-art'}).art, 'ascii');
    assert.equal(after(idle, {type: 'toggle-art'}, {type: 'toggle-art'}).art, 'blocks');
  });

  it('knows the size of the terminal', () => {
    const state = after(idle, {type: 'resize', columns: 120, rows: 40});
    assert.deepEqual([state.columns, state.rows], [120, 40]);
  });
});

it('a state is never changed, only replaced', () => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  const state = after(training, epochDone(1, [1]), scoresOf('test', 0, 3));
  freeze(state);
  const actions: Parameters<typeof after>[1][] = [
    move(1),
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
