import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {encodeCsv} from '../../../../source/training/formats/export/csv.js';
import {decimal} from '../../../../source/training/formats/export/decimal.js';
import {encodeNpz} from '../../../../source/training/formats/export/npz.js';
import {decodeModel} from '../../../../source/training/formats/model-file.js';
import {encodeText} from '../../../../source/training/formats/npy-scalars.js';
import {assertUserError} from '../../../helpers/errors.js';
import {bitsOf, network, networks} from '../../../helpers/exported.js';
import {npzFile} from '../../../helpers/npz.js';

describe('a decimal number', () => {
  it('has no more digits than it takes', () => {
    const texts: Record<string, number> = {
      '0.1': Math.fround(0.1),
      '-0.33333334': Math.fround(-1 / 3),
      '16777216': 2 ** 24,
      '3.4028235e+38': (2 - 2 ** -23) * 2 ** 127,
      '0.5': 0.5,
      '0': 0,
    };
    for (const [text, value] of Object.entries(texts)) assert.equal(decimal(value), text);
  });

  it('is never another value', () => {
    // From the least number there is to the largest.
    for (let bits = 1; bits < 0x7f80_0000; bits += 7_654_321) {
      const [value = 0] = new Float32Array(Uint32Array.of(bits).buffer);
      assert.equal(Math.fround(Number(decimal(value))), value);
    }
  });
});

describe('weights as CSV', () => {
  for (const hidden of [3, 800]) {
    it(`are a table with a row for each of ${hidden} hidden units and each score`, () => {
      const {weights} = network('tanh', 'mse', hidden);
      const [names, ...rows] = Buffer.from(encodeCsv({weights, loss: 'mse'}))
        .toString()
        .trimEnd()
        .split('\n')
        .map(line => line.split(','));
      const columns = Math.max(784, hidden);
      assert.deepEqual(names?.slice(0, 5), ['layer', 'unit', 'activation', 'bias', 'weight_0']);
      assert.deepEqual([names?.length, names?.at(-1)], [4 + columns, `weight_${columns - 1}`]);
      assert.ok(rows.every(row => row.length === 4 + columns));
      assert.equal(rows.length, hidden + 10);
      const numbers = (layer: string, from: number, to: number): Float32Array =>
        Float32Array.from(rows.filter(row => row[0] === layer).flatMap(row => row.slice(from, to).map(Number)));
      assert.deepEqual(numbers('hidden', 3, 4), weights.hiddenBias);
      assert.deepEqual(numbers('hidden', 4, 4 + 784), weights.hiddenWeight);
      assert.deepEqual(numbers('output', 3, 4), weights.outputBias);
      assert.deepEqual(numbers('output', 4, 4 + hidden), weights.outputWeight);
      assert.deepEqual(
        [rows[0]?.slice(0, 3), rows.at(-1)?.slice(0, 3)],
        [
          ['hidden', '0', 'tanh'],
          ['output', '9', 'none'],
        ],
      );
      assert.ok(
        rows
          .at(hidden > 784 ? 0 : -1)
          ?.slice(4 + Math.min(784, hidden))
          .every(cell => cell === ''),
      );
    });
  }
});

describe('weights alone as .npz', () => {
  it("are no more than four arrays under PyTorch's names where the network is the tutorial's", () => {
    assert.deepEqual(Object.keys(unzipSync(encodeNpz(network()))), [
      '0.weight.npy',
      '0.bias.npy',
      '2.weight.npy',
      '2.bias.npy',
    ]);
  });

  it('give back every bit, the activation and the loss', () => {
    for (const each of networks) {
      const {state, info, loss} = decodeModel(encodeNpz(each), 'it');
      assert.deepEqual(
        [bitsOf(state.weights), state.weights.activation],
        [bitsOf(each.weights), each.weights.activation],
      );
      assert.deepEqual([state.hidden, info, loss], [24, undefined, each.loss]);
    }
  });

  it('with a word that is not known are refused', () => {
    const members = unzipSync(encodeNpz(network()));
    const strange = npzFile({...members, 'loss.npy': encodeText('hinge')});
    assert.throws(
      () => decodeModel(strange, 'it'),
      error => {
        assertUserError(error, 'it: its loss is "hinge"; known are mse, cross-entropy');
        return true;
      },
    );
  });
});
