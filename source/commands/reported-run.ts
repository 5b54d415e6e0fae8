import path from 'node:path';
import type {Config} from '../config/options.js';
import {classNamesOf, type Dataset, digit, labelOf} from '../dataset/dataset.js';
import {loadDataset} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {scrambleAdvice} from '../dataset/scramble.js';
import {printable, UserError} from '../errors.js';
import {explain, ranked} from '../network/explain.js';
import {lookInside} from '../network/look-inside.js';
import type {Weights} from '../network/network-state.js';
import {surveyAtOnce} from '../network/survey.js';
import type {ReportedMistake, ReportedRun} from '../report/html/reported-run.js';
import {savedAdvice} from '../state/adviser/saved-advice.js';
import {computedText} from '../text/computed-on.js';
import {quoted, repeatOptions} from '../text/repeat.js';
import {type Evaluation, evaluate} from '../training/evaluation.js';
import {isSameDataset, type RunInfo} from '../training/formats/run-info.js';
import {wrongDigits} from '../training/leads.js';
import {type LearnedDataset, learned} from '../training/learned-dataset.js';
import {imagesOf} from '../training/run-options.js';
import type {SavedRun} from '../training/runs/run-files.js';
import {reportedUnits} from './reported-units.js';
import {openSaved} from './saved-network.js';

/** How many mistakes are shown. */
const mostMistakes = 12;

/**
 * Finds out all that a report says of the run that `--model` names, else of the newest one on the dataset.
 * @throws UserError as loadDataset and openRun, and where the run was on another dataset
 */
export async function reportedRun(config: Config): Promise<ReportedRun> {
  const dataset = await loadDataset(config.data ?? defaultDataPath, {scramble: config.scramble});
  const {train, test} = dataset;
  const {name, checksum} = learned(dataset);
  const saved = await openSaved(config, name, checksum);
  checkDataset(saved, dataset, checksum);
  const {state, info, loss} = saved;
  const {weights, step} = state;
  const found = evaluate(surveyAtOnce(weights, test.images).scores, test, {
    batchSize: info?.settings.batchSize ?? 1,
    loss,
  });
  const units = reportedUnits(saved, train);
  const isRelu = weights.activation === 'relu';
  const dead = isRelu ? units.shares.filter(share => share === 0).length : undefined;
  return {
    file: path.basename(saved.file),
    dataset: name,
    ...{names: classNamesOf(test), hasNames: test.classNames !== undefined},
    ...{weights, loss, step, info, found, units},
    epochSteps: info && stepsOf(info, train.count),
    computedOn: computedText(info?.computedOn),
    count: test.count,
    mistakes: mistakesOf(weights, dataset, found),
    advice: info === undefined ? [] : savedAdvice(info, dataset, {step, dead, confusion: found.confusion}),
    command: info && commandOf(config, info),
  };
}

/** A report of a run on other images than it learned would say things of it that are not so. */
function checkDataset({info, file}: SavedRun, {name}: Dataset, checksum: LearnedDataset['checksum']): void {
  if (info === undefined || isSameDataset(info, checksum)) return;
  const learned = printable(info.dataset.name);
  const way = scrambleAdvice(info.dataset.name, name) || '; name its dataset with --data';
  throw new UserError(`${file}: learned ${learned}, which ${name} is not, or only a part of it${way}`);
}

function stepsOf({settings, changes = []}: RunInfo, count: number): number | undefined {
  if (changes.some(({name}) => name === 'batchSize')) return undefined;
  return Math.floor(imagesOf(count, settings) / settings.batchSize);
}

function mistakesOf(weights: Weights, {test}: Dataset, found: Evaluation): ReportedMistake[] {
  return Array.from(wrongDigits(found, test.labels).subarray(0, mostMistakes), index => {
    const [pixels, label] = [digit(test, index), labelOf(test, index)];
    const [, runnerUp] = ranked(lookInside(weights, pixels).scores);
    const explanation = explain(weights, pixels, label);
    return {index, pixels, label, margin: found.margins[index] ?? 0, runnerUp, explanation};
  });
}

/** The command that trains the same network as after the run's last finished epoch; undefined before its first. */
function commandOf({data, scramble}: Config, {settings, history}: RunInfo): string | undefined {
  if (history.length === 0) return undefined;
  const where = data === undefined ? [] : [`--data ${quoted(printable(data))}`];
  const options = [...where, ...(scramble ? ['--scramble'] : []), ...repeatOptions(settings, history)];
  return ['mnist-tui train', ...options].join(' ');
}
