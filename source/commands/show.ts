import type {Config} from '../config/options.js';
import {classNameOf, digit, labelOf} from '../dataset/dataset.js';
import {loadSplit} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {characterArt, halfBlocks} from '../text/pixels.js';
import {createTheme} from '../text/theme.js';
import {indicesOf, readIndices} from './indices.js';

/** `show INDEX…`: digits of the dataset, drawn or as their 784 pixels. */
export async function show(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json, art} = config;
  const ranges = readIndices('show', texts);
  const data = await loadSplit(config.data ?? defaultDataPath, split, config.scramble);
  const {greys, background} = createTheme(process.stdout, process.env, process.platform, config.color);
  for (const index of indicesOf(ranges, split, data)) {
    const label = labelOf(data, index);
    const names = data.classNames && {labelName: classNameOf(data, label)};
    const pixels = digit(data, index);
    if (json) {
      process.stdout.write(`${JSON.stringify({index, split, label, ...names, pixels: [...pixels]})}\n`);
      continue;
    }
    const lines =
      art === 'ascii' || greys === 0 ? characterArt(pixels, 56, 28, false) : halfBlocks(pixels, greys, 1, background);
    process.stdout.write(
      `${[`${split} ${index}: label ${classNameOf(data, label)}`, ...lines].map(line => line.trimEnd()).join('\n')}\n`,
    );
  }
  return 0;
}
