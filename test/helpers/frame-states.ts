import {scrambled} from '../../source/dataset/scramble.js';
import {atOnce, nearestByPixels, squaredNorms} from '../../source/network/nearest.js';
import type {Action} from '../../source/state/actions.js';
import {nearestCount, seek} from '../../source/state/nearest.js';
import type {State} from '../../source/state/state.js';
import {wantedSurveys} from '../../source/state/surveys.js';
import {engineScores} from './engine-scores.js';
import {inTraining, lastEpochs, momentOf, moments, ready, saved, surveyed, weights} from './frame-run.js';
import {firstWrong, oracle, test, testLabels, train} from './oracle-answers.js';
import {racing} from './race-state.js';
import {
  acted,
  ended,
  epochDone,
  inLesson,
  moment,
  network,
  opened,
  progress,
  start,
  started,
  status,
  told,
} from './state.js';

/** The view of the hidden units: the arrows choose among them, the ones first that most digits make larger than 0. */
const inside = acted(
  inTraining,
  {type: 'predict'},
  {type: 'view', view: 'network'},
  {type: 'hold'},
  {type: 'order-units'},
  {type: 'order-units'},
);
/** Some units that are switched off, the test digits looked through without them. */
const withOff = (...units: readonly number[]): State =>
  surveyed(
    units.reduce((state, unit) => acted(state, {type: 'switch-unit', unit}, {type: 'choose-unit', unit}), inside),
  );
const firstEpoch = told(
  acted(ready, {type: 'train'}),
  ...started(),
  ...moments.slice(0, 3),
  progress(1, 100, [...oracle.batchLoss.subarray(0, 100)]),
  ...moments.slice(3, 4),
  {...weights, step: 100, weights: oracle.weightsAfter(100)},
);
/** A learning rate that was far too high: after one step the loss is 68 times as large. */
const broken = told(
  acted(ready, {type: 'train'}),
  {...status, phase: 'training', stretch: 1, settings: {...saved.settings, learningRate: 0.02}},
  started()[1],
  ...moments.slice(0, 1),
  progress(1, 3, [0.115, 7.85, 3.2]),
  {...network(2), step: 468, weights: {...oracle.initial.weights, hiddenBias: new Float32Array(128).fill(-9)}},
  progress(1, 468, [0.07]),
  moment(
    Array.from({length: 100}, (_, place) =>
      place % 10 === 2 ? test.labels.filter(label => label === Math.floor(place / 10)).length : 0,
    ),
  ),
  {...epochDone(1), accuracy: 0.1028, meanTestLoss: 0.0899, testLoss: 0.0902},
);
/** The nearest train digits of the chosen one have been looked for. */
function withNearest(state: State): State {
  const looking = acted(state, {type: 'toggle-overlay', overlay: 'nearest'});
  const sought = seek(looking);
  if (sought === undefined) return looking;
  const norms = atOnce(squaredNorms(sought.images));
  const neighbours = atOnce(nearestByPixels(sought.pixels, sought.images, norms, nearestCount, sought.self));
  return acted(looking, {type: 'found-nearest', found: {...sought, neighbours}});
}
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

/** The lesson at some page. */
const page = (number: number, of: State = inTraining): State =>
  acted(inLesson(of), {type: 'predict'}, ...new Array<Action>(number - 1).fill({type: 'turn-page', by: 1}));
const down: Action = {type: 'move-answer', by: 1};

const mistakes = acted(inTraining, {type: 'predict'}, {type: 'view', view: 'mistakes'}, {type: 'mistake', by: 1});
const choosing = acted(mistakes, {type: 'mistake', by: 1}, {type: 'hold'});
/** The train split, of which the first 20,000 digits have been looked through with the weights after the first epoch. */
const ofTrain = await (async (): Promise<State> => {
  const before = acted(mistakes, {type: 'switch-split'});
  const wanted = wantedSurveys(before).find(({kind}) => kind === 'train');
  if (wanted === undefined) throw new Error('no survey of the train split');
  const done = 20_000;
  const scores = await engineScores(wanted.weights, {
    count: done,
    images: wanted.images.subarray(0, done * 784),
    labels: train.labels.subarray(0, done),
  });
  const survey = {...wanted, done, scores, hidden: new Float32Array()};
  return acted(before, {type: 'surveyed', survey}, {type: 'mistake', by: 1});
})();

/** The pixels of all images are in another order. */
const scrambledReady = told(
  ready,
  {type: 'split-loaded', split: 'test', data: scrambled({...test, images: test.images.slice()})},
  {...status, dataset: {name: 'mnist.npz, scrambled', path: '/data/mnist.npz'}},
);
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
  scrambled: scrambledReady,
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
  racing: racing(ready),
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
  broken: surveyed(broken),
  nearest: withNearest(acted(inTraining, {type: 'predict'}, {type: 'move-to', index: firstWrong})),
  letters: acted(ready, {type: 'toggle-art'}),
  inside,
  unitsOff: withOff(41, 3),
  manyOff: withOff(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21),
  onPage: acted(page(9), down),
  rightAnswer: acted(page(6), down, {type: 'give-answer'}),
  wrongAnswer: acted(page(4), {type: 'give-answer'}),
  earlyAnswer: acted(page(1, ready), down, {type: 'give-answer'}),
  taskDone: acted(page(8), {type: 'task-done', page: 8}),
  linear: acted(inTraining, {type: 'next-axes'}),
  logarithmic: acted(inTraining, {type: 'next-axes'}, {type: 'next-axes'}),
} as const satisfies Record<string, State>;
