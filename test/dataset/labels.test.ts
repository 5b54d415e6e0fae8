import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {labelsOf} from '../../source/dataset/labels.js';
import {inMemory, type StoredArray} from '../../source/dataset/numbers.js';
import {rejectsForPerson} from '../helpers/errors.js';

const stored = (shape: readonly number[], values: readonly number[], fortranOrder = false): StoredArray => ({
  where: 'y',
  dtype: '|i1',
  fortranOrder,
  shape,
  ...inMemory(() => new Uint8Array(Int8Array.from(values).buffer)),
});
/** The rows [0 0 1 0 …], [1 0 …] in C order, and the same column by column. */
const rows = [2, 0].map(label => Array.from({length: 10}, (_, column) => Number(column === label)));
const columns = rows[0]?.flatMap((_, column) => rows.map(row => row[column] ?? 0)) ?? [];

describe('labels', () => {
  const forms: [string, StoredArray][] = [
    ['in a row', stored([2], [2, 0])],
    ['in a column', stored([2, 1], [2, 0])],
    ['one-hot', stored([2, 10], rows.flat())],
    ['one-hot in Fortran order', stored([2, 10], columns, true)],
  ];
  for (const [form, array] of forms) {
    it(`are read ${form}`, async () => {
      const labels = await labelsOf(array, 2);
      assert.deepEqual([...labels], [2, 0]);
      assert.ok(labels.buffer instanceof SharedArrayBuffer);
    });
  }

  const faults: [string, StoredArray, RegExp][] = [
    ['too few', stored([1], [2]), /labels of shape \(1\); wanted one for each of 2 images/],
    ['of two columns', stored([2, 2], [1, 0, 0, 1]), /labels of shape \(2, 2\); wanted one/],
    ['of letters', stored([2], [2, 10]), /label 10 at index 1; wanted 0 to 9; more than ten classes/],
    ['below 0', stored([2], [-1, 2]), /label -1 at index 0; wanted 0 to 9$/],
    ['one-hot with two ones', stored([2, 10], [...(rows[0] ?? []), 1, 1, ...new Array(8).fill(0)]), /row 1 is else/],
    ['one-hot with none', stored([2, 10], new Array(20).fill(0)), /wanted one 1 and nine 0.*row 0 is else/],
    [
      'one-hot with another number',
      stored(
        [2, 10],
        rows.flat().map(each => 2 * each),
      ),
      /row 0 is else/,
    ],
  ];
  for (const [what, array, pattern] of faults) {
    it(`are refused when they are ${what}`, async () => {
      await rejectsForPerson(() => labelsOf(array, 2), 'y: ', pattern);
    });
  }

  it('are not read when there are not as many as images', async () => {
    const bytes = (): Promise<Uint8Array> => assert.fail('read');
    await rejectsForPerson(() => labelsOf({...stored([2 ** 31], []), bytes}, 30), /labels of shape/);
  });
});
