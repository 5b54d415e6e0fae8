import assert from 'node:assert/strict';
import {initialState} from '../../source/network/initial-state.js';
import {optimizerNames} from '../../source/network/optimizers.js';
import {seededRandom} from '../../source/network/random.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {type KeptMoment, momentsWithin, mostBytes} from '../../source/training/kept-moments.js';
import {runInfo} from './run-info.js';

const {weights} = initialState(1, 1);
/** A moment of a run of 100 steps an epoch. */
export const moment = (step: number, meanTestLoss?: number, endsEpoch = true): KeptMoment => ({
  ...{step, epoch: Math.floor(step / 100), endsEpoch, meanTestLoss, weights},
});

/** Files of networks of all widths, with histories of some lengths, are no larger than they may be. */
export function checkBytes(lengths: readonly number[]): void {
  const [epoch = assert.fail()] = runInfo(1).history;
  const random = seededRandom(1, 7);
  const history = Array.from({length: 10_000}, (_, place) => {
    const [loss, testLoss, meanTrainLoss, meanTestLoss] = Array.from({length: 4}, () => random.uniform() / 100);
    return {...epoch, epoch: place + 1, loss, testLoss, meanTrainLoss, meanTestLoss, seconds: random.uniform()};
  });
  const losses = Array.from({length: 200}, (_, step) => ({step, loss: Math.fround(1 / 3)}));
  const curve = {train: losses, batchLosses: losses.slice(0, 50).map(({loss}) => loss)};
  const widths = [1, 128, 200, 256, 300, 400, 512, 740, 840, 1024];
  for (const epochs of lengths) {
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
}
