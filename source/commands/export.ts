import type {Config} from '../config/options.js';
import {printable, UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {exportFormat, formats} from '../training/formats/export/export-formats.js';
import {writeNew} from '../training/runs/new-file.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/**
 * `export PATH`: the saved network's weights in a form that other programs read.
 * @throws UserError when PATH is missing, says no format, is there already or cannot be written
 */
export async function exportWeights(config: Config, [path]: readonly string[]): Promise<number> {
  if (path === undefined || path === '') {
    throw new UserError('export: where to? Name a file, such as digits.onnx', exitCodes.usage);
  }
  const format = exportFormat(path, config.format);
  const network = await savedNetwork(config, await namedSplit(config), false);
  await writeNew(path, formats[format].encode(network));
  process.stdout.write(`Weights written as ${format}: ${printable(path)}\n`);
  return exitCodes.done;
}
