import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Dataset, sharedBytes} from '../../../source/dataset/dataset.js';
import {createWasmEngine, type WasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {tutorialMethod} from '../../../source/network/reference.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';

const dataset = noiseDataset(300, 200, 1);

/** Losses of some steps, and the test scores after them, from an engine that a dataset is loaded into. */
async function resultsOf(engine: WasmEngine, loaded: Dataset): Promise<unknown> {
  await engine.load(loaded);
  await engine.setState(initialState(40, 1));
  const losses = await engine.trainSteps(randomOrder(64, 300, 2), {
    ...tutorialMethod,
    batchSize: 16,
    learningRate: 1e-3,
  });
  const results = [[...losses], [...(await engine.scores('test'))], [...(await engine.scores('train'))]];
  await engine.dispose();
  return results;
}

/** The same dataset in other memory. */
function copied(data: Dataset): Dataset {
  const copy = ({images, ...rest}: Dataset['train']): Dataset['train'] => {
    const shared = sharedBytes(images.length);
    shared.set(images);
    return {...rest, images: shared};
  };
  return {...data, train: copy(data.train), test: copy(data.test)};
}

describe('images that the wasm engine receives while a dataset is read', () => {
  const {train, test} = dataset;
  const orders: readonly (readonly [string, readonly ['train' | 'test', number][]])[] = [
    [
      'test first, then train',
      [
        ['test', 77],
        ['test', 200],
        ['train', 5],
        ['train', 5],
        ['train', 299],
        ['train', 300],
      ],
    ],
    [
      'both in turns, a part of each',
      [
        ['train', 10],
        ['test', 1],
        ['train', 100],
        ['test', 150],
        ['train', 200],
      ],
    ],
    ['train alone', [['train', 300]]],
    [
      'none of an image that has begun',
      [
        ['test', 0],
        ['train', 0],
      ],
    ],
  ];
  for (const [what, calls] of orders) {
    it(`give the same figures as all at once: ${what}`, async () => {
      const engine = await createWasmEngine(1);
      for (const [split, count] of calls) engine.receive(split, dataset[split].images, count);
      assert.deepEqual(await resultsOf(engine, dataset), await resultsOf(await createWasmEngine(1), dataset));
    });
  }

  it('do not count when another dataset is loaded, nor when a dataset is loaded once more', async () => {
    const right = await resultsOf(await createWasmEngine(1), dataset);
    const engine = await createWasmEngine(1);
    const other = noiseDataset(300, 200, 2);
    engine.receive('test', other.test.images, 200);
    engine.receive('train', other.train.images, 300);
    assert.deepEqual(await resultsOf(engine, dataset), right);

    const again = await createWasmEngine(1);
    const changed = copied(dataset);
    again.receive('test', changed.test.images, 200);
    again.receive('train', changed.train.images, 300);
    await again.load(changed);
    changed.train.images.set(other.train.images);
    await again.load(changed);
    await again.setTrainImages(train.images);
    assert.deepEqual(await resultsOf(again, {...changed, train, test}), right);
  });

  it('are read when they are received: what changes in them later is not seen', async () => {
    const right = await resultsOf(await createWasmEngine(1), dataset);
    const changed = copied(dataset);
    const engine = await createWasmEngine(1);
    engine.receive('test', changed.test.images, 200);
    engine.receive('train', changed.train.images, 300);
    changed.train.images.fill(0);
    assert.deepEqual(await resultsOf(engine, changed), right);
  });
});
