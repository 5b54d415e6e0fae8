import assert from 'node:assert/strict';
import {it} from 'node:test';
import {crop, resize} from '../../../source/dataset/pictures/grey.js';

const picture = (width: number, values: readonly number[]) => ({
  width,
  height: values.length / width,
  values: Float32Array.from(values),
});

it('a part of a picture is zero where it reaches beyond the picture', () => {
  const cut = crop(picture(3, [1, 2, 3, 4, 5, 6]), {x: -1, y: 1, width: 3, height: 2});
  assert.deepEqual([...cut.values], [0, 4, 5, 0, 0, 0]);
  assert.deepEqual([...crop(picture(2, [1, 2]), {x: 5, y: 5, width: 1, height: 1}).values], [0]);
});

it('a smaller picture has the means of what its pixels cover', () => {
  assert.deepEqual([...resize(picture(4, [0, 2, 4, 6, 2, 4, 6, 8]), 2, 1).values], [2, 6]);
  // The middle one of two new pixels in three old ones is shared.
  const {values} = resize(picture(3, [3, 6, 12]), 2, 1);
  assert.ok(Math.abs(values[0] - 4) < 1e-5 && Math.abs(values[1] - 10) < 1e-5, `${values}`);
});

it('a larger picture lies between its old pixels', () => {
  assert.deepEqual([...resize(picture(2, [0, 8]), 4, 1).values], [0, 2, 6, 8]);
  assert.deepEqual([...resize(picture(1, [5]), 3, 2).values], [5, 5, 5, 5, 5, 5]);
});
