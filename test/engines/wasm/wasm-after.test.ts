import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {tutorialMethod} from '../../../source/network/reference.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';

it('a run on the wasm engine has the same numbers after one whose loss ran away, whatever its width', async () => {
  const dataset = noiseDataset(64, 20, 5);
  for (const hidden of [4, 32, 40]) {
    const engine = await createWasmEngine(1);
    await engine.load(dataset);
    const order = randomOrder(8 * 8, 64, 7);
    const run = async (learningRate: number): Promise<Float32Array[]> => {
      await engine.setState(initialState(hidden, 1));
      const before = await engine.scores('test');
      return [before, await engine.trainSteps(order, {...tutorialMethod, batchSize: 8, learningRate})];
    };
    const first = await run(0.001);
    const [, losses] = await run(1e20);
    assert.ok(losses.some(Number.isNaN));
    assert.deepEqual(await run(0.001), first);
    await engine.dispose();
  }
});
