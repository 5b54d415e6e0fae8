import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {FoundNearest} from '../../source/state/nearest.js';
import {openRun, type Run} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {createStore, type Store} from '../../source/state/store.js';
import {type Clock, fakeClock} from '../helpers/clock.js';
import {idle, network, progress, started, training} from '../helpers/state.js';

const run = (state: State): Run => openRun(state.runs);

type Frame = {readonly at: number; readonly state: State};

/** A store with a listener that keeps each frame shown and when. */
function watch(t: TestContext, initial = training): {store: Store; clock: Clock; frames: Frame[]; begin: number} {
  const clock = fakeClock(t);
  const store = createStore(initial, () => {});
  const frames: Frame[] = [];
  store.subscribe(() => frames.push({at: clock.now(), state: store.shown()}));
  return {store, clock, frames, begin: clock.now()};
}

/** The times between frames, the first from `begin`. */
const gaps = (frames: readonly Frame[], begin: number): number[] =>
  frames.map(({at}, index) => at - (frames[index - 1]?.at ?? begin));

describe('the store', () => {
  it('folds everything at once, and says so at once', t => {
    fakeClock(t);
    const changes: number[] = [];
    const store = createStore(idle, (_, state) => changes.push(state.choice.index));
    for (let step = 0; step < 5; step++) store.act({type: 'move', by: 1});
    assert.deepEqual(changes, [1, 2, 3, 4, 5]);
    assert.equal(store.current().choice.index, 5);
    assert.equal(store.shown().choice.index, 0);
  });

  it('loses no event of a fast training: the history has its last batches, one after the other', t => {
    const {store, clock} = watch(t);
    for (let step = 1; step <= 400; step++) {
      store.receive(progress(2, step, [step]));
      clock.advance(1);
    }
    clock.advance(200);
    const expected = Array.from({length: 50}, (_, index) => 351 + index);
    assert.deepEqual(run(store.current()).history.batchLosses, expected);
    assert.deepEqual(run(store.shown()).history.batchLosses, expected);
  });

  it('shows training at most every 80 milliseconds', t => {
    const {store, clock, frames, begin} = watch(t);
    for (let step = 1; step <= 400; step++) {
      store.receive(progress(2, step));
      clock.advance(1);
    }
    const [first, ...later] = gaps(frames, begin);
    assert.ok(first <= 20, `the first frame after ${first} ms`);
    assert.ok(later.length >= 3);
    assert.deepEqual(new Set(later), new Set([80]));
  });

  it('shows what a key did at most 30 milliseconds after the last frame, and within 10 on a still screen', t => {
    const {store, clock, frames} = watch(t);
    const pressed = clock.now();
    store.act({type: 'move', by: 1});
    clock.advance(10);
    assert.equal(frames.length, 1);
    assert.ok(frames[0].at - pressed <= 10);
    store.act({type: 'move', by: 1});
    clock.advance(40);
    assert.deepEqual(gaps(frames, pressed).slice(1), [30]);
    assert.equal(frames[1].state.choice.index, 2);
  });

  it('does not let a key wait for the frame of the training', t => {
    const {store, clock, frames} = watch(t);
    store.receive(progress(2, 1));
    clock.advance(10);
    store.receive(progress(2, 2));
    clock.advance(10);
    store.act({type: 'move', by: 1});
    clock.advance(30);
    // The key came 12 ms after the first frame, and its own frame 8 ms after the key.
    assert.deepEqual(gaps(frames, 0).slice(1), [20]);
    assert.deepEqual([frames[1].state.choice.index, run(frames[1].state).progress?.step], [1, 2]);
    clock.advance(500);
    assert.equal(frames.length, 2);
  });

  it('does not let a key wait for what has been found out beside', t => {
    const {store, clock, frames} = watch(t);
    const found = {run: 1, split: 'test', index: 0, neighbours: []} as unknown as FoundNearest;
    store.find({type: 'found-nearest', found});
    clock.advance(10);
    assert.equal(frames.length, 1);
    store.act({type: 'move', by: 1});
    clock.advance(30);
    assert.deepEqual(gaps(frames, 0).slice(1), [10]);
  });

  it('draws no more than 34 frames a second for a key that is held down', t => {
    const {store, clock, frames} = watch(t);
    for (let press = 0; press < 100; press++) {
      store.act({type: 'move', by: 1});
      clock.advance(10);
    }
    clock.advance(100);
    assert.ok(frames.length > 25 && frames.length <= 35, `${frames.length} frames`);
    assert.equal(store.shown().choice.index, 99);
  });

  it('shows the last event, whatever it is and however closely it follows a frame', t => {
    const inputs: ((store: Store) => void)[] = [
      ...[progress(3, 9), ...started(), network(1)].map(event => (store: Store) => store.receive(event)),
      store => store.receive({type: 'warning', what: 'engine', message: 'x'}),
      store => store.act({type: 'move', by: 1}),
      store => store.act({type: 'resize', columns: 90, rows: 30}),
    ];
    const {store, clock, frames} = watch(t);
    for (const [number, input] of inputs.entries()) {
      for (const pause of [0, 1, 7, 8, 9, 29, 30, 31, 79, 80, 81]) {
        store.receive(progress(2, 1));
        clock.advance(pause);
        input(store);
        const last = store.current();
        clock.advance(100);
        assert.equal(store.shown(), last, `input ${number} after ${pause} ms`);
        assert.equal(frames.at(-1)?.state, last);
      }
    }
  });

  it('has no timer and draws nothing while nothing happens', t => {
    const {store, clock, frames} = watch(t);
    assert.equal(clock.waiting(), 0);
    store.receive(progress(2, 1));
    assert.equal(clock.waiting(), 1);
    store.act({type: 'move', by: 1});
    assert.equal(clock.waiting(), 1);
    clock.advance(100);
    assert.equal(clock.waiting(), 0);
    assert.equal(frames.length, 1);
    clock.advance(10_000);
    assert.equal(frames.length, 1);
  });

  it('calls no listener that has left, and keeps no timer when the last has', t => {
    const clock = fakeClock(t);
    const store = createStore(training, () => {});
    let [stayed, left] = [0, 0];
    const leaveFirst = store.subscribe(() => left++);
    const leaveSecond = store.subscribe(() => stayed++);
    leaveFirst();
    store.act({type: 'move', by: 1});
    clock.advance(50);
    assert.deepEqual([stayed, left], [1, 0]);
    store.act({type: 'move', by: 1});
    leaveSecond();
    assert.equal(clock.waiting(), 0);
    clock.advance(200);
    assert.deepEqual([stayed, left], [1, 0]);
  });

  it('shows news again to a listener that comes after the last has left', t => {
    const clock = fakeClock(t);
    const store = createStore(training, () => {});
    const leave = store.subscribe(() => {});
    store.act({type: 'move', by: 1});
    leave();
    clock.advance(200);
    let calls = 0;
    store.subscribe(() => calls++);
    store.act({type: 'move', by: 1});
    clock.advance(200);
    assert.equal(calls, 1);
    assert.equal(store.shown().choice.index, 2);
  });
});
