import {inputSize, outputSize} from '../network/architecture.js';
import type {Weights} from '../network/network-state.js';
import {surveyAtOnce} from '../network/survey.js';
import {answerOf} from '../training/evaluation.js';
import {lookedAt} from './selectors.js';
import type {State} from './state.js';

/** How many of the first digits of a split are always answered. */
export const firstCount = 24;

/** One of the first digits of the chosen split, and the answer of the network that is looked at. */
export type FirstDigit = {
  readonly pixels: Uint8Array;
  readonly label: number;
  readonly answer: number;
  readonly isRight: boolean;
};

/** What each network has said lately, and of which images. */
const known = new WeakMap<Weights, {readonly images: Uint8Array; readonly answers: readonly number[]}>();

/** The first digits of the chosen split; none while they or the weights are on their way. */
export function firstDigits(state: State): readonly FirstDigit[] {
  const data = state.session.data[state.choice.split];
  const weights = lookedAt(state)?.weights;
  if (data === undefined || weights === undefined) return [];
  return answersOf(weights, data.images).flatMap((answer, index) => {
    const label = data.labels[index];
    const pixels = data.images.subarray(index * inputSize, (index + 1) * inputSize);
    return label === undefined ? [] : [{pixels, label, answer, isRight: answer === label}];
  });
}

function answersOf(weights: Weights, images: Uint8Array): readonly number[] {
  const before = known.get(weights);
  if (before?.images === images) return before.answers;
  const {scores} = surveyAtOnce(weights, images.subarray(0, firstCount * inputSize));
  const answers = Array.from({length: scores.length / outputSize}, (_, index) => answerOf(scores, index * outputSize));
  known.set(weights, {images, answers});
  return answers;
}

/** How many of the first test digits a network reads; undefined while they are on their way. */
export function rightAmongFirst({session}: State, weights: Weights): number | undefined {
  const {test} = session.data;
  if (test === undefined) return undefined;
  return answersOf(weights, test.images).filter((answer, index) => answer === test.labels[index]).length;
}
