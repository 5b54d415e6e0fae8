import {type AdamTrace, adamTrace} from '../network/adam-trace.js';
import {inputSize, side} from '../network/architecture.js';
import {type LossName, losses, softmax} from '../network/losses.js';
import {forward} from '../network/reference.js';
import {answerOf} from '../training/evaluation.js';
import {chosenUnit} from './inside.js';
import {openRun} from './runs.js';
import {chosenDigit, lookedAt} from './selectors.js';
import {trainingOptions} from './session.js';
import type {State} from './state.js';
import {evaluatedBy} from './surveys.js';

/** What is looked at of a digit's numbers: the pixel under the cursor, 0 to 783. */
export type Numbers = {readonly pixel: number};

/** The pixel in the middle. */
export const startNumbers: Numbers = {pixel: 14 * side + 14};

/** By how much the scores miss what is wanted: 1 for the label and 0 for the others. */
export type Missed = {
  readonly by: LossName;
  /** Each score's difference from that, squared; with cross-entropy the share that softmax makes of each score. */
  readonly terms: readonly number[];
  /** The digit's loss: the mean of the ten squares; with cross-entropy −ln of the label's share. */
  readonly loss: number;
};

/** A digit's numbers, and those of the network's answer to it. */
export type DigitNumbers = {
  readonly pixels: Uint8Array;
  /** Of a drawing perhaps none. */
  readonly label: number | undefined;
  /** The pixel under the cursor. */
  readonly pixel: number;
  readonly answer: number;
  readonly scores: Float64Array;
  /** What the scores miss; undefined without a label. */
  readonly missed: Missed | undefined;
  /** The hidden unit that is chosen, in the view of the units; else the one that adds the most to the answer's score. */
  readonly unit: number;
};

/** What is known of the digit that is looked at; undefined while digit or network is on its way. */
export function digitNumbers(state: State): DigitNumbers | undefined {
  const chosen = chosenDigit(state);
  const weights = lookedAt(state)?.weights;
  if (chosen === undefined || weights === undefined) return undefined;
  const {pixels, label} = chosen;
  const {scores, activations} = forward(weights, pixels);
  const answer = answerOf(scores);
  const width = activations.length;
  const added = activations.map((value, unit) => value * (weights.outputWeight[answer * width + unit] ?? 0));
  const missed = label === undefined ? undefined : missedOf(evaluatedBy(state).loss, scores, label);
  const unit = state.screen.view === 'network' ? chosenUnit(state) : added.indexOf(Math.max(...added));
  return {...state.numbers, pixels, label, answer, scores, missed, unit};
}

function missedOf(by: LossName, scores: Float64Array, label: number): Missed {
  const loss = losses[by].sum(scores, 0, label) / losses[by].terms;
  const squares = [...scores].map((score, digit) => (score - (digit === label ? 1 : 0)) ** 2);
  return {by, loss, terms: by === 'mse' ? squares : softmax(scores)};
}

/**
 * How the newest step moved the weight from the pixel under the cursor to a hidden unit; undefined where it was no single
 * step, or another network is looked at.
 */
export function weightStep(state: State, unit: number): AdamTrace | undefined {
  const {stepped, rates} = openRun(state.runs);
  if (trainingOptions(state).optimizer !== 'adam') return undefined;
  if (stepped === undefined || lookedAt(state)?.step !== stepped.step) return undefined;
  const rate = rates.findLast(({step}) => step < stepped.step)?.learningRate;
  if (rate === undefined) return undefined;
  const place = unit * inputSize + state.numbers.pixel;
  return adamTrace(stepped.before, stepped.after, place, stepped.step, rate);
}

/** What the user does among a digit's numbers. */
export const numberActions = {
  /** Moves the cursor, no further than to the edge. */
  'point-pixel'(state: State, {columns, rows}: {readonly columns: number; readonly rows: number}): State {
    const within = (value: number): number => Math.max(0, Math.min(side - 1, value));
    const {pixel} = state.numbers;
    const [row, column] = [within(Math.floor(pixel / side) + rows), within((pixel % side) + columns)];
    return {...state, numbers: {pixel: row * side + column}};
  },
};
