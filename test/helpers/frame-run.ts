import {type Surveyed, surveyAtOnce} from '../../source/network/survey.js';
import type {State} from '../../source/state/state.js';
import {surveyKinds, type Wanted, wantedSurveys} from '../../source/state/surveys.js';
import {evaluate} from '../../source/training/evaluation.js';
import type {EpochRecord, RunSummary, TrainingEvent} from '../../source/training/protocol.js';
import {engineScores} from './engine-scores.js';
import {oracle, test, train} from './oracle-answers.js';
import {acted, epochDone, network, opened, progress, runOptions, start, started, status, told} from './state.js';

/** The figures of five epochs: the first is PyTorch's, the others are made up and easy to find again in a frame. */
export const epochs: readonly EpochRecord[] = [
  {...epochDone(1), loss: oracle.batchLoss[467], testLoss: oracle.testLossLastBatch, meanTestLoss: oracle.testLossMean},
  {...epochDone(2), meanTrainLoss: 0.0118, loss: 0.0112, testLoss: 0.0104, meanTestLoss: 0.0109, accuracy: 0.955},
  {...epochDone(3), meanTrainLoss: 0.0092, loss: 0.0094, testLoss: 0.0087, meanTestLoss: 0.0091, accuracy: 0.9634},
  {...epochDone(4), meanTrainLoss: 0.0078, loss: 0.0101, testLoss: 0.0081, meanTestLoss: 0.0083, accuracy: 0.9688},
  {...epochDone(5), meanTrainLoss: 0.0068, loss: 0.0058, testLoss: 0.0077, meanTestLoss: 0.0079, accuracy: 0.973},
];

/** Two more, made up too, with which the early-stop rule ends the run. */
export const lastEpochs = [
  {...epochDone(6), loss: 0.0061, testLoss: 0.0079, meanTestLoss: 0.0074, accuracy: 0.973},
  {...epochDone(7), loss: 0.0058, testLoss: 0.0107, meanTestLoss: 0.0072, accuracy: 0.9733},
];

export const weights = {...network(0), weights: oracle.weightsAfter(468)};
/** The moments of the run whose weights PyTorch has told; the later epochs' ends have the weights of the first. */
export const moments: TrainingEvent[] = [];
for (const step of [0, 1, 10, 100, 468] as const) {
  const own = step === 0 ? oracle.initial.weights : step === 468 ? weights.weights : oracle.weightsAfter(step);
  const scores = step === 468 ? oracle.testScores : await engineScores(own, test);
  const found = evaluate(scores, test, {batchSize: 128, loss: 'mse'});
  moments.push({type: 'moment', run: 1, step, epoch: step === 468 ? 1 : 0, weights: own, found});
}

/** The moment at the end of an epoch after the first, made up as its figures are. */
export function momentOf({epoch, meanTestLoss, accuracy}: EpochRecord): TrainingEvent[] {
  const last = moments.at(-1);
  if (epoch === 1 || last?.type !== 'moment' || last.found === undefined) return [];
  return [{...last, epoch, step: epoch * 468, found: {...last.found, meanLoss: meanTestLoss, accuracy}}];
}

export const saved: RunSummary = {
  file: '/runs/mnist-1.npz',
  dataset: 'mnist.npz',
  epochs: 5,
  stepInEpoch: 0,
  settings: {...runOptions, hidden: 128, activation: 'relu', seed: 1},
  history: epochs,
};
export const onMap = (state: State): State => acted(state, {type: 'view', view: 'map'});
const onLearn = (state: State): State => acted(state, {type: 'view', view: 'learn'});
export const ready = told(
  start,
  {type: 'split-loaded', split: 'train', data: train},
  {type: 'split-loaded', split: 'test', data: test},
  status,
  {...opened, saved},
);
const known: {readonly wanted: Wanted; readonly found: Surveyed}[] = [];
/** A survey is made once of the same weights and digits. */
function surveyOnce(wanted: Wanted): Surveyed {
  const {kind, weights, images} = wanted;
  const before = known.find(
    ({wanted: made}) =>
      made.kind === kind &&
      made.weights === weights &&
      made.images.buffer === images.buffer &&
      made.images.byteOffset === images.byteOffset &&
      made.images.length === images.length,
  );
  if (before !== undefined) return before.found;
  const found = surveyAtOnce(weights, images, surveyKinds[kind].keeps);
  known.push({wanted, found});
  return found;
}
/** What the network after the first epoch makes of many digits. */
export const surveyed = (state: State): State =>
  wantedSurveys(state).reduce(
    (before, wanted) => acted(before, {type: 'surveyed', survey: {...wanted, ...surveyOnce(wanted)}}),
    state,
  );
export const inTraining = onLearn(
  surveyed(
    onMap(
      told(
        acted(ready, {type: 'train'}),
        ...started(),
        progress(1, 468, [...oracle.batchLoss]),
        ...moments,
        {...weights, step: 2463},
        ...epochs.flatMap(record => [...momentOf(record), {...epochDone(record.epoch), ...record}]),
        progress(6, 123, [0.0123]),
      ),
    ),
  ),
);
