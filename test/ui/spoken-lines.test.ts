import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/reducer.js';
import type {RunState} from '../../source/state/run-state.js';
import {spokenLines} from '../../source/ui/spoken-lines.js';
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

/** What is said when actions follow a state, all in one. */
const said = (state: RunState, ...actions: readonly Action[]): string[] => spokenLines(state, after(state, ...actions));

describe('what a screen reader is told', () => {
  it('begins with what the program is and waits for, and goes on with what there is', () => {
    assert.deepEqual(spokenLines(undefined, start), [
      'mnist-tui: ? lists the keys, q quits',
      'loading the dataset',
      'test 0: loading',
      'p predicts it',
    ]);
    assert.deepEqual(said(start, loaded.test, {type: 'preparing', what: 'warming up'}), [
      'warming up',
      'test 0: label 0',
    ]);
    assert.deepEqual(said(after(start, loaded.test), ready), [
      'mnist.npz, wasm on CPU, seed 1',
      't trains the network, from random weights',
      'saves weights in /runs',
    ]);
  });

  it('is nothing when nothing of it has changed', () => {
    const state = after(training, {type: 'predict'}, scoresOf('test', 0, 4));
    assert.deepEqual(spokenLines(state, state), []);
    assert.deepEqual(said(state, progress(1, 300), {type: 'resize', columns: 100, rows: 30}, {type: 'toggle-art'}), []);
  });

  it('is the digit that is chosen at the end of many keys, not those between', () => {
    const right = {type: 'move', by: 1} as const;
    assert.deepEqual(said(idle, right, right, right), ['test 3: label 3']);
    assert.deepEqual(said(idle, {type: 'switch-split'}), ['train 0: label 0']);
    assert.deepEqual(said(idle, {type: 'move', by: -1}), []);
  });

  it('is the start of a run, a line an epoch, and its end', () => {
    assert.deepEqual(said(idle, {type: 'ask-training'}), ['starting']);
    assert.deepEqual(said(after(idle, {type: 'ask-training'}), started), ['Training: epochs 1 to 20']);
    const better = {...epochDone(3), accuracy: 0.955, meanTestLoss: 0.01512};
    assert.deepEqual(said(after(training, epochDone(1), epochDone(2)), better), [
      'Epoch 3 of 20: 95.5 % right, mean test loss 0.0151',
    ]);
    assert.deepEqual(said(training, epochDone(1), progress(2, 8), epochDone(2)), [
      'Epoch 1 of 20: 95.0 % right, mean test loss 0.0190',
      'Epoch 2 of 20: 95.0 % right, mean test loss 0.0190',
    ]);
    assert.deepEqual(said(training, {type: 'ask-stop'}), ['stopping']);
    assert.deepEqual(said(training, {...ended('stopped', 1), model: '/runs/a.npz'}), [
      'Training ended: stopped, 1 epoch, last run 3.0 s; saved in /runs/a.npz',
    ]);
    assert.deepEqual(said(training, {...ended('epochs', 20), learned: false}), [
      'Training ended: all epochs done, 20 epochs, last run 3.0 s; no better than guessing',
    ]);
  });

  it('is of a run that goes on what it goes on from, not each of its epochs', () => {
    const history = [epochDone(1), epochDone(2)];
    const resumed = {
      file: 'a.npz',
      dataset: 'mnist.npz',
      epochs: 2,
      settings: {...started, hidden: 128, seed: 1},
      history,
    };
    const goesOn = after(start, loaded.test, {...ready, trained: true, resumed});
    const lines = spokenLines(after(start, loaded.test), goesOn);
    assert.ok(lines.includes('t trains the network, on from 2 epochs'), lines.join('\n'));
    assert.ok(!lines.some(line => line.startsWith('Epoch')), lines.join('\n'));
    const later = after(goesOn, {type: 'ask-training'}, {...started, firstEpoch: 3, lastEpoch: 22});
    assert.deepEqual(said(later, epochDone(3)), ['Epoch 3 of 22: 95.0 % right, mean test loss 0.0190']);
  });

  it('is a prompt with what is typed, and when it closes, where one is', () => {
    const asked = after(idle, {type: 'ask-index'});
    assert.deepEqual(spokenLines(idle, asked), ['Go to test index; Enter goes, Esc cancels']);
    const typed = after(asked, {type: 'type-index', typed: '12'});
    assert.deepEqual(spokenLines(asked, typed), ['Go to test index: 12']);
    assert.deepEqual(said(typed, {type: 'refuse-index', why: 'x is no digit'}), [
      'Go to test index: 12; x is no digit',
    ]);
    assert.deepEqual(said(typed, {type: 'accept-index'}), ['test 12: label 2']);
    assert.deepEqual(said(typed, {type: 'close-panel'}), ['test 0: label 0']);
    const far = after(typed, {type: 'type-index', typed: '34'});
    assert.deepEqual(said(far, {type: 'accept-index'}), ['test 0: label 0', 'test has indices 0 to 99, not 1234']);
  });

  it('is the question before weights are given up, what was answered, and the new seed', () => {
    const doubt = after(training, {type: 'doubt-reset'});
    assert.deepEqual(spokenLines(training, doubt), ['r again starts afresh, Esc keeps it']);
    assert.deepEqual(said(doubt, {type: 'close-panel'}), ['test 0: label 0']);
    const reset = after(doubt, {type: 'ask-reset', seed: 2}, ended('stopped', 0));
    assert.deepEqual(said(reset, {type: 'reset-done', seed: 2}), [
      'mnist.npz, wasm on CPU, seed 2',
      't trains the network, from random weights',
    ]);
  });

  it('is every notice and fault, except the one that the program ends with', () => {
    const notice = {type: 'say', once: false, notice: '? shows the keys'} as const;
    assert.deepEqual(said(idle, notice), ['? shows the keys']);
    assert.deepEqual(said(idle, {type: 'warning', what: 'save', message: 'the disk is full'}), ['the disk is full']);
    assert.deepEqual(said(idle, {type: 'failed', message: 'no memory', expected: true, stack: ''}), []);
  });
});

describe('the answer, to a screen reader', () => {
  const asked = after(idle, {type: 'predict'});
  const answered = after(asked, scoresOf('test', 0, 4));
  const wrong = 'answer 4, wrong, score 0.90';

  it('is told when it is shown, and for each digit anew', () => {
    assert.deepEqual(spokenLines(asked, answered), [`${wrong}; weights are random`]);
    assert.deepEqual(said(answered, {type: 'move', by: 4}), ['test 4: label 4']);
    assert.deepEqual(said(after(answered, {type: 'move', by: 4}), scoresOf('test', 4, 4)), [
      'answer 4, right, score 0.90; weights are random',
    ]);
    assert.deepEqual(said(answered, {type: 'close-panel'}), ['p predicts it']);
  });

  it('is told while the network is trained when it is another, and once more at the end', () => {
    const watched = after(training, {type: 'predict'}, scoresOf('test', 0, 4));
    const surer = {...scoresOf('test', 0, 4), scores: [0, 0, 0, 0, 0.95, 0, 0, 0, 0, 0]};
    assert.deepEqual(said(watched, surer), []);
    assert.deepEqual(said(watched, scoresOf('test', 0, 0)), ['answer 0, right, score 0.90']);
    assert.deepEqual(said(watched, ended('epochs', 20)), [
      'Training ended: all epochs done, 20 epochs, last run 3.0 s',
      wrong,
    ]);
    const done = after(watched, ended('epochs', 20));
    assert.deepEqual(said(done, surer), ['answer 4, wrong, score 0.95']);
    assert.deepEqual(said(done, scoresOf('test', 0, 4)), []);
    assert.deepEqual(said(done, {type: 'ask-training'}), ['starting']);
  });
});
