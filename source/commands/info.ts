import type {Config} from '../config/options.js';
import {worded} from '../dataset/dataset.js';
import {loadDataset} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {printable} from '../errors.js';
import {layers, parameterCount} from '../network/architecture.js';
import {count, counted} from '../text/format.js';
import {modelSummary} from '../text/summary.js';

/** `info`: what the dataset has and what the network is made of. */
export async function info({data, hidden, json}: Config): Promise<number> {
  const {name, path, note, train, test} = await loadDataset(data ?? defaultDataPath);
  const sizes = Object.fromEntries(
    Object.entries({train, test}).map(([split, data]) => [split, {count: data.count, shape: [data.count, 28, 28]}]),
  );
  const text = json
    ? JSON.stringify({
        dataset: {name, path, ...sizes},
        network: {layers: layers(hidden), parameters: parameterCount(hidden)},
      })
    : [
        `Dataset: ${printable(name)} (${printable(path)})`,
        ...(test.known === undefined ? [] : [`Known as: ${test.known}`]),
        ...(note === undefined ? [] : [`Note: ${printable(note)}`]),
        `Train: ${counted(train.count, worded('digit', test))} of 28 x 28; test: ${count(test.count)}`,
        '',
        ...modelSummary(hidden),
      ].join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
