import type {Config} from '../config.js';
import {digit} from '../dataset/dataset.js';
import {loadSplit} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {UserError} from '../errors.js';
import {characterArt, halfBlocks} from '../text/pixels.js';
import {createTheme} from '../text/theme.js';
import {checkIndex, readIndices} from './indices.js';

/** `show INDEX`: one digit of the dataset, drawn or as its 784 pixels. */
export async function show(config: Config, texts: readonly string[]): Promise<number> {
  const {split, json, art} = config;
  const indices = readIndices('show', texts);
  if (indices.length > 1) throw new UserError('show: one index at a time', 2);
  const [index] = indices;
  const data = await loadSplit(config.data ?? defaultDataPath, split);
  checkIndex(index, split, data);
  const label = data.labels[index];
  const pixels = digit(data, index);
  if (json) {
    process.stdout.write(`${JSON.stringify({index, split, label, pixels: [...pixels]})}\n`);
    return 0;
  }
  const {greys} = createTheme(process.stdout, process.env, process.platform, config.color);
  const lines = art === 'ascii' || greys === 0 ? characterArt(pixels, 56, 28, false) : halfBlocks(pixels, greys, 1);
  process.stdout.write(`${[`${split} ${index}: label ${label}`, ...lines].map(line => line.trimEnd()).join('\n')}\n`);
  return 0;
}
