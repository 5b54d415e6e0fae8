import type {Config} from '../config/options.js';
import {evaluationLines, reportOf} from '../report/evaluation-report.js';
import {evaluationOn, namedSplit, savedNetwork} from './saved-network.js';

/** `evaluate`: how good the saved network is on a split, and at which digits. */
export async function evaluate(config: Config): Promise<number> {
  const named = await namedSplit(config);
  const {data, dataset} = named;
  const found = evaluationOn(await savedNetwork(config, named), data);
  const result = reportOf(found, {dataset, split: config.split, classNames: data.classNames});
  const text = config.json ? JSON.stringify(result) : evaluationLines(result, data.count).join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
