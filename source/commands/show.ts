import type {Config} from '../config/options.js';
import {classNameOf, digit, labelOf} from '../dataset/dataset.js';
import {loadSplit} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {printedDigit} from '../text/digit-picture.js';
import {createTheme} from '../text/theme.js';
import {indicesOf, readIndices} from './indices.js';

/** `show INDEX…`: digits of the dataset, drawn or as their 784 pixels. */
export async function show(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json, art} = config;
  const ranges = readIndices('show', texts);
  const data = await loadSplit(config.data ?? defaultDataPath, split, config.scramble);
  const theme = createTheme(process.stdout, process.env, process.platform, config.color);
  for (const index of indicesOf(ranges, split, data)) {
    const label = labelOf(data, index);
    const names = data.classNames && {labelName: classNameOf(data, label)};
    const pixels = digit(data, index);
    if (json) {
      process.stdout.write(`${JSON.stringify({index, split, label, ...names, pixels: [...pixels]})}\n`);
      continue;
    }
    const lines = [`${split} ${index}: label ${classNameOf(data, label)}`, ...printedDigit(pixels, art, theme)];
    process.stdout.write(lines.map(line => `${line.trimEnd()}\n`).join(''));
  }
  return 0;
}
