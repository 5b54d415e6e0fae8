import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import type {OptimizerName} from '../../../source/network/optimizers.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {mnist, randomOrder} from '../../helpers/mnist.js';
import {withFolder} from '../../helpers/program.js';
import {python3, withoutPython} from '../../helpers/python.js';
import {readmePath} from '../../helpers/readme.js';
import {runInfo} from '../../helpers/run-info.js';

const formatsPath = fileURLToPath(new URL('../../../../docs/formats.md', import.meta.url));

/** The Python lines of a page, block by block. */
const pythonOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/```python\r?\n([\s\S]*?)```/g)].map(([, lines]) => lines);

const [loading, adam] = pythonOf(readmePath);
const [momentum] = pythonOf(formatsPath);
/** The optimisers whose lines the pages have, with the learning rate that they are written for. */
const cases: readonly (readonly [OptimizerName, learningRate: number, lines: string])[] = [
  ['adam', 0.001, adam ?? assert.fail('README has no lines for Adam')],
  ['momentum', 0.1, momentum ?? assert.fail('docs/formats.md has no lines for momentum')],
];
const [batchSize, steps] = [128, 100];

/** Trains on, from what the pages' lines have loaded, with the batches in the order file; prints each batch's loss. */
const training = `
images = numpy.fromfile('images', dtype='uint8').reshape(-1, 784)
labels = numpy.fromfile('labels', dtype='uint8')
losses = []
for batch in numpy.fromfile('order', dtype='uint32').reshape(-1, ${batchSize}):
    x = torch.from_numpy(images[batch].astype('float32') / 255)
    target = torch.nn.functional.one_hot(torch.from_numpy(labels[batch].astype('int64')), 10).float()
    loss = torch.nn.functional.mse_loss(model(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print(json.dumps(losses))`;

describe('PyTorch trains on from a checkpoint', () => {
  for (const [optimizer, learningRate, lines] of cases) {
    it(`with ${optimizer}, by the lines in the documentation: its next ${steps} losses are ours`, {
      skip: withoutPython('numpy', 'torch'),
    }, async () => {
      const dataset = mnist();
      const engine = await createWasmEngine(1);
      await engine.load(dataset);
      await engine.setState(initialState(128, 5));
      const options = {loss: 'mse', optimizer, learningRate, batchSize} as const;
      const order = randomOrder(2 * steps * batchSize, dataset.train.count, 5);
      await engine.trainSteps(order.subarray(0, steps * batchSize), options);
      const state = await engine.getState();
      const next = order.slice(steps * batchSize);
      const ours = await engine.trainSteps(next, options);
      await engine.dispose();
      const settings = {...runInfo(128).settings, optimizer, learningRate};
      await withFolder(async folder => {
        const put = (name: string, content: Uint8Array): void => writeFileSync(path.join(folder, name), content);
        put('weights.npz', encodeCheckpoint(state, runInfo(128, undefined, {settings})));
        put('images', dataset.train.images);
        put('labels', dataset.train.labels);
        put('order', new Uint8Array(next.buffer));
        const script = `
import json, os, sys
os.chdir(sys.argv[1])
from torch import nn
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
${loading}
${lines}
${training}`;
        const theirs = python3<number[]>(script, folder);
        assert.equal(theirs.length, steps);
        // As far as every engine may be from PyTorch. Moments that are lost or left out show at once: below, by how much.
        const largest = Math.max(...theirs.map((loss, step) => Math.abs(loss - (ours[step] ?? Number.NaN))));
        assert.ok(largest < 1e-5, `${optimizer}: off by ${largest}`);
        const afresh = python3<number[]>(script.replace(lines, withoutState(lines)), folder);
        const off = Math.max(...afresh.map((loss, step) => Math.abs(loss - (ours[step] ?? Number.NaN))));
        assert.ok(off > 1e-3, `without what the optimiser remembers it is off by ${off} only`);
      });
    });
  }
});

/** The lines that make an optimiser, without those that give it what it remembers. */
const withoutState = (lines: string): string => lines.slice(0, lines.indexOf('for name'));
