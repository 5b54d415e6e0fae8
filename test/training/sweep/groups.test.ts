import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bestOf, groupsOf} from '../../../source/training/sweep/groups.js';
import {gridWith, runsOf} from '../../helpers/sweep-runs.js';

describe('the groups of runs', () => {
  it('have the mean, least and largest accuracy over their seeds, in the order of the combinations', () => {
    const grid = gridWith({hidden: [8, 16], seed: [1, 2, 3]});
    const groups = groupsOf(runsOf(grid, (_, place) => [0.9, 0.92, 0.97, 0.5, 0.5, 0.8][place]));
    assert.deepEqual(
      groups.map(({first, runs, accuracy, least, most, seconds, epochs}) => [
        first.settings.hidden,
        runs.length,
        Number(accuracy.toFixed(6)),
        least,
        most,
        seconds,
        epochs,
      ]),
      [
        [8, 3, 0.93, 0.9, 0.97, 1.5, 3],
        [16, 3, 0.6, 0.5, 0.8, 1.5, 3],
      ],
    );
  });

  it('count the runs that diverged', () => {
    const runs = runsOf(gridWith({seed: [1, 2, 3]}), () => 0.1).map((run, place) =>
      place === 1 ? run : {...run, reason: 'diverged' as const},
    );
    assert.equal(groupsOf(runs)[0].diverged, 2);
  });
});

describe('the best combinations', () => {
  const bestUnits = (...accuracies: number[]): number[] => {
    const grid = gridWith({hidden: accuracies.map((_, place) => place + 1)});
    return bestOf(groupsOf(runsOf(grid, (_, place) => accuracies[place]))).map(({first}) => first.settings.hidden);
  };

  it('are one that is 0.3 points before the next', () => {
    assert.deepEqual(bestUnits(0.97, 0.98, 0.977), [2]);
    assert.deepEqual(bestUnits(0.9731, 0.9701), [1]);
    assert.deepEqual(bestUnits(0.5), [1]);
  });

  it('are several that are closer, the highest first: that may be luck', () => {
    assert.deepEqual(bestUnits(0.9702, 0.9731, 0.9701), [2, 1]);
    assert.deepEqual(bestUnits(0.98, 0.98), [1, 2]);
  });
});
