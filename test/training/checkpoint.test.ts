import assert from 'node:assert/strict';
import {linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {type NetworkState, type Parameters, parameterNames} from '../../source/network/network-state.js';
import {loadCheckpoint, saveCheckpoint} from '../../source/training/checkpoint.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {withFolder} from '../helpers/program.js';
import {python3, withoutNumpy} from '../helpers/python.js';

const info = {seed: 4294967295, epochs: 7, dataset: 'mnist.npz'};

/** A state whose numbers are awkward: a tiny one, a huge one, minus zero, one that is not finite. */
function awkwardState(hidden: number): NetworkState {
  const part = (seed: number): Parameters => {
    const {weights} = initialState(hidden, seed);
    weights.outputBias.set([1e-45, -0, 3.4e38, -1e-40, Number.NaN, Number.NEGATIVE_INFINITY]);
    return weights;
  };
  return {hidden, weights: part(1), firstMoment: part(2), secondMoment: part(3), step: 3276};
}

const bits = (values: Float32Array): number[] => [
  ...new Uint32Array(Uint8Array.from(Buffer.from(values.buffer)).buffer),
];

function assertSameBits(found: NetworkState, expected: NetworkState): void {
  assert.deepEqual([found.hidden, found.step], [expected.hidden, expected.step]);
  for (const part of ['weights', 'firstMoment', 'secondMoment'] as const) {
    for (const name of parameterNames) {
      assert.deepEqual(bits(found[part][name]), bits(expected[part][name]), `${part} ${name}`);
    }
  }
}

const inFolder = (use: (file: string, folder: string) => Promise<void>): Promise<void> =>
  withFolder(folder => use(path.join(folder, 'model.npz'), folder));

describe('a checkpoint', () => {
  for (const hidden of [1, 5, 128]) {
    it(`gives back every bit of a network with ${hidden} hidden units`, async () => {
      await inFolder(async file => {
        const state = awkwardState(hidden);
        await saveCheckpoint(file, state, info);
        const loaded = await loadCheckpoint(file);
        assertSameBits(loaded.state, state);
        const {seed, epochs, dataset} = loaded.info;
        assert.deepEqual({seed, epochs, dataset}, info);
      });
    });
  }

  it('is written into a folder that is made for it, and nothing else is left there', async () => {
    await withFolder(async folder => {
      const place = path.join(folder, 'a', 'b');
      await saveCheckpoint(path.join(place, 'model.npz'), initialState(2, 1), info);
      assert.deepEqual(readdirSync(place), ['model.npz']);
    });
  });

  it('takes the place of an older one in a single move, so that no reader sees half of it', async () => {
    await inFolder(async (file, folder) => {
      await saveCheckpoint(file, initialState(2, 1), info);
      const old = readFileSync(file);
      const reader = path.join(folder, 'reader');
      linkSync(file, reader);
      await saveCheckpoint(file, initialState(2, 2), info);
      assert.deepEqual(readFileSync(reader), old);
      assertSameBits((await loadCheckpoint(file)).state, initialState(2, 2));
      assert.deepEqual(readdirSync(folder).sort(), ['model.npz', 'reader']);
    });
  });

  it('says so when it cannot be written, and offers another place', async () => {
    await inFolder(async file => {
      writeFileSync(file, 'no folder');
      const within = path.join(file, 'model.npz');
      await rejectsForPerson(
        () => saveCheckpoint(within, initialState(2, 1), info),
        `${within}: the weights could not be saved (`,
        'choose a place with --model',
      );
      assert.equal(readFileSync(file, 'utf8'), 'no folder');
    });
  });

  it('leaves no half-written file behind when it cannot take its place', async () => {
    await inFolder(async (file, folder) => {
      mkdirSync(file);
      writeFileSync(path.join(file, 'something'), '');
      await rejectsForPerson(() => saveCheckpoint(file, initialState(2, 1), info), file, '--model');
      assert.deepEqual(readdirSync(folder), ['model.npz']);
    });
  });

  it("is read by NumPy, arrays in PyTorch's names and shapes", {skip: withoutNumpy}, async () => {
    await inFolder(async file => {
      const state = awkwardState(5);
      await saveCheckpoint(file, state, info);
      const script = `
import json, sys, numpy
z = numpy.load(sys.argv[1])
arrays = {name: z[name] for name in z.files if not name.endswith('.json')}
print(json.dumps([{name: [str(a.dtype), a.shape] for name, a in arrays.items()},
  arrays['hidden_weight'].view('uint32').ravel().tolist(),
  arrays['second_moment_output_bias'].view('uint32').tolist()]))`;
      const [arrays, hiddenWeight, moment] = python3<[Record<string, unknown>, number[], number[]]>(script, file);
      const shapes = {hidden_weight: [5, 784], hidden_bias: [5], output_weight: [10, 5], output_bias: [10]};
      const expected = ['', 'first_moment_', 'second_moment_'].flatMap(prefix =>
        Object.entries(shapes).map(([name, shape]) => [`${prefix}${name}`, ['float32', shape]]),
      );
      assert.deepEqual(arrays, Object.fromEntries(expected));
      assert.deepEqual(hiddenWeight, bits(state.weights.hiddenWeight));
      assert.deepEqual(moment, bits(state.secondMoment.outputBias));
    });
  });
});
