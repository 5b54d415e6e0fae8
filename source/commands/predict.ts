import type {Config} from '../config/options.js';
import {classNameOf, digit, labelOf} from '../dataset/dataset.js';
import {forward} from '../network/reference.js';
import {predictionLine} from '../report/prediction-report.js';
import {answerOf} from '../training/evaluation.js';
import {indicesOf, readIndices} from './indices.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/** `predict INDEX…`: what the saved network answers for digits of the dataset, in the order in which they are named. */
export async function predict(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json} = config;
  const ranges = readIndices('predict', texts);
  const named = await namedSplit(config);
  const {data} = named;
  const indices = indicesOf(ranges, split, data);
  const weights = await savedNetwork(config, named);
  for (const index of indices) {
    const scores = [...forward(weights, digit(data, index)).scores];
    const label = labelOf(data, index);
    const answer = answerOf(scores);
    const names = data.classNames && {
      labelName: classNameOf(data, label),
      answerName: classNameOf(data, answer),
    };
    const result = {index, split, label, answer, correct: answer === label, ...names, scores};
    process.stdout.write(`${json ? JSON.stringify(result) : predictionLine(result)}\n`);
  }
  return 0;
}
