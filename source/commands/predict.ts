import path from 'node:path';
import type {Config} from '../config/options.js';
import {checksumOf} from '../dataset/checksum.js';
import {classNameOf, digit, labelOf, titleOf} from '../dataset/dataset.js';
import {loadSplit} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {printable} from '../errors.js';
import {forward} from '../network/reference.js';
import {predictionLine} from '../report/prediction-report.js';
import {runLine} from '../report/run-report.js';
import {answerOf} from '../training/evaluation.js';
import {isSameDataset} from '../training/formats/run-info.js';
import {openRun} from '../training/runs/run-files.js';
import {indicesOf, readIndices} from './indices.js';

/** `predict INDEX…`: what the saved network answers for digits of the dataset, in the order in which they are named. */
export async function predict(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json} = config;
  const ranges = readIndices('predict', texts);
  const dataPath = config.data ?? defaultDataPath;
  const data = await loadSplit(dataPath, split);
  const dataset = titleOf(data, path.basename(dataPath));
  const checksum = {[split]: checksumOf(data)};
  const indices = indicesOf(ranges, split, data);
  const {state, info, file} = await openRun(config.model, {name: dataset, checksum});
  process.stderr.write(`${runLine(file, info)}\n`);
  if (info !== undefined && !isSameDataset(info, checksum)) {
    const learned = printable(info.dataset.name);
    const other = printable(path.basename(dataPath));
    process.stderr.write(`mnist-tui: these weights learned ${learned}, which ${other} is not, or only a part of it\n`);
  }
  for (const index of indices) {
    const scores = [...forward(state.weights, digit(data, index)).scores];
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
