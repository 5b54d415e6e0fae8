import {counted, fill} from '../words/fill.js';
import {units as words} from '../words/units.js';
import {count} from './format.js';

/** How many units are named one by one. */
const named = 6;

/** Some hidden units in words: `unit 3`, `units 3, 41`, or `12 units`. */
export function unitNames(units: readonly number[]): string {
  if (units.length > named) return fill(words.many, {count: count(units.length)});
  return counted(words.few, {count: units.length, units: units.join(', ')});
}
