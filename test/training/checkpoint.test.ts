import assert from 'node:assert/strict';
import {linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../source/network/initial-state.js';
import {type NetworkState, type Parameters, parameterNames} from '../../source/network/network-state.js';
import {loadCheckpoint, saveCheckpoint} from '../../source/training/checkpoint.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {npyFile, npzFile} from '../helpers/npz.js';
import {fixture, withFolder} from '../helpers/program.js';
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

describe('a file that is no checkpoint of ours', () => {
  const foreign = /: not weights that mnist-tui saved; train anew or give another --model/;

  it('is missing: train first', async () => {
    await inFolder(file =>
      rejectsForPerson(() => loadCheckpoint(file), `${file}: no weights saved yet; train first: mnist-tui train`).then(
        () => {},
      ),
    );
  });

  it('is a folder', async () => {
    await withFolder(async folder => {
      await rejectsForPerson(() => loadCheckpoint(folder), `${folder}: `, /directory/);
    });
  });

  it('is a dataset', async () => {
    const file = fixture('data-files/compressed.npz');
    await rejectsForPerson(() => loadCheckpoint(file), file, foreign);
  });

  it('is a web page', async () => {
    const file = fixture('data-files/html.npz');
    await rejectsForPerson(() => loadCheckpoint(file), file, /not an \.npz archive/);
  });

  it('is cut short, or has one changed byte', async () => {
    await inFolder(async file => {
      await saveCheckpoint(file, initialState(8, 1), info);
      const whole = readFileSync(file);
      writeFileSync(file, whole.subarray(0, whole.length / 2));
      await rejectsForPerson(() => loadCheckpoint(file), file, /broken-off download/);
      const damaged = Buffer.from(whole);
      damaged[5000] ^= 0x40;
      writeFileSync(file, damaged);
      await rejectsForPerson(() => loadCheckpoint(file), file, /hidden_weight\.npy.*damaged/);
    });
  });

  /** Saves a good checkpoint with some members changed or, where undefined, taken out. */
  const altered = (
    changes: Readonly<Record<string, Uint8Array | undefined>>,
    use: (file: string) => Promise<unknown>,
  ): Promise<void> =>
    inFolder(async file => {
      await saveCheckpoint(file, initialState(2, 1), info);
      const members = Object.entries({...unzipSync(readFileSync(file)), ...changes});
      const kept = members.flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes] as const]));
      writeFileSync(file, npzFile(Object.fromEntries(kept)));
      await use(file);
    });

  const described = (fields: object): Uint8Array =>
    Buffer.from(JSON.stringify({version: 1, hidden: 2, step: 0, ...info, ...fields}));

  it('can be altered and still be ours, so that the next tests test something', async () => {
    await altered({'info.json': described({epochs: 3})}, async file => {
      assert.equal((await loadCheckpoint(file)).info.epochs, 3);
    });
  });

  const texts: [string, Uint8Array | undefined][] = [
    ['has no description', undefined],
    ['has a description that is no JSON', Buffer.from('{')],
    ['has a description that is null', Buffer.from('null')],
    ['was written by a later version', described({version: 2})],
    ['claims a negative number of hidden units', described({hidden: -2})],
    ['claims more hidden units than there can be', described({hidden: 1_000_000})],
    ['claims half a step', described({step: 0.5})],
    ['claims a seed that is text', described({seed: '1'})],
    ['does not say how many epochs it had', described({epochs: undefined})],
  ];
  for (const [what, description] of texts) {
    it(what, async () => {
      await altered({'info.json': description}, file => rejectsForPerson(() => loadCheckpoint(file), file, foreign));
    });
  }

  it('has an array of another shape', async () => {
    const changes = {'output_weight.npy': npyFile('<f4', [2, 10], new Uint8Array(80))};
    await altered(changes, file =>
      rejectsForPerson(() => loadCheckpoint(file), file, 'output_weight.npy has shape (2, 10); wanted (10, 2)'),
    );
  });

  it('describes more hidden units than its arrays have', async () => {
    await altered({'info.json': described({hidden: 3})}, file =>
      rejectsForPerson(() => loadCheckpoint(file), file, 'hidden_weight.npy has shape (2, 784); wanted (3, 784)'),
    );
  });

  it('lacks an array', async () => {
    await altered({'second_moment_output_bias.npy': undefined}, file =>
      rejectsForPerson(() => loadCheckpoint(file), file, 'second_moment_output_bias.npy'),
    );
  });
});
