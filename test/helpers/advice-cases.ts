import {noBatches, withLosses} from '../../source/state/adviser/batch-losses.js';
import type {Facts} from '../../source/state/adviser/facts.js';
import type {RuleName} from '../../source/state/adviser/rule.js';
import type {EpochRecord} from '../../source/training/protocol.js';

/** The epochs of a run with these test losses, train losses and shares of right answers. */
const epochsOf = (figures: readonly (readonly [test: number, train: number, accuracy: number])[]): EpochRecord[] =>
  figures.map(([meanTestLoss, meanTrainLoss, accuracy], index) => ({
    ...{epoch: index + 1, meanTestLoss, meanTrainLoss, accuracy},
    ...{loss: meanTrainLoss, testLoss: meanTestLoss, seconds: 1},
  }));

/** An epoch again and again. */
const times = <Value>(count: number, value: Value): Value[] => new Array<Value>(count).fill(value);

/** The answers to 100 digits of each label: right, but for some that are always the same. */
export const answers = (same: number, count: number): number[] =>
  Array.from({length: 100}, (_, place) => {
    const [label, answer] = [Math.floor(place / 10), place % 10];
    return (answer === same ? count : 0) + (answer === label ? 100 - count : 0);
  });

/** Seven epochs of a good run, as it has ended. */
export const good: Facts = {
  hidden: 128,
  batchSize: 128,
  augment: false,
  earlyStop: true,
  guessing: 0.09,
  usualRate: 0.001,
  rate: 0.001,
  highestRate: 0.001,
  images: 60_000,
  epochSteps: 468,
  step: 3276,
  batches: withLosses(noBatches, Float32Array.of(0.11, 0.09, 0.01), 3, 0.09),
  notFinite: undefined,
  epochs: epochsOf([
    [0.0131, 0.0214, 0.958],
    [0.0109, 0.0118, 0.966],
    [0.0095, 0.0098, 0.97],
    [0.009, 0.0085, 0.972],
    [0.0086, 0.0078, 0.9725],
    [0.0084, 0.0072, 0.973],
    [0.0082, 0.0068, 0.9734],
  ]),
  dead: 13,
  confusion: answers(0, 0),
  confusionStep: 3276,
  names: Array.from('0123456789'),
  isOver: true,
};
/** Facts of a run that began with these batch losses. */
export const losses = (...values: number[]): Partial<Facts> => ({
  batches: withLosses(noBatches, Float32Array.from(values), values.length, 0.09),
});
/** Facts of a run with these epochs. */
const curve = (...figures: (readonly [number, number, number])[]): Partial<Facts> => ({epochs: epochsOf(figures)});

/** Best after the first epoch, then worse on new images and better on its own. */
const worse = (test: number, train: number, epochs = 3): Partial<Facts> =>
  curve([0.02, 0.02, 0.96], ...times(epochs - 1, [0.0205, 0.0198, 0.96] as const), [test, train, 0.96]);
/** Three epochs, a plateau of the last ones. */
const flat = (accuracy: number, test: number, train = 0.02): Partial<Facts> =>
  curve([0.03, 0.03, 0.9], ...times(2, [0.02, train, accuracy] as const), [test, train, accuracy]);
/** Epochs between which the accuracy changes by so many points. */
export const changes = (...points: number[]): Partial<Facts> => {
  let accuracy = 0.96;
  return curve(
    [0.013, 0.013, accuracy],
    ...points.map(change => {
      accuracy += change / 100;
      return [0.013, 0.013, accuracy] as const;
    }),
  );
};
/** A learning rate that is low: three epochs of a loss that falls. */
export const low = (accuracy: number, rate = 1e-5): Partial<Facts> => ({
  ...curve([0.07, 0.07, accuracy - 0.05], [0.06, 0.06, accuracy - 0.02], [0.05, 0.05, accuracy]),
  rate,
});
/** Two epochs with these test losses, at a rate that is far too low. */
const begins = (first: number, last: number): Partial<Facts> => ({
  ...curve([first, first, 0.2], [last, last, 0.25]),
  rate: 1e-6,
});

/** Of each rule facts that it speaks of, what it says, and facts of which it just does not. */
export const cases: Readonly<
  Record<RuleName, {speaks: Partial<Facts>; message: string; silent: readonly Partial<Facts>[]}>
> = {
  'not-finite': {
    speaks: {notFinite: 2},
    message: 'Stopped at step 2: the loss is no longer a number.',
    silent: [{notFinite: undefined}],
  },
  'far-off': {
    speaks: losses(444, 100),
    message: 'The first loss is 444, guessing is 0.0900: the weights that it began with are far too large.',
    silent: [losses(1.79, 1)],
  },
  exploded: {
    speaks: losses(0.11, 7.7, 5),
    message: 'Step 1 raised the loss from 0.110 to 7.70.',
    silent: [losses(0.11, 0.329), losses(0.05, 0.269), {...losses(0.11, 7.7), batchSize: 15}, losses(2, 7)],
  },
  'most-units-dead': {
    speaks: {dead: 121},
    message: '121 of 128 hidden units answer no digit any more, and dead units do not come back.',
    silent: [
      {dead: 121, step: 19},
      {dead: 15, hidden: 15},
    ],
  },
  'one-answer': {
    speaks: {confusion: answers(2, 100)},
    message: 'It answers 2 for 1,000 of 1,000 digits: the picture hardly matters any more.',
    silent: [{confusion: answers(2, 88)}, {confusion: answers(2, 100), confusionStep: 467}],
  },
  overfits: {
    speaks: worse(0.0211, 0.0189),
    message: 'Best at epoch 1 (test loss 0.0200); now 0.0211: surer when wrong, accuracy unchanged.',
    silent: [worse(0.0209, 0.0189), worse(0.0211, 0.0191), worse(0.0211, 0.0189, 2)],
  },
  'doubtful-labels': {
    speaks: curve(...times(3, [0.02, 0.031, 0.96] as const)),
    message: 'Train loss 0.0310 is 1.6 times that of test: many train labels may be false.',
    silent: [
      curve(...times(3, [0.02, 0.0299, 0.96] as const)),
      curve(...times(2, [0.02, 0.031, 0.96] as const)),
      curve(...times(3, [0.0451, 0.07, 0.96] as const)),
      {...curve(...times(3, [0.02, 0.031, 0.96] as const)), step: 499},
      {...curve(...times(3, [0.02, 0.031, 0.96] as const)), augment: true},
    ],
  },
  'by-heart': {
    speaks: {...curve(...times(3, [0.0303, 0.0074, 0.96] as const)), images: 500},
    message: 'Train loss 0.0074, test 0.0303: it knows its 500 images by heart.',
    silent: [curve(...times(3, [0.0303, 0.0076, 0.96] as const)), curve(...times(2, [0.0303, 0.0074, 0.96] as const))],
  },
  slow: {
    speaks: low(0.856),
    message: '85.6 % right and still +2.0 points an epoch: the learning rate 0.00001 is low.',
    silent: [low(0.921), low(0.856, 0.001), {...low(0.856), hidden: 31}, {...low(0.856), step: 499}],
  },
  'hardly-learns': {
    speaks: {...begins(0.1, 0.092), step: 936},
    message: 'After 936 steps the loss is 0.0920, guessing is 0.0900.',
    silent: [begins(0.083, 0.0809), {...begins(0.1, 0.092), step: 399}, begins(0.09, 0.089), begins(0.091, 0.092)],
  },
  plateau: {
    speaks: flat(0.949, 0.0195),
    message: '94.9 % right, and two epochs changed the loss by 2.5 %.',
    silent: [flat(0.956, 0.0195), flat(0.949, 0.0191), flat(0.949, 0.0195, 0.031), {...flat(0.949, 0.0195), step: 999}],
  },
  'up-and-down': {
    speaks: changes(0.5, -1, 1.1),
    message: 'The accuracy went +0.5, -1.0, +1.1 points in the last three epochs.',
    silent: [changes(0.5, -0.39, 1.1), changes(0.5, 1, -1.1), {...changes(0.5, -1, 1.1), step: 999}],
  },
  'never-answers': {
    speaks: {confusion: answers(0, 0).map((count, place) => (place === 55 ? 0 : place === 53 ? 100 : count))},
    message: 'It never answers 5.',
    silent: [
      {confusion: answers(0, 0).map((count, place) => (place === 55 ? 1 : place === 53 ? 99 : count))},
      {confusion: answers(0, 0).map((count, place) => (place === 55 ? 0 : place === 53 ? 9 : count))},
    ],
  },
  'many-units-dead': {
    speaks: {dead: 35},
    message: '35 of 128 hidden units are dead; 5 to 15 is usual.',
    silent: [{dead: 31}, {dead: 35, step: 19}],
  },
  'few-steps': {
    speaks: {images: 500, epochSteps: 3},
    message: 'An epoch is 3 steps (116 of 500 images left over).',
    silent: [{epochSteps: 30}, {epochSteps: 3, epochs: []}],
  },
  'earlier-was-better': {
    speaks: curve([0.013, 0.013, 0.96], [0.013, 0.013, 0.975], [0.013, 0.013, 0.9695]),
    message: 'Epoch 2 had 97.5 %, now 97.0 %.',
    silent: [
      curve([0.013, 0.013, 0.96], [0.013, 0.013, 0.975], [0.013, 0.013, 0.9701]),
      curve([0.013, 0.013, 0.975], [0.013, 0.013, 0.9695]),
      {...curve([0.013, 0.013, 0.96], [0.013, 0.013, 0.975], [0.013, 0.013, 0.9695]), isOver: false},
    ],
  },
  'limit-not-reached': {
    speaks: curve(...times(7, [0.0181, 0.018, 0.96] as const)),
    message: "The last test batch's loss is 0.0181; the early stop wants less than 0.015.",
    silent: [
      curve(...times(7, [0.0149, 0.0149, 0.96] as const)),
      curve(...times(6, [0.0181, 0.018, 0.96] as const)),
      {...curve(...times(7, [0.0181, 0.018, 0.96] as const)), earlyStop: false},
    ],
  },
};
