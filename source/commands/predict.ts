import type {Config} from '../config/options.js';
import {classNameOf, digit, labelOf, type SplitData} from '../dataset/dataset.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {type LossName, softmax} from '../network/losses.js';
import type {Weights} from '../network/network-state.js';
import {forward} from '../network/reference.js';
import {predictionLine} from '../report/prediction-report.js';
import {answerOf} from '../training/evaluation.js';
import {checkSome, type IndexRange, indicesOf, readRange} from './indices.js';
import {predictPictures} from './predict-pictures.js';
import {type Drawing, drawingOf} from './predict-stages.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/** What the answers are made with. */
export type Predictor = {
  readonly weights: Weights;
  readonly data: SplitData;
  /** What the network was trained by. */
  readonly loss: LossName;
  readonly config: Config;
  /** How images are drawn below their answers. */
  readonly drawing: Drawing;
};

/**
 * `predict INDEX… | FILE…`: what the saved network answers for digits of the dataset and in pictures, in the order in
 * which they are named. A picture that cannot be read is told on standard error, and the others are read.
 */
export async function predict(config: Config, texts: readonly string[]): Promise<number> {
  const {split} = config;
  checkSome('predict', texts);
  const drawing = drawingOf(config);
  const subjects = texts.map(text => readRange('predict', text) ?? text);
  const ranges = subjects.filter(subject => typeof subject !== 'string');
  const named = await namedSplit(config);
  const {data} = named;
  indicesOf(ranges, split, data);
  const {weights, loss} = await savedNetwork(config, named, ranges.length > 0);
  const predictor = {weights, loss, data, config, drawing};
  let exitCode: number = exitCodes.done;
  for (const subject of subjects) {
    if (typeof subject !== 'string') predictIndices(predictor, subject);
    else if (!(await predictPictures(predictor, subject, tell))) exitCode = exitCodes.failed;
  }
  return exitCode;
}

/** With cross-entropy, what the scores say of each digit: shares that add up to 1. */
export const probabilitiesOf = (loss: LossName, scores: readonly number[]): {probabilities?: number[]} =>
  loss === 'cross-entropy' ? {probabilities: softmax(scores)} : {};

/** Says what is wrong with a picture. */
function tell(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`mnist-tui: ${error.message}\n`);
}

/** The answers for digits of the dataset. */
function predictIndices({weights, loss, data, config: {split, json}, drawing}: Predictor, range: IndexRange): void {
  for (const index of indicesOf([range], split, data)) {
    const image = digit(data, index);
    const scores = [...forward(weights, image).scores];
    const label = labelOf(data, index);
    const answer = answerOf(scores);
    const names = data.classNames && {
      labelName: classNameOf(data, label),
      answerName: classNameOf(data, answer),
    };
    const result = {
      index,
      split,
      label,
      answer,
      correct: answer === label,
      ...names,
      scores,
      ...probabilitiesOf(loss, scores),
    };
    process.stdout.write(`${json ? JSON.stringify(result) : predictionLine(result)}\n`);
    drawing.image(image);
  }
}
