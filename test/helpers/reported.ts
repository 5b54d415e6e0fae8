import {explain} from '../../source/network/explain.js';
import {initialState} from '../../source/network/initial-state.js';
import {seededRandom} from '../../source/network/random.js';
import type {ReportedRun} from '../../source/report/html/reported-run.js';
import {strongestOf} from '../../source/state/unit-tiles.js';
import type {Evaluation} from '../../source/training/evaluation.js';
import {runInfo} from './run-info.js';

const hidden = 4;
const {weights} = initialState(hidden, 1);
const lit = new Uint8Array(784).fill(1);
const random = seededRandom(1, 3);

/** An image of noise, of which half the pixels have ink. */
export const someImage = (): Uint8Array => Uint8Array.from({length: 784}, () => Math.max(0, random.below(511) - 255));

/** 100 digits: three fours are taken for nines, one two for a seven. */
const confusion = Array.from({length: 100}, (_, place) =>
  place === 49 ? 3 : place === 27 ? 1 : place % 11 === 0 ? (place === 44 ? 7 : place === 22 ? 9 : 10) : 0,
);
const found: Evaluation = {
  ...{meanLoss: 0.01, lastBatchLoss: 0.012, accuracy: 0.96, confusion},
  ...{answers: new Uint8Array(100), margins: new Float32Array(100)},
};

/** A run that can be reported on, all made up. */
export function reported(given: Partial<ReportedRun> = {}): ReportedRun {
  const pixels = someImage();
  const {answer} = explain(weights, pixels);
  const label = (answer + 1) % 10;
  return {
    ...{file: 'run.npz', dataset: 'MNIST', names: [...'0123456789'], hasNames: false},
    ...{weights, loss: 'mse', step: 8, epochSteps: 8, info: runInfo(hidden), computedOn: undefined, found, count: 100},
    mistakes: [{index: 5, pixels, label, margin: 0.25, runnerUp: label, explanation: explain(weights, pixels, label)}],
    units: {
      ...{shows: 'change', values: weights.hiddenWeight, strongest: strongestOf(weights.hiddenWeight, lit), lit},
      ...{shares: Float64Array.from([0.5, 0, 1, 0.25]), of: 2000, moments: []},
    },
    ...{advice: [], command: 'mnist-tui train --seed 1'},
    ...given,
  };
}
