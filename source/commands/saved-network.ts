import type {Config} from '../config/options.js';
import {checksumOf} from '../dataset/checksum.js';
import {type SplitData, titleOf} from '../dataset/dataset.js';
import {fileName, loadSplit} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {scrambleAdvice} from '../dataset/scramble.js';
import {printable, UserError} from '../errors.js';
import type {Weights} from '../network/network-state.js';
import {surveyAtOnce} from '../network/survey.js';
import {runLine} from '../report/run-report.js';
import {type Evaluation, evaluate} from '../training/evaluation.js';
import type {TrainedNetwork} from '../training/formats/kind.js';
import {isSameDataset, type RunSettings} from '../training/formats/run-info.js';
import {bestEpoch} from '../training/kept-moments.js';
import {type DatasetMark, openRun, type SavedRun} from '../training/runs/run-files.js';

/** The split that `--data` and `--split` name, and what its dataset is called. */
export type NamedSplit = {readonly data: SplitData; readonly dataset: string};

/**
 * Reads the split that a command is about.
 * @throws UserError as loadSplit
 */
export async function namedSplit({data: dataPath = defaultDataPath, split, scramble}: Config): Promise<NamedSplit> {
  const data = await loadSplit(dataPath, split, scramble);
  return {data, dataset: titleOf(data, fileName(dataPath, scramble))};
}

/**
 * Opens the run that `--model` names, else the newest one on the dataset, and says on standard error which.
 * @param checksum of the splits that were read
 * @throws UserError as openRun
 */
export async function openSaved(
  {model}: Pick<Config, 'model'>,
  dataset: string,
  checksum: DatasetMark['checksum'],
): Promise<SavedRun> {
  const saved = await openRun(model, {name: dataset, checksum}, line =>
    process.stderr.write(`mnist-tui: ${printable(line)}\n`),
  );
  process.stderr.write(`${runLine(saved.file, saved.info)}\n`);
  return saved;
}

/**
 * Reads the weights that `--model` names, else those of the newest run on the dataset. Standard error says which, and
 * when they learned another dataset.
 * @param usesDigits whether the dataset's digits are asked about, and not pictures alone
 * @throws UserError as openRun
 */
export async function savedNetwork(
  config: Config,
  {data, dataset}: NamedSplit,
  usesDigits = true,
): Promise<TrainedNetwork & {readonly settings: RunSettings | undefined}> {
  const checksum = {[config.split]: checksumOf(data)};
  const run = await openSaved(config, dataset, checksum);
  const {info, loss} = run;
  if (usesDigits && info !== undefined && !isSameDataset(info, checksum)) {
    const learned = printable(info.dataset.name);
    const other = fileName(config.data ?? defaultDataPath, config.scramble);
    const way = scrambleAdvice(info.dataset.name, other);
    process.stderr.write(
      `mnist-tui: these weights learned ${learned}, which ${printable(other)} is not, or only a part of it${way}\n`,
    );
  }
  return {weights: config.best ? bestWeights(run) : run.state.weights, loss, settings: info?.settings};
}

/** What the saved network comes to on a split as a whole. */
export const evaluationOn = ({weights, loss}: TrainedNetwork, data: SplitData): Evaluation =>
  evaluate(surveyAtOnce(weights, data.images).scores, data, {batchSize: data.count, loss});

/**
 * The weights of the run's best epoch by test loss. Standard error says which, and that the choice flatters it.
 * @throws UserError when the file does not have them
 */
function bestWeights({state, info, file, moments}: SavedRun): Weights {
  const best = bestEpoch(moments());
  const last = info?.history.at(-1);
  const least = Math.min(...(info?.history ?? []).map(({meanTestLoss}) => meanTestLoss));
  const isLast = last !== undefined && last.meanTestLoss === least && info?.stepInEpoch === 0;
  if (!isLast && (best === undefined || best.meanTestLoss !== least)) {
    throw new UserError(`${file}: does not keep the weights of its best epoch; leave out --best`);
  }
  process.stderr.write(
    `Best by test loss: epoch ${isLast ? last.epoch : best?.epoch} of ${info?.epoch}; chosen by the test digits themselves, so figures on them flatter it a little\n`,
  );
  return isLast || best === undefined ? state.weights : best.weights;
}
