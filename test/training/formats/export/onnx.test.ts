import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {encodeOnnx} from '../../../../source/training/formats/export/onnx.js';
import {message} from '../../../../source/training/formats/export/protobuf.js';
import {network} from '../../../helpers/exported.js';

/** A message's fields by their numbers, read by the description of the encoding: whole numbers, or bytes. */
function fieldsOf(bytes: Uint8Array): Map<number, (number | Buffer)[]> {
  const fields = new Map<number, (number | Buffer)[]>();
  let at = 0;
  const varint = (): number => {
    for (let value = 0n, shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? assert.fail('cut short');
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(value);
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [number, kind] = [Math.floor(key / 8), key % 8];
    assert.ok(kind === 0 || kind === 2, `kind ${kind}`);
    const length = varint();
    const value = kind === 0 ? length : Buffer.from(bytes.subarray(at, at + length));
    if (kind === 2) at += length;
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  assert.equal(at, bytes.length);
  return fields;
}

type Fields = ReturnType<typeof fieldsOf>;
const texts = (fields: Fields, number: number): string[] => (fields.get(number) ?? []).map(String);
const inner = (fields: Fields, number: number): Fields[] =>
  (fields.get(number) ?? []).map(value => fieldsOf(value instanceof Buffer ? value : assert.fail('no message')));
const only = (fields: Fields, number: number): Fields => {
  const [first, ...others] = inner(fields, number);
  assert.equal(others.length, 0);
  return first ?? assert.fail(`no field ${number}`);
};

describe('the encoding of Protocol Buffers', () => {
  it("is that of its guide's examples", () => {
    assert.equal(Buffer.from(message([1, 150])).toString('hex'), '089601');
    assert.equal(Buffer.from(message([2, 'testing'])).toString('hex'), '120774657374696e67');
    assert.equal(Buffer.from(message([3, message([1, 150])])).toString('hex'), '1a03089601');
  });

  it('has numbers over 15 and values over 127 in groups of seven bits', () => {
    const fields = fieldsOf(message([20, 2 ** 40], [14, 'x'.repeat(300)], [14, '']));
    assert.deepEqual([fields.get(20), texts(fields, 14)], [[2 ** 40], ['x'.repeat(300), '']]);
  });
});

describe('an .onnx file', () => {
  const trained = network('sigmoid', 'cross-entropy');
  const model = fieldsOf(encodeOnnx(trained));
  const graph = only(model, 7);

  it('is of a version that old runtimes read, and says what goes in and comes out', () => {
    assert.deepEqual([model.get(1), texts(model, 2)], [[6], ['mnist-tui']]);
    assert.deepEqual(
      [...only(model, 8)],
      [
        [1, [Buffer.alloc(0)]],
        [2, [11]],
      ],
    );
    const about = Object.fromEntries(inner(model, 14).map(entry => [texts(entry, 1)[0], texts(entry, 2)[0]]));
    assert.deepEqual([about.activation, about.loss], ['sigmoid', 'cross-entropy']);
    assert.match(about.input ?? '', /784.*0 is paper, 1 is ink/);
    assert.match(about.output ?? '', /raw scores/);
  });

  it('has two layers, and between them the activation', () => {
    const nodes = inner(graph, 1).map(node => [texts(node, 4)[0], texts(node, 1), texts(node, 2)]);
    assert.deepEqual(nodes, [
      ['Gemm', ['pixels', '0.weight', '0.bias'], ['sums']],
      ['Sigmoid', ['sums'], ['hidden']],
      ['Gemm', ['hidden', '2.weight', '2.bias'], ['scores']],
    ]);
    const [first] = inner(graph, 1);
    const attribute = only(first ?? assert.fail(), 5);
    assert.deepEqual([texts(attribute, 1), attribute.get(3), attribute.get(20)], [['transB'], [1], [2]]);
    const [operators] = [network('relu'), network('tanh')].map(each =>
      inner(only(fieldsOf(encodeOnnx(each)), 7), 1).map(node => texts(node, 4)[0]),
    );
    assert.deepEqual(operators, ['Gemm', 'Relu', 'Gemm']);
  });

  it('takes any number of images of 784 float32 and gives ten scores for each', () => {
    const shapeOf = (number: number): unknown[] => {
      const info = only(graph, number);
      const tensor = only(only(info, 2), 1);
      const dimensions = inner(only(tensor, 2), 1).map(each => each.get(1)?.[0] ?? texts(each, 2)[0]);
      return [texts(info, 1)[0], tensor.get(1)?.[0], dimensions];
    };
    assert.deepEqual(
      [shapeOf(11), shapeOf(12)],
      [
        ['pixels', 1, ['N', 784]],
        ['scores', 1, ['N', 10]],
      ],
    );
  });

  it('holds the weights as they are', () => {
    const {hiddenWeight, hiddenBias, outputWeight, outputBias} = trained.weights;
    const tensors = inner(graph, 5).map(tensor => {
      const [raw] = tensor.get(9) ?? [];
      const values = new Float32Array(Uint8Array.from(raw instanceof Buffer ? raw : assert.fail()).buffer);
      return [texts(tensor, 8)[0], tensor.get(1), tensor.get(2), values];
    });
    assert.deepEqual(tensors, [
      ['0.weight', [24, 784], [1], hiddenWeight],
      ['0.bias', [24], [1], hiddenBias],
      ['2.weight', [10, 24], [1], outputWeight],
      ['2.bias', [10], [1], outputBias],
    ]);
  });
});
