import type {Split} from '../dataset/dataset.js';
import {printable} from '../errors.js';
import {score as scoreText} from '../text/format.js';

/** What the network says to one digit; as JSON it is one line. */
export type Prediction = {
  readonly index: number;
  readonly split: Split;
  readonly label: number;
  readonly answer: number;
  readonly correct: boolean;
  /** What label and answer are called, where they are no digits. */
  readonly labelName?: string;
  readonly answerName?: string;
  readonly scores: readonly number[];
};

/** What the network says to one digit of a picture; as JSON it is one line. */
export type PicturePrediction = {
  readonly file: string;
  readonly answer: number;
  /** What the answer is called, where classes are no digits. */
  readonly answerName?: string;
  readonly scores: readonly number[];
  /** Where the digit stands in the picture, in its pixels. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
};

/** One line for people: `test 200: answer 3, right (label 3)` and the scores. */
export function predictionLine({index, split, correct, scores, ...prediction}: Prediction): string {
  const {label, answer, labelName = label, answerName = answer} = prediction;
  return `${split} ${index}: answer ${answerName}, ${correct ? 'right' : 'wrong'} (label ${labelName})  ${listOf(scores)}`;
}

/**
 * One line for people: `photo.png: answer 3` and the scores.
 * @param place the digit's number in the picture, from 1 on
 * @param count how many digits the picture has
 */
export function pictureLine(
  {file, answer, answerName = String(answer), scores}: PicturePrediction,
  place: number,
  count: number,
): string {
  const which = count === 1 ? '' : ` (${place} of ${count})`;
  return `${printable(file)}${which}: answer ${answerName}  ${listOf(scores)}`;
}

const listOf = (scores: readonly number[]): string =>
  `scores ${scores.map((score, digit) => `${digit}:${scoreText(score)}`).join(' ')}`;
