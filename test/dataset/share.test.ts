import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {labelsOf, sharedIndices} from '../../source/dataset/share.js';
import {blankDataset} from '../helpers/scripted-engine.js';

const {train} = blankDataset(1000, 10);
const all = {trainImages: undefined, noiseLabels: 0, seed: 1};

describe('the share of the train images that a run has', () => {
  it('is all of them, in their order, unless it is told how many', () => {
    assert.deepEqual(
      [...sharedIndices(5, all), ...sharedIndices(5, {...all, trainImages: 9})],
      [0, 1, 2, 3, 4, 0, 1, 2, 3, 4],
    );
  });

  it('is drawn by the seed: so many different ones, from the lowest to the highest', () => {
    const drawn = [...sharedIndices(1000, {...all, trainImages: 200})];
    assert.equal(new Set(drawn).size, 200);
    assert.deepEqual(
      drawn,
      drawn.toSorted((one, other) => one - other),
    );
    assert.deepEqual([...sharedIndices(1000, {...all, trainImages: 200})], drawn);
    assert.notDeepEqual([...sharedIndices(1000, {...all, trainImages: 200, seed: 2})], drawn);
    // Every tenth of the split has about 20 of them: 5 to 40 in all but one of 10,000 draws.
    for (let from = 0; from < 1000; from += 100) {
      const count = drawn.filter(index => index >= from && index < from + 100).length;
      assert.ok(count >= 5 && count <= 40, `${count} from ${from} on`);
    }
  });
});

describe('the labels of a run', () => {
  it('are those of the dataset where none is false', () => {
    assert.equal(labelsOf(train, all), train.labels);
  });

  it('are false for just the share that is asked for, each other digit as likely, and the same with the same seed', () => {
    const before = train.labels.slice();
    const made = labelsOf(train, {...all, noiseLabels: 20});
    const wrong = [...made.keys()].filter(index => made[index] !== train.labels[index]);
    assert.equal(wrong.length, 200);
    assert.ok(made.every(label => label < 10));
    const steps = new Set(wrong.map(index => ((made[index] ?? 0) - (train.labels[index] ?? 0) + 10) % 10));
    assert.deepEqual([...steps].sort(), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual(labelsOf(train, {...all, noiseLabels: 20}), made);
    assert.deepEqual(train.labels, before);
  });

  it('are false only among the images that the run has', () => {
    const share = {...all, trainImages: 100, noiseLabels: 100};
    const made = labelsOf(train, share);
    const wrong = [...made.keys()].filter(index => made[index] !== train.labels[index]);
    assert.deepEqual(wrong, [...sharedIndices(1000, share)]);
  });
});
