import {costOfOff} from '../../state/cost.js';
import {labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {count} from '../../text/format.js';
import {keep} from '../../text/keep.js';
import type {Theme} from '../../text/theme.js';
import {unitNames} from '../../text/unit-names.js';
import {fill} from '../../words/fill.js';
import {units as words} from '../../words/units.js';

/** What the switched-off units cost, and the digit that suffers most; else how units are switched off. */
export function costText(state: State, {unicode}: Pick<Theme, 'unicode'>): string {
  const {off} = state.units;
  if (off.length === 0) return state.screen.holds ? words.toSwitch : words.toHold;
  const units = unitNames(off);
  const cost = costOfOff(state);
  if (cost === undefined) return fill(words.costComes, {units});
  const arrow = unicode ? '→' : '->';
  const change = ([before, after]: readonly [number, number]): string =>
    keep(fill(words.fromTo, {before: (100 * before).toFixed(1), after: (100 * after).toFixed(1), arrow}));
  const {accuracy, worst, done} = cost;
  const text = done < cost.count ? words.costSoFar : words.cost;
  const all = fill(text, {units, done: count(done), change: change(accuracy)});
  if (worst === undefined) return `${all}; ${words.noneSuffers}`;
  return `${all}; ${keep(fill(words.worst, {digits: kindOf(state, worst.digit), change: change(worst.share)}))}`;
}

/** A digit as many of a kind, `ones`, or the name of a class. */
function kindOf(state: State, digit: number): string {
  const name = labelName(state, digit);
  return name === String(digit) ? (words.kinds[digit] ?? name) : name;
}
