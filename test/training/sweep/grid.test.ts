import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkSize, combinationsOf, isGrid, isSameGrid, keyOf, variedIn} from '../../../source/training/sweep/grid.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {gridWith} from '../../helpers/sweep-runs.js';

describe('the combinations of a sweep', () => {
  it('are all pairs of all values, each with every seed, the seeds one after the other', () => {
    const all = combinationsOf(gridWith({learningRate: [0.1, 0.01], hidden: [8, 16, 32], seed: [5, 6]}));
    assert.deepEqual(
      all.map(({learningRate, hidden, seed}) => [learningRate, hidden, seed]),
      [
        [0.1, 8, 5],
        [0.1, 8, 6],
        [0.1, 16, 5],
        [0.1, 16, 6],
        [0.1, 32, 5],
        [0.1, 32, 6],
        [0.01, 8, 5],
        [0.01, 8, 6],
        [0.01, 16, 5],
        [0.01, 16, 6],
        [0.01, 32, 5],
        [0.01, 32, 6],
      ],
    );
    assert.equal(new Set(all.map(keyOf)).size, 12);
  });

  it('have the learning rate that suits optimiser and loss where none is given, and an early stop with mse alone', () => {
    const all = combinationsOf(gridWith({optimizer: ['adam', 'sgd', 'momentum'], loss: ['mse', 'cross-entropy']}));
    assert.deepEqual(
      all.map(({loss, optimizer, learningRate, earlyStop}) => [loss, optimizer, learningRate, earlyStop]),
      [
        ['mse', 'adam', 0.001, true],
        ['mse', 'sgd', 1, true],
        ['mse', 'momentum', 0.1, true],
        ['cross-entropy', 'adam', 0.001, false],
        ['cross-entropy', 'sgd', 0.5, false],
        ['cross-entropy', 'momentum', 0.05, false],
      ],
    );
  });

  it('have all train images where no number is given', () => {
    const all = combinationsOf(gridWith({trainImages: [null, 500]}));
    assert.deepEqual(
      all.map(({trainImages}) => trainImages),
      [undefined, 500],
    );
  });
});

describe('a sweep', () => {
  const grid = gridWith({hidden: [8, 16], seed: [1, 2, 3]});

  it('varies in settings with several values, the seed apart', () => {
    assert.deepEqual(variedIn(grid), ['hidden']);
    assert.deepEqual(variedIn(gridWith({})), []);
  });

  it('is the same as another when every list is, in the same order', () => {
    assert.ok(isSameGrid(grid, JSON.parse(JSON.stringify(grid))));
    for (const other of [{hidden: [16, 8]}, {seed: [1, 2]}, {epochs: [4]}, {learningRate: [0.001]}]) {
      assert.ok(!isSameGrid(grid, {...grid, ...other}), JSON.stringify(other));
    }
  });

  it('is known from other values that were read', () => {
    assert.ok(isGrid(JSON.parse(JSON.stringify(grid))));
    const wrong = [null, 3, {}, {...grid, hidden: []}, {...grid, hidden: [0]}, {...grid, hidden: [null]}];
    for (const value of [...wrong, {...grid, hidden: 8}, {...grid, more: [1]}, {...grid, loss: ['huber']}]) {
      assert.ok(!isGrid(value), JSON.stringify(value));
    }
  });

  it('of more than a million runs is refused', async () => {
    checkSize(grid);
    const seed = Array.from({length: 1000}, (_, place) => place);
    const hidden = Array.from({length: 1001}, (_, place) => place + 1);
    await rejectsForPerson(() => checkSize(gridWith({seed, hidden})), 'the lists make 1001000 runs; shorten them');
  });
});
