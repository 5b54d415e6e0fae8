import {checksumOf} from '../../source/dataset/checksum.js';
import type {Dataset} from '../../source/dataset/dataset.js';
import {formerSettings, type RunInfo} from '../../source/training/formats/run-info.js';
import {blankDataset} from './scripted-engine.js';

/** What a checkpoint says of a run of one epoch. */
export function runInfo(
  hidden: number,
  dataset: Dataset = blankDataset(64, 20),
  given: Partial<RunInfo> = {},
): RunInfo {
  const {name, train, test} = dataset;
  const settings = {
    epochs: 20,
    batchSize: 8,
    learningRate: 0.001,
    ...formerSettings,
    earlyStop: true,
    hidden,
    seed: 4294967295,
  };
  const figures = {
    loss: 0.02,
    testLoss: 0.018,
    meanTrainLoss: 0.021,
    meanTestLoss: 0.019,
    accuracy: 0.959,
    seconds: 1.5,
  };
  return {
    program: 'mnist-tui 0.1.0',
    settings,
    epoch: 1,
    stepInEpoch: 0,
    lossSum: 0,
    dataset: {name, checksum: {train: checksumOf(train), test: checksumOf(test)}},
    history: [{epoch: 1, ...figures}],
    ...given,
  };
}
