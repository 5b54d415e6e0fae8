import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bestEpoch, type KeptMoment, momentsWithin, withKept} from '../../source/training/kept-moments.js';
import {checkBytes, moment} from '../helpers/kept-bytes.js';

const kept = (all: readonly KeptMoment[], most: number): number[] =>
  all.reduce((moments: readonly KeptMoment[], each) => withKept(moments, each, most), []).map(({step}) => step);

describe('the moments of a file', () => {
  it('are thinned so that first, last and the best epoch stay, and the others are evenly spread by ratios of steps', () => {
    const all = Array.from({length: 65}, (_, epoch) => moment(100 * epoch, epoch === 37 ? 0.01 : 0.02 + epoch / 1e4));
    const steps = kept(all, 16);
    assert.equal(steps.length, 16);
    assert.deepEqual([steps[0], steps.at(-1)], [0, 6400]);
    assert.ok(steps.includes(3700));
    const early = steps.filter(step => step <= 800).length;
    assert.ok(early >= 5, `${steps}`);
  });

  it('are the best epoch alone where there is room for one, then the last beside it', () => {
    const all = [moment(0, undefined, false), moment(100, 0.01), moment(200, 0.02), moment(300, 0.03)];
    assert.deepEqual(kept(all, 1), [100]);
    assert.deepEqual(kept(all, 2), [100, 300]);
    assert.deepEqual(kept(all, 0), []);
  });

  it('of one step are one, which stays evaluated', () => {
    const [known, unknown] = [moment(100, 0.01), moment(100)];
    assert.deepEqual(withKept([known], unknown, 16), [known]);
    assert.deepEqual(withKept([unknown], known, 16), [known]);
    // A run that goes on is paused where an epoch has ended.
    assert.deepEqual(withKept([known], {...known, endsEpoch: false}, 16), [known]);
  });

  it('have a best epoch among the ends of epochs, the first of equals', () => {
    const moments = [moment(50, 0.001, false), moment(100, 0.02), moment(200, 0.01), moment(300, 0.01), moment(400)];
    assert.equal(bestEpoch(moments)?.step, 200);
    assert.equal(bestEpoch([moment(50, 0.001, false)]), undefined);
  });

  it('are fewer where the network or the history is large', () => {
    assert.deepEqual([momentsWithin(128, 20, 'adam'), momentsWithin(1, 100, 'adam')], [16, 16]);
    assert.ok(momentsWithin(256, 20, 'adam') < momentsWithin(256, 20, 'sgd'));
    assert.ok(momentsWithin(128, 10_000, 'adam') < 16);
    assert.equal(momentsWithin(1024, 1, 'adam'), 0);
  });

  // Other lengths are in kept-moments.slow.test.ts.
  it('make no file larger than 8 MB, however long its history; the widest networks alone are, but never 11 MB', () => {
    checkBytes([20, 10_000]);
  });
});
