import type {EpochRecord} from '../../training/protocol.js';
import type {BatchLosses} from './batch-losses.js';

/** All that the adviser knows of a run. */
export type Facts = {
  readonly hidden: number;
  readonly batchSize: number;
  /** Whether its images are changed, and so harder than those of the test split. */
  readonly augment: boolean;
  /** Whether the tutorial's rule may end it. */
  readonly earlyStop: boolean;
  /** The loss of always giving a tenth to each digit, and the learning rate that suits loss and optimiser. */
  readonly guessing: number;
  readonly usualRate: number;
  /** The learning rate of its newest step, and the highest that it had. */
  readonly rate: number;
  readonly highestRate: number;
  /** Train images that it has. */
  readonly images: number;
  /** Steps of an epoch. */
  readonly epochSteps: number;
  /** Steps since the initial weights. */
  readonly step: number;
  readonly batches: BatchLosses;
  /** The step whose batch had a loss that is no finite number. */
  readonly notFinite: number | undefined;
  readonly epochs: readonly EpochRecord[];
  /** How many hidden units are at 0 for every train digit that was looked at; undefined until they have been. */
  readonly dead: number | undefined;
  /** The newest evaluation on the test split: 10 × 10 counts, a row for each label, a column for each answer. */
  readonly confusion: readonly number[] | undefined;
  /** Steps that the network had been through then. */
  readonly confusionStep: number;
  /** What the ten labels are called. */
  readonly names: readonly string[];
  /** Whether it has ended. */
  readonly isOver: boolean;
};

/** The last epoch, or one before it. */
export const epochBefore = ({epochs}: Facts, back = 0): EpochRecord | undefined => epochs.at(-1 - back);

/** By how many points the accuracy changed in the last epoch, or in one before it; undefined in the first. */
export function pointsOf(facts: Facts, back = 0): number | undefined {
  const [now, before] = [epochBefore(facts, back), epochBefore(facts, back + 1)];
  return now === undefined || before === undefined ? undefined : 100 * (now.accuracy - before.accuracy);
}

/** How often each of the ten is the label, and how often the answer; undefined before the first evaluation. */
export function countsOf({confusion}: Facts): {labels: number[]; answers: number[]; all: number} | undefined {
  if (confusion === undefined || confusion.length === 0) return undefined;
  const sumOf = (isOf: (place: number) => boolean): number =>
    confusion.reduce((sum, count, place) => (isOf(place) ? sum + count : sum), 0);
  const digits = Array.from({length: 10}, (_, digit) => digit);
  const labels = digits.map(digit => sumOf(place => Math.floor(place / 10) === digit));
  const answers = digits.map(digit => sumOf(place => place % 10 === digit));
  return {labels, answers, all: sumOf(() => true)};
}
