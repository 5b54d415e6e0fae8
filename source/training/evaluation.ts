import type {SplitData} from '../dataset/dataset.js';
import {outputSize} from '../network/architecture.js';
import {losses} from '../network/losses.js';
import type {RunOptions} from './protocol.js';

/** What the scores of a whole split come to. */
export type Evaluation = {
  /** The loss over all images. */
  readonly meanLoss: number;
  /** The same over the split's last full batch, which is the number that the tutorial prints. */
  readonly lastBatchLoss: number;
  /** Share of right answers, 0 to 1. */
  readonly accuracy: number;
  /** 10 × 10 counts: row is the label, column the answer. */
  readonly confusion: readonly number[];
  /** The answer to each digit. */
  readonly answers: Uint8Array;
  /** For each digit, by how much the largest score leads the second. */
  readonly margins: Float32Array;
};

/** The answer of ten scores: the index of the largest, the first of equals (torch.argmax). */
export function answerOf(scores: ArrayLike<number>, offset = 0): number {
  let best = 0;
  for (let digit = 1; digit < outputSize; digit++) if (scores[offset + digit] > scores[offset + best]) best = digit;
  return best;
}

/**
 * Compares scores with labels.
 * @param scores count × 10
 * @param batchSize what counts as a full batch; with more than the split has, the whole split does
 * @param loss what the network is trained by
 */
export function evaluate(
  scores: Float32Array,
  {labels, count}: SplitData,
  {batchSize, loss}: Pick<RunOptions, 'batchSize' | 'loss'>,
): Evaluation {
  const {sum, terms} = losses[loss];
  const confusion = new Array<number>(outputSize * outputSize).fill(0);
  const size = Math.min(batchSize, count);
  const lastBatchEnd = Math.floor(count / size) * size;
  let total = 0;
  let lastBatch = 0;
  let right = 0;
  const answers = new Uint8Array(new SharedArrayBuffer(count));
  const margins = new Float32Array(new SharedArrayBuffer(count * Float32Array.BYTES_PER_ELEMENT));
  for (let index = 0; index < count; index++) {
    const offset = index * outputSize;
    const label = labels[index];
    const own = sum(scores, offset, label);
    total += own;
    if (index >= lastBatchEnd - size && index < lastBatchEnd) lastBatch += own;
    const answer = answerOf(scores, offset);
    answers[index] = answer;
    margins[index] = lead(scores, offset, answer);
    if (answer === label) right++;
    confusion[label * outputSize + answer]++;
  }
  return {
    meanLoss: total / (count * terms),
    lastBatchLoss: lastBatch / (size * terms),
    accuracy: right / count,
    confusion,
    answers,
    margins,
  };
}

/** By how much the answer's score leads the largest of the others. */
function lead(scores: Float32Array, offset: number, answer: number): number {
  let second = Number.NEGATIVE_INFINITY;
  for (let digit = 0; digit < outputSize; digit++) {
    if (digit !== answer) second = Math.max(second, scores[offset + digit]);
  }
  return scores[offset + answer] - second;
}

/** How good the answers are that name a digit, and those to it. */
export type DigitFigures = {
  readonly digit: number;
  /** Of all answers that name the digit, the share of right ones; undefined where none does. */
  readonly precision: number | undefined;
  /** Of all images of the digit, the share that is answered right; undefined where there is none. */
  readonly recall: number | undefined;
};

/**
 * The figures of each of the ten digits.
 * @param confusion as of an Evaluation
 */
export function digitFigures(confusion: readonly number[]): DigitFigures[] {
  return Array.from({length: outputSize}, (_, digit) => {
    let [answered, there] = [0, 0];
    for (let other = 0; other < outputSize; other++) {
      answered += confusion[other * outputSize + digit];
      there += confusion[digit * outputSize + other];
    }
    const right = confusion[digit * outputSize + digit];
    return {digit, precision: shareOf(right, answered), recall: shareOf(right, there)};
  });
}

const shareOf = (part: number, all: number): number | undefined => (all === 0 ? undefined : part / all);
