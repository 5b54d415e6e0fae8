import path from 'node:path';
import type {Config} from '../config/options.js';
import {checksumOf} from '../dataset/checksum.js';
import {type Split, type SplitData, titleOf} from '../dataset/dataset.js';
import {defaultDataPath} from '../dataset/locate.js';
import {printable} from '../errors.js';
import type {Parameters} from '../network/network-state.js';
import {runLine} from '../report/run-report.js';
import {isSameDataset} from '../training/formats/run-info.js';
import {openRun} from '../training/runs/run-files.js';

/**
 * The weights of the run that `--model` names, else of the newest on the dataset. Standard error hears which run that is,
 * and that it learned something else where it did.
 * @param data the split that the network is asked about
 * @throws UserError when there is no such run
 */
export async function savedNetwork(config: Config, split: Split, data: SplitData): Promise<Parameters> {
  const base = path.basename(config.data ?? defaultDataPath);
  const checksum = {[split]: checksumOf(data)};
  const {state, info, file} = await openRun(config.model, {name: titleOf(data, base), checksum});
  process.stderr.write(`${runLine(file, info)}\n`);
  if (info !== undefined && !isSameDataset(info, checksum)) {
    const [learned, other] = [printable(info.dataset.name), printable(base)];
    process.stderr.write(`mnist-tui: these weights learned ${learned}, which ${other} is not, or only a part of it\n`);
  }
  return state.weights;
}
