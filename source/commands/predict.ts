import path from 'node:path';
import type {Config} from '../config/options.js';
import {checksumOf} from '../dataset/checksum.js';
import {digit, labelOf} from '../dataset/dataset.js';
import {loadSplit} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {forward} from '../network/reference.js';
import {predictionLine} from '../report/prediction-report.js';
import {runLine} from '../report/run-report.js';
import {answerOf} from '../training/evaluation.js';
import {openRun} from '../training/runs/run-files.js';
import {indicesOf, readIndices} from './indices.js';

/** `predict INDEX…`: what the saved network answers for digits of the dataset, in the order in which they are named. */
export async function predict(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json} = config;
  const ranges = readIndices('predict', texts);
  const dataPath = config.data ?? defaultDataPath;
  const dataset = path.basename(dataPath);
  const data = await loadSplit(dataPath, split);
  const indices = indicesOf(ranges, split, data);
  const {state, info, file} = await openRun(config.model, dataset);
  process.stderr.write(`${runLine(file, info)}\n`);
  const learnedFrom = info?.dataset.checksum[split];
  if (info !== undefined && learnedFrom !== '' && learnedFrom !== checksumOf(data)) {
    process.stderr.write(`mnist-tui: these weights learned ${info.dataset.name}, and the digits are of ${dataset}\n`);
  }
  for (const index of indices) {
    const scores = [...forward(state.weights, digit(data, index)).scores];
    const label = labelOf(data, index);
    const answer = answerOf(scores);
    const result = {index, split, label, answer, correct: answer === label, scores};
    process.stdout.write(`${json ? JSON.stringify(result) : predictionLine(result)}\n`);
  }
  return 0;
}
