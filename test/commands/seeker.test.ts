import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createSeeker} from '../../source/commands/seeker.js';
import {createTurns} from '../../source/commands/turns.js';
import {digit} from '../../source/dataset/dataset.js';
import {atOnce, nearestByPixels, squaredNorms} from '../../source/network/nearest.js';
import {pixelNeighbours} from '../../source/state/nearest.js';
import type {State} from '../../source/state/state.js';
import {createStore} from '../../source/state/store.js';
import {noiseDataset} from '../helpers/mnist.js';
import {acted, idle, told} from '../helpers/state.js';

const {train, test} = noiseDataset(4000, 20, 5);
const ready: State = told(
  idle,
  {type: 'split-loaded', split: 'train', data: train},
  {type: 'split-loaded', split: 'test', data: test},
);
const norms = atOnce(squaredNorms(train.images));
const nearestTo = (index: number): number[] =>
  atOnce(nearestByPixels(digit(test, index), train.images, norms, 5, undefined)).map(each => each.index);

/** A store that is sought in, and what waits until it shows the nearest of the digit that is chosen. */
function opened(): {store: ReturnType<typeof createStore>; found: () => Promise<number[]>; searches: () => number} {
  let [arrived, searches] = [(): void => {}, 0];
  const seek = createSeeker({
    current: () => store.current(),
    find(found) {
      searches++;
      store.find(found);
    },
    takeTurns: createTurns(),
  });
  const store = createStore(ready, () => {
    seek();
    arrived();
  });
  return {
    store,
    searches: () => searches,
    async found() {
      for (;;) {
        const neighbours = pixelNeighbours(store.current());
        if (neighbours !== undefined) return neighbours.map(({index}) => index);
        await new Promise<void>(resolve => {
          arrived = resolve;
        });
      }
    },
  };
}

describe('the search for the nearest digits', () => {
  it('begins when somebody looks, and goes along with the digits that are walked', async () => {
    const {store, found, searches} = opened();
    store.act({type: 'move', by: 1});
    assert.equal(store.current().nearest, undefined);
    store.act({type: 'toggle-overlay', overlay: 'nearest'});
    assert.equal(pixelNeighbours(store.current()), undefined);
    assert.deepEqual(await found(), nearestTo(1));
    store.act({type: 'move', by: 1});
    assert.equal(pixelNeighbours(store.current()), undefined);
    // Another digit before the search for that one is over.
    store.act({type: 'move', by: 3});
    assert.deepEqual(await found(), nearestTo(5));
    assert.equal(searches(), 2);
  });

  it('ends when nobody looks any more', async () => {
    const {store, found, searches} = opened();
    store.act({type: 'toggle-overlay', overlay: 'nearest'});
    store.act({type: 'close'});
    await new Promise(resolve => setImmediate(() => setImmediate(resolve)));
    assert.deepEqual([searches(), store.current().nearest], [0, undefined]);
    store.act({type: 'toggle-overlay', overlay: 'nearest'});
    assert.deepEqual(await found(), nearestTo(0));
  });

  it('finds the train split itself without the digit, and not again what is known', async () => {
    const {store, found, searches} = opened();
    store.act({type: 'switch-split'});
    store.act({type: 'toggle-overlay', overlay: 'nearest'});
    const neighbours = await found();
    assert.ok(!neighbours.includes(0) && neighbours.length === 5);
    assert.ok(acted(store.current(), {type: 'earlier'}).nearest === store.current().nearest);
    store.act({type: 'predict'});
    assert.deepEqual([await found(), searches()], [neighbours, 1]);
  });
});
