import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leaderOf, racePoints} from '../../source/state/race.js';
import {openRun, type Run} from '../../source/state/runs.js';
import {acted, ended, epochDone, idle, opened, progress, started, status, told} from '../helpers/state.js';

const training = told(acted(told(idle, status, opened), {type: 'train'}), ...started());
const runWith = (accuracies: readonly number[], isOver = true): Run => {
  const epochs = accuracies.map((accuracy, place) => ({...epochDone(place + 1), accuracy}));
  const end = ended('epochs', accuracies.length);
  return openRun(told(training, progress(1, 468), ...epochs, ...(isOver ? end : [])).runs);
};

describe('who leads', () => {
  it('is nobody before two runs have an epoch', () => {
    assert.equal(leaderOf([runWith([0.95])]), undefined);
    assert.equal(leaderOf([runWith([0.95]), runWith([], false)]), undefined);
  });

  it('is judged after as many epochs as all have that go on, and after the last of those that have ended', () => {
    const [short, long] = [runWith([0.95, 0.96]), runWith([0.94, 0.955, 0.98])];
    const leader = leaderOf([short, long]);
    assert.deepEqual([leader?.run, leader?.epoch, leader?.points.toFixed(1)], [long, 3, '2.0']);
    const before = leaderOf([short, long, runWith([0.9, 0.91], false)]);
    assert.deepEqual([before?.run, before?.epoch, before?.points.toFixed(1)], [short, 2, '0.5']);
  });
});

describe('the points of a run', () => {
  it('have the steps, the images and the seconds of its own epochs', () => {
    assert.deepEqual(
      racePoints(runWith([0.95, 0.96])).map(({step, images, seconds, accuracy}) => [step, images, seconds, accuracy]),
      [
        [468, 468 * 128, 1.5, 0.95],
        [936, 936 * 128, 3, 0.96],
      ],
    );
  });
});
