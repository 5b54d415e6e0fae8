import type {RunSettings} from '../training/formats/run-info.js';
import {fill} from '../words/fill.js';
import {runs as words} from '../words/runs.js';
import {count} from './format.js';

/** A setting's value in words. */
export function valueText(settings: RunSettings, name: keyof RunSettings): string {
  const value = settings[name];
  if (value === undefined) return words.all;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return value;
  if (name === 'noiseLabels') return fill(words.percent, {value});
  return name === 'learningRate' || name === 'seed' ? String(value) : count(value);
}
