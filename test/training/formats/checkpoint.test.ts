import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../../source/network/initial-state.js';
import {type NetworkState, parameterNames, type Weights} from '../../../source/network/network-state.js';
import {decodeCheckpoint, decodeMoments, encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import type {RunSettings} from '../../../source/training/formats/run-info.js';
import {fixture, withFolder} from '../../helpers/program.js';
import {python3, withoutNumpy} from '../../helpers/python.js';
import {runInfo} from '../../helpers/run-info.js';

/** A state whose numbers are awkward: a tiny one, a huge one, minus zero. */
function awkwardState(hidden: number): NetworkState {
  const part = (seed: number): Weights => {
    const {weights} = initialState(hidden, seed);
    weights.outputBias.set([1e-45, -0, 3.4e38, -1e-40]);
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

const names = ['0.weight', '0.bias', '2.weight', '2.bias'];

describe('a checkpoint', () => {
  for (const hidden of [1, 5, 128]) {
    it(`gives back every bit of a network with ${hidden} hidden units, and all of its run`, () => {
      const state = awkwardState(hidden);
      const info = runInfo(hidden, undefined, {
        settings: {...runInfo(hidden).settings, shuffle: false, augment: true},
        stepInEpoch: 3,
        dataset: {name: 'Ünïcode 数', checksum: {train: '1', test: '2'}},
      });
      const read = decodeCheckpoint(encodeCheckpoint(state, info), 'it');
      assertSameBits(read.state, state);
      assert.deepEqual(read.info, info);
    });
  }

  it("is read by NumPy: PyTorch's names and shapes, and every member an array", {skip: withoutNumpy}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'model.npz');
      const state = awkwardState(5);
      writeFileSync(file, encodeCheckpoint(state, runInfo(5)));
      const script = `
import json, sys, numpy
z = numpy.load(sys.argv[1])
print(json.dumps([{k: [str(z[k].dtype), z[k].shape] for k in z}, z['0.weight'].view('uint32').ravel().tolist(),
  z['exp_avg_sq.2.bias'].view('uint32').tolist(), int(z['step']), json.loads(str(z['info']))]))`;
      const [arrays, hiddenWeight, moment, step, info] = python3<
        [Record<string, unknown[]>, number[], number[], number, {format: number; settings: unknown}]
      >(script, file);
      const shapes = [[5, 784], [5], [10, 5], [10]];
      for (const prefix of ['', 'exp_avg.', 'exp_avg_sq.']) {
        for (const [at, name] of names.entries()) assert.deepEqual(arrays[`${prefix}${name}`], ['float32', shapes[at]]);
      }
      assert.deepEqual([arrays.step, arrays.info?.[1], Object.keys(arrays).length], [['int64', []], [], 14]);
      assert.deepEqual(hiddenWeight, bits(state.weights.hiddenWeight));
      const {trainImages: _, ...settings} = runInfo(5).settings;
      assert.deepEqual(moment, bits(state.secondMoment.outputBias));
      assert.deepEqual([step, info.format, info.settings], [3276, 2, settings]);
    });
  });

  it('is read when NumPy has saved it again, packed or not, or in float64', {skip: withoutNumpy}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'model.npz');
      const state = awkwardState(5);
      writeFileSync(file, encodeCheckpoint(state, runInfo(5)));
      for (const save of [
        'numpy.savez(sys.argv[2], **z)',
        'numpy.savez_compressed(sys.argv[2], **z)',
        "numpy.savez(sys.argv[2], **{k: v.astype('float64') if v.dtype == 'float32' else v for k, v in z.items()})",
      ]) {
        const again = path.join(folder, 'again.npz');
        python3(`import sys, numpy\nz = dict(numpy.load(sys.argv[1]))\n${save}\nprint('1')`, file, again);
        const read = decodeCheckpoint(readFileSync(again), again);
        assertSameBits(read.state, state);
        assert.deepEqual(read.info, runInfo(5));
      }
    });
  });

  it('has moments and the curve of the chart, which NumPy reads, keeps, and reads back', {
    skip: withoutNumpy,
  }, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'model.npz');
      const same = [0, 468].map(step => ({
        ...{step, epoch: step / 468, endsEpoch: step > 0, ...(step > 0 && {meanTestLoss: 0.1 + 0.2, accuracy: 0.9})},
        weights: awkwardState(5).weights,
      }));
      const curve = {train: [{step: 3, loss: 1 / 3}], batchLosses: [0.1, 1e-9]};
      const way = {
        computedOn: [{from: 0, engine: 'wasm', device: 'a “CPU”', threads: 2}],
        changes: [{step: 3, name: 'batchSize', was: 8}],
      } as const;
      writeFileSync(file, encodeCheckpoint(awkwardState(5), {...runInfo(5), curve, ...way}, same));
      const script = `import json, sys, numpy
z = numpy.load(sys.argv[1])
numpy.savez(sys.argv[2], **z)
print(json.dumps({k: z[k].shape for k in z if k.startswith('moment')}))`;
      const again = path.join(folder, 'again.npz');
      const shapes = python3<Record<string, number[]>>(script, file, again);
      assert.deepEqual(shapes['moment.468.0.weight'], [5, 784]);
      assert.equal(Object.keys(shapes).length, 8);
      for (const each of [file, again]) {
        const bytes = readFileSync(each);
        const {info} = decodeCheckpoint(bytes, each);
        assert.ok(info !== undefined);
        assert.deepEqual(info.curve, curve);
        assert.deepEqual({computedOn: info.computedOn, changes: info.changes}, way);
        assert.deepEqual(decodeMoments(bytes, info, each), same);
      }
    });
  });

  it('with a long history is packed where that is, and read as before, also by others', () => {
    const info = runInfo(5);
    const [record = assert.fail()] = info.history;
    const history = Array.from({length: 2000}, (_, place) => ({...record, epoch: place + 1, seconds: place / 7}));
    const bytes = encodeCheckpoint(awkwardState(5), {...info, history});
    assert.ok(bytes.length < encodeCheckpoint(awkwardState(5), info).length + 300_000, `${bytes.length}`);
    assert.deepEqual(decodeCheckpoint(bytes, 'it').info?.history, history);
    const text = unzipSync(bytes)['info.npy'] ?? assert.fail();
    const letters = Buffer.from(text.subarray(-4 * 60))
      .toString('utf16le')
      .replaceAll('\u0000', '');
    assert.match(letters, /"seconds":285\.57142857142856}\]}$/);
  });

  it('with a moment that is damaged or missing is refused when its moments are read', () => {
    const moment = {step: 8, epoch: 1, endsEpoch: true, weights: awkwardState(2).weights};
    const bytes = Buffer.from(encodeCheckpoint(awkwardState(2), runInfo(2), [moment]));
    const {info} = decodeCheckpoint(bytes, 'it');
    assert.ok(info !== undefined);
    const without = encodeCheckpoint(awkwardState(2), runInfo(2));
    assert.throws(() => decodeMoments(without, info, 'it'), /^UserError: it: has no moment\.8\.0\.weight/);
    bytes[bytes.indexOf('moment.8.0.weight') + 500] ^= 1;
    assert.throws(() => decodeMoments(bytes, info, 'it'), {name: 'UserError'});
    assert.deepEqual(decodeCheckpoint(bytes, 'it').info, info);
  });

  it('of format 1 is read as the version that wrote it meant it', () => {
    const {state, info} = decodeCheckpoint(readFileSync(fixture('format-1.npz')), 'it');
    assert.deepEqual([state.hidden, state.step, info?.epoch, info?.settings.seed], [3, 16, 2, 9]);
    assert.deepEqual([info?.dataset.name, info?.history], ['compressed.npz', []]);
    // As NumPy reads them.
    assert.deepEqual(
      [...state.weights.outputBias.subarray(0, 2)].map(value => value.toFixed(6)),
      ['-0.103935', '0.527413'],
    );
  });

  it('from before there were --no-shuffle and --augment is of a shuffled run on unchanged images', () => {
    const info = runInfo(2);
    const {shuffle: _, augment: __, ...settings} = info.settings;
    const bytes = encodeCheckpoint(initialState(2, 1), {...info, settings: settings as RunSettings});
    assert.deepEqual(decodeCheckpoint(bytes, 'it').info?.settings, {...settings, shuffle: true, augment: false});
    const {shuffle, augment} = decodeCheckpoint(readFileSync(fixture('format-1.npz')), 'it').info?.settings ?? {};
    assert.deepEqual([shuffle, augment], [true, false]);
  });

  it('without its info is weights of no known run', {skip: withoutNumpy}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'bare.npz');
      writeFileSync(file, encodeCheckpoint(awkwardState(4), runInfo(4)));
      const bare = `{k: z[k] for k in ${JSON.stringify(names)}}`;
      python3(`import sys, numpy\nz = numpy.load(sys.argv[1])\nnumpy.savez(sys.argv[1], **${bare})\nprint('1')`, file);
      const {state, info} = decodeCheckpoint(readFileSync(file), file);
      assert.deepEqual([info, state.hidden, state.step], [undefined, 4, 0]);
      assert.deepEqual(bits(state.weights.outputWeight), bits(awkwardState(4).weights.outputWeight));
    });
  });
});
