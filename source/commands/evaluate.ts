import type {Config} from '../config/options.js';
import {surveyAtOnce} from '../network/survey.js';
import {evaluationLines, reportOf} from '../report/evaluation-report.js';
import {evaluate as evaluated} from '../training/evaluation.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/** `evaluate`: how good the saved network is on a split, and at which digits. */
export async function evaluate(config: Config): Promise<number> {
  const named = await namedSplit(config);
  const {data, dataset} = named;
  const {weights, loss} = await savedNetwork(config, named);
  const found = evaluated(surveyAtOnce(weights, data.images).scores, data, {batchSize: data.count, loss});
  const result = reportOf(found, {dataset, split: config.split, classNames: data.classNames});
  const text = config.json ? JSON.stringify(result) : evaluationLines(result, data.count).join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
