import type {Split} from '../dataset/dataset.js';

/** What the network says to one digit; as JSON it is one line. */
export type Prediction = {
  readonly index: number;
  readonly split: Split;
  readonly label: number;
  readonly answer: number;
  readonly correct: boolean;
  readonly scores: readonly number[];
};

/** One line for people: `test 200: answer 3, right (label 3)` and the scores. */
export function predictionLine({index, split, label, answer, correct, scores}: Prediction): string {
  const list = scores.map((score, digit) => `${digit}:${score.toFixed(2)}`).join(' ');
  return `${split} ${index}: answer ${answer}, ${correct ? 'right' : 'wrong'} (label ${label})  scores ${list}`;
}
