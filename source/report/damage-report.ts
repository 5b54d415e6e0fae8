import {type Damage, type DamageKind, damages} from '../dataset/augment/damage.js';
import {bar} from '../text/bars.js';
import {share} from '../text/format.js';

/** What the amounts of a kind are, and how one is written. */
const words: Readonly<Record<DamageKind, {readonly title: string; readonly text: (amount: number) => string}>> = {
  noise: {title: 'noise: its standard deviation, in shares of full ink', text: amount => amount.toFixed(2)},
  shift: {title: 'shift: pixels, to all four sides', text: String},
  turn: {title: 'turn: degrees clockwise', text: amount => `${amount}`},
  scale: {title: 'scale: times as large', text: amount => amount.toFixed(1)},
  stroke: {title: 'stroke: pixels that each side is thicker by', text: amount => amount.toFixed(1)},
};

const width = 50;

/** One measure of damage as a line for people, the accuracy as a bar; the first of a kind has a title before it. */
export function damageLines({kind, amount}: Damage, accuracy: number, unicode: boolean): string[] {
  const {title, text} = words[kind];
  const {amounts}: {readonly amounts: readonly number[]} = damages[kind];
  const line = `${text(amount).padStart(6)}  ${bar(accuracy, width, unicode)} ${share(accuracy).padStart(7)}`;
  return amounts[0] === amount ? [...(kind === 'noise' ? [] : ['']), title, line] : [line];
}
