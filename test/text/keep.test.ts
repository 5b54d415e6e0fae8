import assert from 'node:assert/strict';
import {it} from 'node:test';
import {keep, wrapKept} from '../../source/text/keep.js';

it('what is kept together stays on one line', () => {
  const text = ['unit 3 +0.73', '41 -0.11'].map(keep).join(', ');
  assert.deepEqual(wrapKept(text, 16), ['unit 3 +0.73,', '41 -0.11']);
  assert.deepEqual(wrapKept(text, 30), ['unit 3 +0.73, 41 -0.11']);
});
