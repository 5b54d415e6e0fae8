import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {optimizerNames} from '../../source/network/optimizers.js';
import {seededRandom} from '../../source/network/random.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {bestEpoch, type KeptMoment, momentsWithin, mostBytes, withKept} from '../../source/training/kept-moments.js';

import {runInfo} from '../helpers/run-info.js';

const {weights} = initialState(1, 1);
const moment = (step: number, meanTestLoss?: number, endsEpoch = true): KeptMoment => ({
  ...{step, epoch: Math.floor(step / 100), endsEpoch, meanTestLoss, weights},
});
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

  it('make no file larger than 8 MB, however long its history; the widest networks alone are, but never 11 MB', () => {
    const [epoch = assert.fail()] = runInfo(1).history;
    const random = seededRandom(1, 7);
    const history = Array.from({length: 10_000}, (_, place) => {
      const [loss, testLoss, meanTrainLoss, meanTestLoss] = Array.from({length: 4}, () => random.uniform() / 100);
      return {...epoch, epoch: place + 1, loss, testLoss, meanTrainLoss, meanTestLoss, seconds: random.uniform()};
    });
    const losses = Array.from({length: 200}, (_, step) => ({step, loss: Math.fround(1 / 3)}));
    const curve = {train: losses, batchLosses: losses.slice(0, 50).map(({loss}) => loss)};
    const widths = [1, 128, 200, 256, 300, 400, 512, 740, 840, 1024];
    for (const epochs of [20, 250, 400, 10_000]) {
      for (const [place, hidden] of widths.entries()) {
        // Each with every optimiser would take its time.
        const optimizer = optimizerNames[hidden > 400 ? 0 : (place + epochs) % 3] ?? 'adam';
        const state = initialState(hidden, 1);
        const most = momentsWithin(hidden, epochs, optimizer);
        const all = Array.from({length: most}, (_, step) => ({...moment(step, 1 / 3), weights: state.weights}));
        const info = runInfo(hidden, undefined, {history: history.slice(0, epochs), curve});
        const bytes = encodeCheckpoint(state, {...info, settings: {...info.settings, optimizer}}, all).length;
        const isWide = hidden > (epochs > 400 ? 740 : 840);
        assert.ok(bytes <= (isWide ? 11e6 : mostBytes), `${hidden} units, ${epochs} epochs: ${bytes}`);
        assert.ok(most > 0 || hidden > 512, `${hidden} units, ${epochs} epochs: no moments`);
      }
    }
  });
});
