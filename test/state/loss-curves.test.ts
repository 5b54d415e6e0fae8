import assert from 'node:assert/strict';
import {it} from 'node:test';
import {lossCurves} from '../../source/state/loss-curves.js';
import {
  acted,
  epochDone,
  idle,
  loaded,
  momentAt,
  opened,
  progress,
  runOptions,
  start,
  started,
  status,
  told,
} from '../helpers/state.js';

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

it('the losses of a run that goes on begin with those of its epochs, the train means in the middle of each', () => {
  const history = [1, 2].map(epoch => ({...epochDone(epoch), meanTrainLoss: epoch / 8, meanTestLoss: epoch / 16}));
  const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};
  const resumed = {file: '/runs/a.npz', dataset: 'mnist.npz', epochs: 2, stepInEpoch: 0, settings, history};
  const opening = told(start, loaded.train, status, {...opened, trained: true, resumed});
  // 600 train digits are 4 batches of 128.
  assert.deepEqual(lossCurves(opening).train, [
    {step: 2, loss: 1 / 8},
    {step: 6, loss: 2 / 8},
  ]);
  assert.deepEqual(lossCurves(opening).test, [
    {step: 4, loss: 1 / 16},
    {step: 8, loss: 2 / 16},
  ]);
  const [state, begin] = started();
  const goesOn = told(
    acted(opening, {type: 'train'}),
    state,
    {...begin, firstEpoch: 3, steps: 4},
    {
      ...progress(3, 1, [0.5]),
      total: 9,
    },
  );
  assert.deepEqual(lossCurves(goesOn).train, [
    {step: 2, loss: 1 / 8},
    {step: 6, loss: 2 / 8},
    {step: 8, loss: 0.5},
  ]);
  assert.equal(lossCurves(goesOn).test.length, 2);
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
