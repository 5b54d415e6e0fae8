import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RateChanges} from '../../source/state/rate-changes.js';
import {openRun, type Run} from '../../source/state/runs.js';
import {phaseOf} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {
  acted,
  ended,
  epochDone,
  idle,
  moment,
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

const run = (state: State): Run => openRun(state.runs);

describe('what is known of a run', () => {
  it('is its stretch, where the epoch is, its latest batches and its epochs', () => {
    const confusion = Array.from({length: 100}, (_, place) => place);
    const batches = progress(1, 468, [0.25, 0.125]);
    const known = run(told(training, batches, moment(confusion), epochDone(1), progress(2, 1, [0.0625])));
    assert.equal(known.started?.lastEpoch, 20);
    assert.deepEqual(known.progress, {epoch: 2, step: 1, steps: 468, total: 469});
    assert.deepEqual(known.history.batchLosses, [0.25, 0.125, 0.0625]);
    assert.deepEqual(known.history.epochs, [
      {epoch: 1, loss: 0.02, testLoss: 0.018, meanTrainLoss: 0.021, meanTestLoss: 0.019, accuracy: 0.95, seconds: 1.5},
    ]);
    assert.equal(known.timeline[0]?.found?.confusion, confusion);
  });

  it('is the rate, of which each report changes a fifth', () => {
    const first = told(idle, ...started(), progress(1, 1, [0.5], 1000));
    assert.equal(Math.round(run(first).imagesPerSecond), 1000);
    const second = told(first, progress(1, 2, [0.5], 2000));
    assert.equal(Math.round(run(second).imagesPerSecond), 1200);
    assert.equal(run(told(second, ...ended('epochs', 1))).imagesPerSecond, 0);
  });

  it('is how its last stretch ended, until the next begins', () => {
    const done = told(training, ...ended('early-stop', 7));
    assert.equal(run(done).ended?.reason, 'early-stop');
    assert.equal(done.screen.notice, undefined);
    assert.equal(run(told(acted(done, {type: 'train'}), ...started(2))).ended, undefined);
  });

  it('is that of untrained weights again after a first epoch that diverged', () => {
    const {progress: place} = run(told(training, ...ended('diverged', 0)));
    assert.equal(place, undefined);
  });

  it('is what it was when a run goes back: place, moments, curve and weights', () => {
    const first = told(training, moment([1]), epochDone(1), progress(1, 468, [0.25]));
    const lost = told(first, progress(2, 300, [9, 99]), moment([2], 1, 768), {...network(1), step: 768});
    const back = run(told(lost, ...ended('diverged', 1)));
    assert.deepEqual(back.progress, {epoch: 1, step: 468, steps: 468, total: 468});
    assert.deepEqual([back.timeline.map(({step}) => step), back.network], [[468], undefined]);
    assert.equal(Math.max(...back.history.train.map(({step}) => step)), 467);
  });

  it('remembers no learning rate that no step was taken with', () => {
    const rated = (learningRate: number) => ({
      ...started()[0],
      settings: {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1, learningRate},
    });
    const rates = (...all: number[]): RateChanges => run(told(training, ...all.map(rated))).rates;
    assert.deepEqual(rates(0.002), [
      {step: 0, learningRate: 0.001},
      {step: 234, learningRate: 0.002},
    ]);
    assert.deepEqual(rates(0.002, 0.001), [{step: 0, learningRate: 0.001}]);
    assert.deepEqual(rates(0.002, 0.005).at(-1), {step: 234, learningRate: 0.005});
  });

  it('comes with advice when the loss was not finite', () => {
    const {notice = ''} = told(training, ...ended('diverged', 1)).screen;
    assert.match(notice, /--learning-rate/);
    assert.match(notice, /back before this epoch/);
    assert.ok(notice.length <= 80);
  });

  it('goes on in the next stretch, epochs and batches', () => {
    const first = told(training, epochDone(1), ...ended('stopped', 1));
    const {history} = run(told(first, ...started(2), progress(1, 235, [0.25]), epochDone(2)));
    assert.deepEqual(
      history.epochs.map(({epoch}) => epoch),
      [1, 2],
    );
    assert.deepEqual(history.batchLosses, [0.5, 0.25]);
  });

  it('is that of its checkpoint when it goes on from one', () => {
    const {type: _, run: __, ...record} = epochDone(1);
    const settings = {...runOptions, hidden: 64, activation: 'relu' as const, seed: 9};
    const resumed = {file: '/runs/a.npz', dataset: 'MNIST', epochs: 1, stepInEpoch: 0, settings, history: [record]};
    const known = run(told(start, {...status, settings}, {...opened, trained: true, resumed}));
    assert.deepEqual([known.seed, known.hidden, known.history.epochs], [9, 64, [record]]);
  });

  it('is told of with a notice of what was passed over', () => {
    const passedOver = ['a saved run is passed over: a\u001B.npz: damaged'];
    const state = told(start, {...opened, passedOver});
    assert.equal(state.screen.notice, 'a saved run is passed over: a\\x1b.npz: damaged');
    assert.equal(told(start, {...opened, passedOver: []}).screen.notice, undefined);
  });
});

describe('another run', () => {
  const done = told(training, network(3), moment([1]), epochDone(1), ...ended('stopped', 1));
  const state = acted(done, {type: 'move', by: 5}, {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'});

  it('has nothing but the next seed; the chosen digit stays', () => {
    const {number, seed, history, ...rest} = run(state);
    assert.deepEqual([number, seed, history], [2, 2, {epochs: [], train: [], batchLosses: []}]);
    const {opened: _, started: begun, progress: at, timeline, network: weights, ended: end} = rest;
    assert.deepEqual([begun, at, weights, end], new Array(4).fill(undefined));
    assert.deepEqual(timeline, []);
    assert.deepEqual([phaseOf(state), state.choice.split, state.choice.index], ['ready', 'test', 5]);
  });

  it('leaves the one before as it was, without its weights', () => {
    const [first] = state.runs.list;
    assert.equal(first?.history.epochs.length, 1);
    assert.deepEqual([first?.network, first?.timeline], [undefined, []]);
  });

  it('takes no events of the one before, which gets its own', () => {
    const late = told(state, progress(2, 7, [0.25]), network(3), moment([1]), epochDone(2));
    assert.deepEqual(run(late), run(state));
    assert.equal(late.runs.list[0]?.history.epochs.length, 2);
    assert.deepEqual([late.runs.list[0]?.network, late.runs.list[0]?.timeline], [undefined, []]);
    assert.equal(told(state, ...ended('diverged', 2)).screen.notice, undefined);
  });
});

describe('the engine', () => {
  it('is told of while it gets ready, and no longer when it is', () => {
    const waiting = told(start, {...status, phase: 'loading', waitsFor: {what: 'loading', engine: 'tensorflow'}});
    assert.deepEqual(waiting.session.status.waitsFor, {what: 'loading', engine: 'tensorflow'});
    assert.equal(told(waiting, status).session.status.waitsFor, undefined);
  });

  it('can be another one in the middle of a training, of which nothing is lost', () => {
    const [now] = started();
    const state = told(acted(told(training, epochDone(1)), {type: 'change-engine'}), {
      ...now,
      engine: {name: 'webgpu', device: 'GPU'},
    });
    assert.equal(state.session.status.engine?.name, 'webgpu');
    assert.equal(run(state).history.epochs.length, 1);
    assert.equal(phaseOf(state), 'training');
  });
});

describe('a command that could not be carried out', () => {
  const fault = (expected: boolean) =>
    ({type: 'warning', what: 'fault', message: 'no\nroom', expected, stack: ''}) as const;

  it('is said, and ends the stretch and nothing else', () => {
    const {screen, ...state} = told(training, fault(true), ...ended('stopped', 0));
    assert.deepEqual([phaseOf({screen, ...state}), screen.notice, screen.saveFault], ['ready', 'no room', undefined]);
  });

  it('is said to be a fault of the program when nobody expected it', () => {
    assert.equal(told(idle, fault(false)).screen.notice, 'no room (a fault of the program)');
  });
});
