import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import {wishOf} from '../../source/state/session.js';
import {commandsBetween} from '../../source/state/wish.js';
import {
  acted,
  ended,
  epochDone,
  idle,
  network,
  opened,
  progress,
  runOptions,
  started,
  told,
  training,
} from '../helpers/state.js';

const pause: Action = {type: 'pause'};
const step: Action = {type: 'step'};

describe('pause and step', () => {
  it('stand still in the midst of a stretch, and go on', () => {
    assert.equal(wishOf(acted(training, pause)).paused, true);
    assert.deepEqual(wishOf(acted(training, pause, pause)), wishOf(training));
    assert.equal(wishOf(told(acted(training, pause), ...ended('stopped', 0))).paused, false);
  });

  it('have nothing to do before anything is trained, but a step begins', () => {
    assert.equal(acted(idle, pause).screen.notice, 'nothing to pause: t trains');
    const first = acted(idle, step);
    assert.deepEqual(commandsBetween(idle, first), [{type: 'wish', wish: wishOf(first)}, {type: 'step'}]);
    assert.deepEqual([wishOf(first).stretch, wishOf(first).paused], [1, true]);
  });

  it('are gone on from by the key that trains, which stops only what runs', () => {
    const train: Action = {type: 'train'};
    const stepped = acted(idle, step, train);
    assert.deepEqual([wishOf(stepped).stretch, wishOf(stepped).paused], [1, false]);
    assert.deepEqual(wishOf(acted(training, pause, train)), wishOf(training));
    assert.equal(wishOf(acted(training, pause, train, train)).stretch, undefined);
  });

  it('are one step for each key, also when the keys come at once', () => {
    const paused = acted(training, pause);
    assert.deepEqual(commandsBetween(paused, acted(paused, step, step, step)), [
      {type: 'step'},
      {type: 'step'},
      {type: 'step'},
    ]);
  });

  it('are taken as soon as the run is opened that they were asked for in', () => {
    const paused = acted(told(training, network(1)), pause, step);
    const again = acted(paused, {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'}, step, step);
    assert.deepEqual(
      commandsBetween(paused, again).map(({type}) => type),
      ['reset', 'wish'],
    );
    const after = told(again, {...opened, run: 2});
    assert.deepEqual(
      commandsBetween(again, after).map(({type}) => type),
      ['wish', 'step', 'step'],
    );
    assert.equal(wishOf(after).stretch, 2);
  });

  it('are no step where a batch is not full', () => {
    const {train} = idle.session.data;
    const few = {...idle.session.data, ...(train && {train: {...train, count: 100}})};
    const state = acted({...idle, session: {...idle.session, data: few}}, step);
    assert.deepEqual([wishOf(state).stretch, state.session.steps], [undefined, 0]);
  });
});

describe('training on', () => {
  const train: Action = {type: 'train'};
  const early = told(training, epochDone(7), ...ended('early-stop', 7));

  it('is one more epoch where the run has ended, and says which', () => {
    const on = acted(early, train);
    assert.deepEqual([wishOf(on).oneMore, on.screen.notice], [true, 'one more epoch: epoch 8']);
    assert.deepEqual(wishOf(on).options, wishOf(training).options);
    assert.equal(acted(early, step).screen.notice, 'one more epoch: epoch 8');
    assert.equal(acted(told(training, ...ended('epochs', 20)), train).screen.notice, 'one more epoch: epoch 21');
    const stoppedAtLast = told(training, ...ended('stopped', 20));
    assert.equal(wishOf(acted(stoppedAtLast, train)).oneMore, true);
  });

  it('is that epoch still where it was stopped in its midst', () => {
    const [status, start] = started(2);
    const on = told(acted(early, train), status, {...start, firstEpoch: 8, lastEpoch: 8}, progress(8, 9));
    const quick = acted(on, train, train);
    assert.deepEqual([wishOf(quick).stretch, wishOf(quick).oneMore], [3, true]);
    const stopped = told(acted(on, train), ...ended('stopped', 7, 2));
    assert.equal(wishOf(acted(stopped, train)).oneMore, true);
  });

  it('is one more epoch of a saved run that was finished before, or the rest of that', () => {
    const history = [{...epochDone(20)}];
    const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};
    const resumed = {file: 'a.npz', dataset: 'MNIST', epochs: 20, stepInEpoch: 0, settings, history};
    const on = acted(told(idle, {...opened, trained: true, resumed}), train);
    assert.deepEqual([wishOf(on).oneMore, on.screen.notice], [true, 'one more epoch: epoch 21']);
    const rest = acted(told(idle, {...opened, trained: true, resumed: {...resumed, stepInEpoch: 9}}), train);
    assert.deepEqual([wishOf(rest).oneMore, rest.screen.notice], [true, undefined]);
    const before = acted(told(idle, {...opened, trained: true, resumed: {...resumed, epochs: 19}}), train);
    assert.equal(wishOf(before).oneMore, false);
  });

  it('goes on to the planned end before that, and in another run', () => {
    assert.equal(wishOf(acted(idle, train)).oneMore, false);
    assert.equal(wishOf(acted(told(training, ...ended('stopped', 3)), train)).oneMore, false);
    assert.equal(wishOf(acted(told(training, ...ended('diverged', 3)), train)).oneMore, false);
    const again = acted(acted(early, train), {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'}, train);
    assert.equal(wishOf(told(again, {...opened, run: 2})).oneMore, false);
  });
});

describe('the pace', () => {
  const pace = (...to: ('slower' | 'faster' | 'full')[]): unknown =>
    wishOf(acted(training, ...to.map(each => ({type: 'pace', to: each}) as const))).pace;

  it('is watch at first, as fast as it goes by f, and watch again', () => {
    assert.equal(wishOf(idle).pace, 'watch');
    assert.deepEqual([pace('full'), pace('full', 'full')], ['full', 'watch']);
  });

  it('takes the next speed below or above the present one', () => {
    assert.equal(pace('full', 'slower'), 400);
    assert.equal(pace('full', 'slower', 'slower', 'slower', 'slower', 'slower', 'slower'), 1);
    assert.equal(pace('full', 'slower', 'faster'), 'full');
    assert.equal(pace('full', 'faster'), 'full');
    const ends = acted(training, {type: 'pace', to: 'full'}, {type: 'pace', to: 'faster'});
    assert.equal(ends.screen.notice, 'full pace already');
    const slowest = acted(training, ...new Array<Action>(6).fill({type: 'pace', to: 'slower'}));
    assert.deepEqual([wishOf(slowest).pace, slowest.screen.notice], [1, 'the slowest pace already']);
    // At step 234 of the run, watch takes about 146 steps a second.
    assert.deepEqual([pace('slower'), pace('faster')], [100, 400]);
    const later = told(acted(idle, {type: 'train'}), ...started(), progress(1, 5));
    // And about 4 at step 5.
    assert.equal(wishOf(acted(later, {type: 'pace', to: 'slower'})).pace, 1);
    assert.equal(wishOf(acted(later, {type: 'pace', to: 'faster'})).pace, 5);
  });
});

describe('the learning rate', () => {
  const rate = (...by: (1 | -1)[]): number =>
    wishOf(acted(training, ...by.map(each => ({type: 'rate', by: each}) as const))).options.learningRate;

  it('goes up and down by 1, 2, 5, and is said', () => {
    assert.deepEqual([rate(1), rate(1, 1), rate(1, 1, 1)], [0.002, 0.005, 0.01]);
    assert.deepEqual([rate(-1), rate(-1, -1), rate(-1, -1, -1)], [0.0005, 0.0002, 0.0001]);
    assert.equal(rate(1, -1), 0.001);
    assert.equal(acted(training, {type: 'rate', by: 1}).screen.notice, 'learning rate 0.002');
    const most = acted(training, ...new Array<Action>(30).fill({type: 'rate', by: 1}));
    assert.equal(most.screen.notice, 'learning rate 10000 is the highest already');
    const least = acted(training, ...new Array<Action>(30).fill({type: 'rate', by: -1}));
    assert.equal(least.screen.notice, 'learning rate 1e-9 is the lowest already');
  });
});
