import type {Split} from '../dataset/dataset.js';

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

/** One line for people: `test 200: answer 3, right (label 3)` and the scores. */
export function predictionLine({index, split, correct, scores, ...prediction}: Prediction): string {
  const {label, answer, labelName = label, answerName = answer} = prediction;
  const list = scores.map((score, digit) => `${digit}:${score.toFixed(2)}`).join(' ');
  return `${split} ${index}: answer ${answerName}, ${correct ? 'right' : 'wrong'} (label ${labelName})  scores ${list}`;
}
