import {outputSize} from './architecture.js';

/** How it is measured how wrong ten scores are. */
export const lossNames = ['mse', 'cross-entropy'] as const;

/** See lossNames. */
export type LossName = (typeof lossNames)[number];

/** What is known of a loss, and how it is computed. */
type Loss = {
  /** What an image adds to a batch's sum, from ten scores at an offset and its label. */
  readonly sum: (scores: ArrayLike<number>, offset: number, label: number) => number;
  /** How many terms an image adds: the batch's loss is the mean over all of them. */
  readonly terms: number;
  /** How an image's sum changes with each of its ten scores. */
  readonly gradient: (scores: ArrayLike<number>, label: number) => number[];
  /** The loss of the best answer that ignores the picture: a tenth to each digit. */
  readonly guessing: number;
  /** The loss of the last test batch below which the tutorial stops early; undefined: it has no such rule. */
  readonly earlyStop: number | undefined;
  /** Adam's default learning rate holds for both; that of plain and momentum descent (torch.optim.SGD) depends on it. */
  readonly rates: {readonly momentum: number; readonly sgd: number};
};

/** What a score should be: 1 for the digit's label and 0 for the other nine. */
const target = (digit: number, label: number): number => (digit === label ? 1 : 0);

/** torch.nn.MSELoss against a one-hot label, and torch.nn.CrossEntropyLoss. */
export const losses = {
  mse: {
    sum(scores, offset, label) {
      let squares = 0;
      for (let digit = 0; digit < outputSize; digit++) {
        const difference = scores[offset + digit] - target(digit, label);
        squares += difference * difference;
      }
      return squares;
    },
    terms: outputSize,
    gradient: (scores, label) => Array.from(scores, (score, digit) => 2 * (score - target(digit, label))),
    guessing: 0.09,
    earlyStop: 0.015,
    rates: {momentum: 0.1, sgd: 1},
  },
  'cross-entropy': {
    sum(scores, offset, label) {
      let most = scores[offset];
      for (let digit = 1; digit < outputSize; digit++) most = Math.max(most, scores[offset + digit]);
      let total = 0;
      for (let digit = 0; digit < outputSize; digit++) total += Math.exp(scores[offset + digit] - most);
      return Math.log(total) + most - scores[offset + label];
    },
    terms: 1,
    gradient: (scores, label) => softmax(scores).map((share, digit) => share - target(digit, label)),
    guessing: Math.log(outputSize),
    earlyStop: undefined,
    rates: {momentum: 0.05, sgd: 0.5},
  },
} as const satisfies Readonly<Record<LossName, Loss>>;

/** Ten scores as shares that add up to 1 (torch.softmax): with cross-entropy, the network's probabilities. */
export function softmax(scores: ArrayLike<number>): number[] {
  const most = Math.max(...Array.from(scores));
  const powers = Array.from(scores, score => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map(power => power / total);
}

/** Whether a network has learned anything: its mean test loss is below that of guessing by more than luck. */
export const hasLearned = (meanTestLoss: number, loss: LossName): boolean =>
  meanTestLoss < 0.99 * losses[loss].guessing;

/** Whether a loss is so large, or no number, that training has run away. */
export const hasDiverged = (meanLoss: number, loss: LossName): boolean => !(meanLoss <= 10 * losses[loss].guessing);
