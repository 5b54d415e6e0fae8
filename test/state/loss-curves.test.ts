import assert from 'node:assert/strict';
import {it} from 'node:test';
import {lossCurves} from '../../source/state/loss-curves.js';
import {acted, epochDone, idle, momentAt, progress, started, told} from '../helpers/state.js';

const begun = told(acted(idle, {type: 'train'}), ...started());
const moments = [0, 10].map(step => ({type: 'moment', run: 1, ...momentAt(step)}) as const);

it('the losses are the train batches, and the test split at the moments and the ends of epochs', () => {
  const {train, test} = lossCurves(told(begun, ...moments, progress(1, 2, [0.5, 0.25]), epochDone(1)));
  assert.deepEqual(train, [
    {step: 0, loss: 0.5},
    {step: 1, loss: 0.25},
  ]);
  assert.deepEqual(
    test.map(({step}) => step),
    [0, 10, 468],
  );
});

it('the chart ends with the first epoch, then with the seventh, then with the last', () => {
  const ends = [1, 2, 7, 8, 20].map(epoch => lossCurves(told(begun, progress(epoch, 9))).end);
  assert.deepEqual(ends, [468, 3276, 3276, 9360, 9360]);
});

it('the cursor is at the moment that is looked at', () => {
  const state = told(begun, ...moments, progress(1, 20));
  assert.equal(lossCurves(state).cursor, undefined);
  assert.equal(lossCurves(acted(state, {type: 'earlier'})).cursor, 10);
});
