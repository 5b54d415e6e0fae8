import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Timeline, withMoment} from '../../source/state/timeline.js';
import {momentAt} from '../helpers/state.js';

const steps = (timeline: Timeline): number[] => timeline.map(({step}) => step);
const of = (...moments: Timeline): Timeline =>
  moments.reduce<Timeline>((before, moment) => withMoment(before, moment), []);

describe('a timeline', () => {
  it('has its moments in the order of their steps, each step once, the better known one', () => {
    const late = momentAt(5, 0.7);
    const timeline = of(momentAt(10), momentAt(1), momentAt(5), late);
    assert.deepEqual(steps(timeline), [1, 5, 10]);
    assert.equal(timeline[1], late);
  });

  it('keeps at most 64 moments: the first, the last and the best, and of the others those that are farthest apart', () => {
    const landmarks = [0, 1, 2, 5, 10, 20, 50, 100, 200];
    const epochs = Array.from({length: 400}, (_, epoch) => momentAt(468 * (epoch + 1), epoch === 123 ? 0.99 : 0.9));
    const timeline = of(...landmarks.map(step => momentAt(step, 0.5)), ...epochs);
    assert.equal(timeline.length, 64);
    const kept = steps(timeline);
    assert.deepEqual(kept.slice(0, 9), landmarks);
    assert.ok(kept.includes(468 * 124), 'the best');
    assert.equal(kept.at(-1), 468 * 400);
  });

  it('drops pauses in a row before the epochs around them', () => {
    const pauses = Array.from({length: 70}, (_, step) => momentAt(5000 + step));
    const kept = steps(of(momentAt(0), momentAt(468), momentAt(936), momentAt(4680), ...pauses, momentAt(9360)));
    for (const step of [0, 468, 936, 4680, 9360]) assert.ok(kept.includes(step), `step ${step}`);
  });

  it('keeps at most 32 MB of weights', () => {
    const large = (step: number) => ({
      ...momentAt(step),
      weights: {...momentAt(step).weights, hiddenWeight: new Float32Array(2 ** 20)},
    });
    // Each has 4 MB and some bytes: eight are too many.
    assert.equal(of(...Array.from({length: 20}, (_, step) => large(step))).length, 7);
  });
});
