import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {decodeModel} from '../../../source/training/formats/model-file.js';
import {encodeSafetensors, isSafetensors} from '../../../source/training/formats/safetensors.js';
import {assertUserError} from '../../helpers/errors.js';
import {bitsOf, network, networks} from '../../helpers/exported.js';
import {runInfo} from '../../helpers/run-info.js';

type Entry = {dtype: string; shape: number[]; data_offsets: [number, number]};
type Header = {__metadata__?: Record<string, string>} & Record<string, Entry>;

/** The two parts of a file, taken apart by the description of the format. */
function partsOf(file: Uint8Array): {header: Header; data: Uint8Array} {
  const length = Number(Buffer.from(file).readBigUInt64LE());
  const text = Buffer.from(file.subarray(8, 8 + length)).toString();
  return {header: JSON.parse(text) as Header, data: file.subarray(8 + length)};
}

/** A file put together from its parts. */
function fileOf(header: unknown, data: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

const {header, data} = partsOf(encodeSafetensors(network()));

describe('a .safetensors file', () => {
  it("has PyTorch's names and shapes, and values without gaps from a multiple of eight bytes on", () => {
    const {weights} = network('tanh', 'cross-entropy');
    const file = encodeSafetensors({weights, loss: 'cross-entropy'});
    const {header, data} = partsOf(file);
    const {__metadata__: about, ...tensors} = header;
    assert.equal((file.length - data.length) % 8, 0);
    assert.deepEqual([about?.format, about?.activation, about?.loss], ['pt', 'tanh', 'cross-entropy']);
    assert.ok(Object.values(about ?? {}).every(value => typeof value === 'string'));
    const shapes = Object.entries(tensors).map(([name, {dtype, shape}]) => [name, dtype, shape]);
    assert.deepEqual(shapes, [
      ['0.weight', 'F32', [24, 784]],
      ['0.bias', 'F32', [24]],
      ['2.weight', 'F32', [10, 24]],
      ['2.bias', 'F32', [10]],
    ]);
    let end = 0;
    for (const [at, {data_offsets: offsets}] of Object.values(tensors).entries()) {
      assert.equal(offsets[0], end);
      end = offsets[1];
      const values = Uint8Array.from(data.subarray(...offsets));
      const own = [weights.hiddenWeight, weights.hiddenBias, weights.outputWeight, weights.outputBias][at];
      assert.deepEqual(new Float32Array(values.buffer), own);
    }
    assert.equal(end, data.length);
  });

  it('gives back every bit, the activation and the loss', () => {
    for (const each of networks) {
      const {state, info, loss} = decodeModel(encodeSafetensors(each), 'it');
      assert.deepEqual(
        [bitsOf(state.weights), state.weights.activation],
        [bitsOf(each.weights), each.weights.activation],
      );
      assert.deepEqual([state.hidden, info, loss], [24, undefined, each.loss]);
    }
  });

  it('of another program is taken for one with ReLU, whatever order and other tensors it has', () => {
    const {__metadata__: _, ...tensors} = header;
    const others = {other: {dtype: 'BF16', shape: [2, 0], data_offsets: [0, 0]}};
    const turned = Object.fromEntries([...Object.entries(others), ...Object.entries(tensors).reverse()]);
    const {state, loss} = decodeModel(fileOf(turned, data), 'it');
    assert.deepEqual([state.weights.activation, loss], ['relu', 'mse']);
    assert.deepEqual(bitsOf(state.weights), bitsOf(network().weights));
  });

  it('is read in float64 and float16, too', () => {
    const values = Float64Array.from([...Array(784).fill(0.5), 1 / 3, ...Array(10).fill(-2), ...Array(10).fill(0.25)]);
    const tensor = (dtype: string, size: number, shape: number[], begin: number): Entry => {
      const count = shape.reduce((product, each) => product * each, 1);
      return {dtype, shape, data_offsets: [begin * size, (begin + count) * size]};
    };
    const tensors = (dtype: string, size: number): Record<string, Entry> => ({
      '0.weight': tensor(dtype, size, [1, 784], 0),
      '0.bias': tensor(dtype, size, [1], 784),
      '2.weight': tensor(dtype, size, [10, 1], 785),
      '2.bias': tensor(dtype, size, [10], 795),
    });
    const double = decodeModel(fileOf(tensors('F64', 8), new Uint8Array(values.buffer)), 'it').state.weights;
    assert.deepEqual([double.hiddenWeight[783], double.hiddenBias[0]], [0.5, Math.fround(1 / 3)]);
    // 0x3c00 is 1 in binary16.
    const ones = Buffer.from(Uint16Array.from({length: 805}, () => 0x3c00).buffer);
    assert.deepEqual(
      [...decodeModel(fileOf(tensors('F16', 2), ones), 'it').state.weights.outputBias],
      Array(10).fill(1),
    );
  });

  it('is told from a checkpoint by what is in it', () => {
    const checkpoint = encodeCheckpoint({...decodeModel(fileOf(header, data), 'it').state}, runInfo(24));
    assert.deepEqual([isSafetensors(checkpoint), isSafetensors(fileOf(header, data))], [false, true]);
    assert.equal(decodeModel(checkpoint, 'it').info?.settings.hidden, 24);
  });
});

describe('a .safetensors file is refused', () => {
  const refuses = (bytes: Uint8Array, ...patterns: readonly (string | RegExp)[]): void => {
    assert.throws(
      () => decodeModel(bytes, '/some/w.safetensors'),
      error => {
        assertUserError(error, '/some/w.safetensors: ', ...patterns);
        return true;
      },
    );
  };
  const changed = (name: string, change: object): Uint8Array =>
    fileOf({...header, [name]: {...header[name], ...change}}, data);

  it('where its header is no object', () => {
    const text = Buffer.from('{"0.weight":');
    refuses(Buffer.concat([fileOf({}, data).subarray(0, 0), lengthOf(text.length), text, data]), 'header', 'damaged');
  });

  it('where a tensor is missing, has another shape or type, or not the bytes for it', () => {
    const {'2.bias': _, ...others} = header;
    refuses(fileOf(others, data), 'has no 2.bias');
    refuses(changed('0.bias', {shape: [23]}), '0.bias', 'damaged');
    refuses(changed('2.weight', {shape: [24, 10]}), '2.weight has shape (24, 10); wanted (10, 24)');
    refuses(changed('0.bias', {dtype: 'BF16'}), '0.bias holds values of type BF16', 'F32');
    refuses(changed('2.bias', {data_offsets: [data.length, data.length + 40]}), '2.bias', 'damaged');
    refuses(changed('2.bias', {data_offsets: [-40, 0]}), '2.bias', 'damaged');
    refuses(changed('2.bias', {data_offsets: 'x', shape: null}), '2.bias', 'damaged');
    refuses(fileOf(header, data.subarray(0, -1)), '2.bias', 'damaged');
    for (const strange of [7, {}, {dtype: {toString: 1}}]) {
      refuses(fileOf({...header, '0.bias': strange}, data), '0.bias holds values of type');
    }
    refuses(fileOf({__metadata__: header.__metadata__}, data), '0.bias');
  });

  it('where it says an activation that is not known, or a weight is no number', () => {
    refuses(
      fileOf({...header, __metadata__: {activation: 'gelu'}}, data),
      'activation is "gelu"',
      'relu, sigmoid, tanh',
    );
    const broken = Uint8Array.from(data);
    broken.set(new Uint8Array(Float32Array.of(Number.NaN).buffer), 0);
    refuses(fileOf(header, broken), '0.weight holds NaN');
  });
});

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(length));
  return bytes;
}
