import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {spokenLines} from '../../source/ui/spoken-lines.js';
import {
  acted,
  ended,
  epochDone,
  idle,
  loaded,
  network,
  opened,
  progress,
  runOptions,
  start,
  started,
  status,
  told,
  training,
} from '../helpers/state.js';

/** What is said when the user's actions follow a state, all in one; and when the worker's events do. */
const onActions = (state: State, ...actions: readonly Action[]): string[] =>
  spokenLines(state, acted(state, ...actions));
const onEvents = (state: State, ...events: readonly TrainingEvent[]): string[] =>
  spokenLines(state, told(state, ...events));

describe('what a screen reader is told', () => {
  it('begins with what the program is and waits for, and goes on with what there is', () => {
    assert.deepEqual(spokenLines(undefined, start), [
      'mnist-tui: ? lists the keys, q quits',
      'loading the dataset',
      'test 0: loading',
      'p shows the answer',
    ]);
    const loading = {...status, phase: 'loading', engine: undefined, dataset: undefined} as const;
    assert.deepEqual(onEvents(start, loaded.test, {...loading, waitsFor: {what: 'warming', engine: 'webgpu'}}), [
      'warming up webgpu',
      'test 0: label 0',
    ]);
    assert.deepEqual(onEvents(told(start, loaded.test), status, opened), [
      'mnist.npz, wasm on CPU, seed 1',
      't trains the network, from random weights',
      'saves weights in /runs',
    ]);
  });

  it('is that wasm would be faster than the engine that auto took', () => {
    const faster = {engine: 'wasm', than: 'webgpu'} as const;
    const onGpu = {...status, engine: {name: 'webgpu', device: 'a GPU'}, faster} as const;
    assert.ok(onEvents(start, onGpu).includes('wasm would be faster'));
    assert.ok(!onEvents(start, {...status, faster}).includes('wasm would be faster'));
  });

  it('is that the pixels are scrambled', () => {
    const scrambled = {...loaded.test, data: {...loaded.test.data, isScrambled: true}} as const;
    assert.ok(onEvents(start, scrambled).includes('pixels scrambled: it sums pixels, it sees no shapes'));
  });

  it('is nothing when nothing of it has changed', () => {
    const state = acted(told(training, network(4)), {type: 'predict'});
    assert.deepEqual(spokenLines(state, state), []);
    assert.deepEqual(onEvents(state, progress(1, 300)), []);
    assert.deepEqual(onActions(state, {type: 'resize', columns: 100, rows: 30}, {type: 'toggle-art'}), []);
  });

  it('is which hidden units are switched off', () => {
    const off = acted(idle, {type: 'switch-unit', unit: 3});
    assert.ok(spokenLines(idle, off).includes('off: unit 3'));
    assert.ok(onActions(off, {type: 'switch-unit', unit: 41}).includes('off: units 3, 41'));
    assert.ok(!onActions(off, {type: 'move', by: 1}).includes('off: unit 3'));
  });

  it('is the digit that is chosen at the end of many keys, not those between', () => {
    const right = {type: 'move', by: 1} as const;
    assert.deepEqual(onActions(idle, right, right, right), ['test 3: label 3']);
    assert.deepEqual(onActions(idle, {type: 'switch-split'}), ['train 0: label 0']);
    assert.deepEqual(onActions(idle, {type: 'move', by: -1}), []);
  });

  it('is the start of a stretch, a line an epoch, and its end', () => {
    assert.deepEqual(onActions(idle, {type: 'train'}), ['starting']);
    const asked = acted(idle, {type: 'train'});
    assert.deepEqual(onEvents(asked, ...started()), ['Training: epochs 1 to 20']);
    const better = {...epochDone(3), accuracy: 0.955, meanTestLoss: 0.01512};
    assert.deepEqual(onEvents(told(training, epochDone(1), epochDone(2)), better), [
      'Epoch 3 of 20: 95.5 % right, mean test loss 0.0151',
    ]);
    assert.deepEqual(onEvents(training, epochDone(1), progress(2, 8), epochDone(2)), [
      'Epoch 1 of 20: 95.0 % right, mean test loss 0.0190',
      'Epoch 2 of 20: 95.0 % right, mean test loss 0.0190',
    ]);
    assert.deepEqual(onActions(training, {type: 'train'}), ['stopping']);
    const [idles, end] = ended('stopped', 1);
    assert.deepEqual(onEvents(training, idles, {...end, model: '/runs/a.npz'}), [
      'Training ended: stopped, 1 epoch, last run 3.0 s; saved in /runs/a.npz',
    ]);
    const [, inVain] = ended('epochs', 20);
    assert.deepEqual(onEvents(training, idles, {...inVain, learned: false}), [
      'Training ended: all epochs done, 20 epochs, last run 3.0 s; no better than guessing',
    ]);
  });

  it('is of a second stretch its own epochs, whichever of its events comes first', () => {
    const done = told(training, ...ended('stopped', 1));
    const [trains, start] = started(2);
    const asked = acted(done, {type: 'train'});
    assert.deepEqual(onEvents(asked, trains), []);
    assert.deepEqual(onEvents(told(asked, trains), {...start, firstEpoch: 2, lastEpoch: 21}), [
      'Training: epochs 2 to 21',
    ]);
  });

  it('is of a run that goes on what it goes on from, not each of its epochs', () => {
    const history = [epochDone(1), epochDone(2)];
    const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};
    const resumed = {file: 'a.npz', dataset: 'mnist.npz', epochs: 2, stepInEpoch: 0, settings, history};
    const goesOn = told(start, loaded.test, status, {...opened, trained: true, resumed});
    const lines = spokenLines(told(start, loaded.test), goesOn);
    assert.ok(lines.includes('t trains the network, on from 2 epochs'), lines.join('\n'));
    assert.ok(!lines.some(line => line.startsWith('Epoch')), lines.join('\n'));
    const [trains, event] = started();
    const later = told(acted(goesOn, {type: 'train'}), trains, {...event, firstEpoch: 3, lastEpoch: 22});
    assert.deepEqual(onEvents(later, epochDone(3)), ['Epoch 3 of 22: 95.0 % right, mean test loss 0.0190']);
    const done = {...resumed, epochs: runOptions.epochs};
    assert.ok(
      onEvents(start, status, {...opened, trained: true, resumed: done}).includes(
        'it is finished; t trains one more epoch',
      ),
    );
    const one = {...resumed, epochs: 1, history: []};
    assert.ok(
      onEvents(start, status, {...opened, trained: true, resumed: one}).includes(
        't trains the network, on from 1 epoch',
      ),
    );
    assert.ok(
      onEvents(start, status, {...opened, saved: resumed}).includes(
        't trains the network, from random weights; c goes on with the saved run',
      ),
    );
  });

  it('is a prompt with what is typed, and when it closes, where one is', () => {
    const asked = acted(idle, {type: 'ask-index'});
    assert.deepEqual(spokenLines(idle, asked), ['Go to test index; Enter goes, Esc cancels']);
    const typed = acted(asked, {type: 'type-index', typed: '12'});
    assert.deepEqual(spokenLines(asked, typed), ['Go to test index: 12']);
    assert.deepEqual(onActions(typed, {type: 'refuse-index', why: 'x is no digit'}), [
      'Go to test index: 12; x is no digit',
    ]);
    assert.deepEqual(onActions(asked, {type: 'refuse-index', why: 'x is no digit'}), [
      'Go to test index; Enter goes, Esc cancels; x is no digit',
    ]);
    assert.deepEqual(onActions(typed, {type: 'accept-index'}), ['test 12: label 2']);
    assert.deepEqual(onActions(typed, {type: 'close'}), ['test 0: label 0']);
    const far = acted(typed, {type: 'type-index', typed: '34'});
    assert.deepEqual(onActions(far, {type: 'accept-index'}), ['test 0: label 0', 'test has indices 0 to 99, not 1234']);
  });

  it('is the question before weights are given up, what was answered, and the new seed', () => {
    const doubt = acted(training, {type: 'reset', to: 'next'});
    assert.deepEqual(spokenLines(training, doubt), ['s again starts afresh with seed 2, Esc keeps it']);
    assert.deepEqual(onActions(doubt, {type: 'close'}), ['test 0: label 0']);
    const settings = {hidden: 128, activation: 'relu' as const, seed: 2};
    const reset = told(acted(doubt, {type: 'reset', to: 'next'}), ...ended('stopped', 0), {
      ...status,
      run: 2,
      settings,
    });
    assert.deepEqual(spokenLines(doubt, told(reset, {...opened, run: 2})), [
      'mnist.npz, wasm on CPU, seed 2',
      't trains the network, from random weights',
      'test 0: label 0',
    ]);
  });

  it('is only the last epoch of a run that comes back when the lesson is left', () => {
    const trained = told(training, epochDone(1), epochDone(2), progress(3, 1));
    const lesson = acted(trained, {type: 'view', view: 'lesson'});
    const lines = onActions(lesson, {type: 'leave-lesson'});
    assert.deepEqual(
      lines.filter(line => line.startsWith('Epoch')).map(line => line.split(':')[0]),
      ['Epoch 2 of 20'],
    );
  });

  it('is every notice and fault, except the one that the program ends with', () => {
    const notice = {type: 'say', once: false, notice: '? shows the keys'} as const;
    assert.deepEqual(onActions(idle, notice), ['? shows the keys']);
    assert.deepEqual(onEvents(idle, {type: 'warning', what: 'save', message: 'the disk is full'}), [
      'the disk is full',
    ]);
    assert.deepEqual(onEvents(idle, {type: 'failed', message: 'no memory', expected: true, stack: ''}), []);
  });
});
