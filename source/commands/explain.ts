import type {Config} from '../config/options.js';
import {classNameOf, digit, labelOf} from '../dataset/dataset.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {explain} from '../network/explain.js';
import {explanationLines} from '../report/explain-report.js';
import {createTheme} from '../text/theme.js';
import {indicesOf, readIndices} from './indices.js';
import {printLines} from './print-lines.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/**
 * `explain INDEX…`: what each pixel adds to the lead of the saved network's answer over another digit.
 * @throws UserError (exit code 2) when the answer would be compared with itself
 */
export async function explainDigits(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json, against} = config;
  const ranges = readIndices('explain', texts);
  const named = await namedSplit(config);
  const {data} = named;
  const indices = indicesOf(ranges, split, data);
  const {weights} = await savedNetwork(config, named);
  const found = indices.map(index => ({index, ...explain(weights, digit(data, index), against)}));
  const itself = found.find(({answer}) => answer === against);
  if (itself !== undefined) {
    const message = `--against ${against}: that is the answer for ${split} ${itself.index}; name another digit`;
    throw new UserError(message, exitCodes.usage);
  }
  const theme = createTheme(process.stdout, process.env, process.platform, config.color);
  for (const explanation of found) {
    const {index, answer, against: other, contributions, rest, difference} = explanation;
    const line = {index, answer, against: other, contributions: [...contributions], rest, difference};
    const label = labelOf(data, index);
    const names = {
      label: classNameOf(data, label),
      answer: classNameOf(data, answer),
      against: classNameOf(data, other),
    };
    const about = {
      index,
      split,
      pixels: digit(data, index),
      isRelu: weights.activation === 'relu',
      isRight: answer === label,
      isRunnerUp: against === undefined,
      names,
    };
    printLines(json ? [JSON.stringify(line)] : explanationLines(about, explanation, theme));
  }
  return 0;
}
