import {surveyAtOnce} from '../../source/network/survey.js';
import type {Action} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import {surveyKinds, wantedSurveys} from '../../source/state/surveys.js';
import {evaluate} from '../../source/training/evaluation.js';
import type {EpochRecord, RunSummary, TrainingEvent} from '../../source/training/protocol.js';
import {mnist} from './mnist.js';
import {readOracle} from './oracle.js';
import {acted, ended, epochDone, network, opened, progress, runOptions, start, started, status, told} from './state.js';

const {train, test} = mnist();
const oracle = readOracle();
/** PyTorch's scores of a digit of the test split, after its first epoch. */
export const oracleScores = (index: number): number[] => [...oracle.testScores.subarray(index * 10, index * 10 + 10)];
/** The labels of the test split. */
export const testLabels: Uint8Array = test.labels;

/** How often PyTorch takes each digit of the test split for which: a row for each label, a column for each answer. */
export const oracleConfusion: readonly number[] = (() => {
  const counts = new Array<number>(100).fill(0);
  for (let index = 0; index < test.count; index++) {
    const scores = oracleScores(index);
    counts[test.labels[index] * 10 + scores.indexOf(Math.max(...scores))]++;
  }
  return counts;
})();

/** The first digit of the test split that PyTorch gets wrong after its first epoch. */
export const firstWrong = test.labels.findIndex((label, index) => {
  const scores = oracleScores(index);
  return scores.indexOf(Math.max(...scores)) !== label;
});

/** The figures of five epochs: the first is PyTorch's, the others are made up and easy to find again in a frame. */
export const epochs: readonly EpochRecord[] = [
  {...epochDone(1), loss: oracle.batchLoss[467], testLoss: oracle.testLossLastBatch, meanTestLoss: oracle.testLossMean},
  {...epochDone(2), loss: 0.0112, testLoss: 0.0104, meanTestLoss: 0.0109, accuracy: 0.955},
  {...epochDone(3), loss: 0.0094, testLoss: 0.0087, meanTestLoss: 0.0091, accuracy: 0.9634},
  {...epochDone(4), loss: 0.0101, testLoss: 0.0081, meanTestLoss: 0.0083, accuracy: 0.9688},
  {...epochDone(5), loss: 0.0058, testLoss: 0.0077, meanTestLoss: 0.0079, accuracy: 0.973},
];

/** Two more, made up too, with which the early-stop rule ends the run. */
const lastEpochs = [
  {...epochDone(6), loss: 0.0061, testLoss: 0.0079, meanTestLoss: 0.0074, accuracy: 0.973},
  {...epochDone(7), loss: 0.0058, testLoss: 0.0107, meanTestLoss: 0.0072, accuracy: 0.9733},
];

const weights = {...network(0), weights: oracle.weightsAfter(468)};
/** The moments of the run whose weights PyTorch has told; the later epochs' ends have the weights of the first. */
const moments = ([0, 1, 10, 100, 468] as const).map((step): TrainingEvent => {
  const own = step === 0 ? oracle.initial.weights : step === 468 ? weights.weights : oracle.weightsAfter(step);
  const found = evaluate(step === 468 ? oracle.testScores : surveyAtOnce(own, test.images).scores, test, 128);
  return {type: 'moment', run: 1, step, epoch: step === 468 ? 1 : 0, weights: own, found};
});

/** The moment at the end of an epoch after the first, made up as its figures are. */
function momentOf({epoch, meanTestLoss, accuracy}: EpochRecord): TrainingEvent[] {
  const last = moments.at(-1);
  if (epoch === 1 || last?.type !== 'moment' || last.found === undefined) return [];
  return [{...last, epoch, step: epoch * 468, found: {...last.found, meanLoss: meanTestLoss, accuracy}}];
}

const saved: RunSummary = {
  file: '/runs/mnist-1.npz',
  dataset: 'mnist.npz',
  epochs: 5,
  settings: {...runOptions, hidden: 128, seed: 1},
  history: epochs,
};
const onMap = (state: State): State => acted(state, {type: 'view', view: 'map'});
const onLearn = (state: State): State => acted(state, {type: 'view', view: 'learn'});
const ready = told(
  start,
  {type: 'split-loaded', split: 'train', data: train},
  {type: 'split-loaded', split: 'test', data: test},
  status,
  {...opened, saved},
);
/** What the network after the first epoch makes of many digits. */
const surveyed = (state: State): State =>
  wantedSurveys(state).reduce(
    (before, wanted) =>
      acted(before, {
        type: 'surveyed',
        survey: {...wanted, ...surveyAtOnce(wanted.weights, wanted.images, surveyKinds[wanted.kind].keeps)},
      }),
    state,
  );
const inTraining = onLearn(
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
const firstEpoch = told(
  acted(ready, {type: 'train'}),
  ...started(),
  ...moments.slice(0, 3),
  progress(1, 100, [...oracle.batchLoss.subarray(0, 100)]),
  ...moments.slice(3, 4),
  {...weights, step: 100, weights: oracle.weightsAfter(100)},
);
const [idle, end] = ended('stopped', 5);
const early = told(
  inTraining,
  {...weights, step: 3276},
  progress(7, 468, [0.0058]),
  ...lastEpochs.flatMap(record => [...momentOf(record), record]),
  idle,
  {...end, reason: 'early-stop', step: 3276, epochs: 7, model: '/home/someone/.local/share/mnist-tui/runs/mnist-1.npz'},
);
const [oneMoreStatus, starting] = started(2);
const oneMore = {...starting, firstEpoch: 8, lastEpoch: 8, epochs: 1, earlyStop: false} as const;

const mistakes = acted(inTraining, {type: 'predict'}, {type: 'view', view: 'mistakes'}, {type: 'mistake', by: 1});
const choosing = acted(mistakes, {type: 'mistake', by: 1}, {type: 'hold'});
/** The train split, of which the first 20,000 digits have been looked through with the weights after the first epoch. */
const ofTrain = ((): State => {
  const before = acted(mistakes, {type: 'switch-split'});
  const wanted = wantedSurveys(before).find(({kind}) => kind === 'train');
  if (wanted === undefined) throw new Error('no survey of the train split');
  const done = 20_000;
  const {hidden} = surveyAtOnce(wanted.weights, new Uint8Array());
  const {scores} = surveyAtOnce(wanted.weights, wanted.images.subarray(0, done * 784));
  return acted(before, {type: 'surveyed', survey: {...wanted, done, scores, hidden}}, {type: 'mistake', by: 1});
})();

/** Strokes of the mouse: a stroke of the left button through some points. */
const strokeThrough = (...points: readonly (readonly [x: number, y: number])[]): Action[] => [
  ...points.map(([x, y], place): Action => ({type: 'stroke', to: {x, y}, erases: false, begins: place === 0})),
  {type: 'lift'},
];
const blank = acted(inTraining, {type: 'predict'}, {type: 'view', view: 'draw'});
const onDigit = acted(blank, {type: 'draw'}, {type: 'show-flips'});
/** A seven, its corner in the upper right. */
const drawn = acted(blank, ...strokeThrough([7.5, 5.5], [20.5, 5.5], [13.5, 22.5]), {type: 'show-flips'});
const drawings = [0, 1, 2].map(index => ({
  pixels: test.images.slice(index * 784, (index + 1) * 784),
  label: testLabels[index],
}));

/** States of the dashboard that frames are drawn of. */
export const frameStates = {
  start,
  ready,
  resumed: told(ready, {...opened, trained: true, resumed: saved}),
  predicting: acted(told(ready, {...weights, weights: oracle.initial.weights}), {type: 'predict'}),
  waiting: acted(ready, {type: 'predict'}),
  training: acted(inTraining, {type: 'predict'}),
  wrong: acted(inTraining, {type: 'predict'}, {type: 'move-to', index: firstWrong}),
  firstEpoch,
  back: acted(inTraining, {type: 'predict'}, ...new Array<{type: 'earlier'}>(6).fill({type: 'earlier'})),
  done: told(inTraining, idle, {...end, step: 2463, model: '/home/someone/.local/share/mnist-tui/runs/mnist-1.npz'}),
  early,
  oneMore: told(acted(early, {type: 'train'}), oneMoreStatus, oneMore, progress(8, 100)),
  paused: told(
    acted(firstEpoch, {type: 'predict'}, {type: 'pause'}),
    {...status, phase: 'paused', stretch: 1, settings: {...saved.settings, learningRate: 0.002}},
    progress(1, 300, [...oracle.batchLoss.subarray(100, 300)]),
  ),
  directions: acted(inTraining, {type: 'switch-map'}),
  onMap: acted(
    inTraining,
    {type: 'predict'},
    {type: 'view', view: 'map'},
    {type: 'hold'},
    {type: 'point', index: firstWrong},
  ),
  mistakes,
  choosing,
  opened: acted(choosing, {type: 'open-cell'}, {type: 'mistake', by: 1}),
  readRight: acted(choosing, {type: 'move-cell', down: 0, right: -5}, {type: 'open-cell'}),
  ofTrain,
  onWall: acted(firstEpoch, {type: 'hold'}, ...new Array<Action>(9).fill({type: 'move-on-wall', by: 1})),
  blank,
  onDigit,
  drawn,
  onKept: acted(blank, {type: 'kept-read', drawings}, {type: 'walk-kept', by: -1}, {type: 'walk-kept', by: -1}),
  clearing: acted(drawn, {type: 'ask-clear'}),
  letters: acted(ready, {type: 'toggle-art'}),
  linear: acted(inTraining, {type: 'next-axes'}),
  logarithmic: acted(inTraining, {type: 'next-axes'}, {type: 'next-axes'}),
} as const satisfies Record<string, State>;
