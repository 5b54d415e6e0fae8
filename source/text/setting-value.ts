import {formerSettings, type RunSettings} from '../training/formats/run-info.js';
import {fill} from '../words/fill.js';
import {runs as words} from '../words/runs.js';
import {count} from './format.js';

/** What most runs have: the tutorial's settings. */
export const usual = {
  ...formerSettings,
  ...{hidden: 128, learningRate: 0.001, batchSize: 128, epochs: 20, earlyStop: true},
} as const;

/** A setting's value in words. */
export function valueText(settings: RunSettings, name: keyof RunSettings): string {
  const value = settings[name];
  if (value === undefined) return words.all;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return value;
  if (name === 'noiseLabels') return fill(words.percent, {value});
  return name === 'learningRate' || name === 'seed' ? String(value) : count(value);
}
