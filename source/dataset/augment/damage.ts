import {inputSize} from '../../network/architecture.js';
import {seededRandom, streams} from '../../network/random.js';
import {type Change, unchanged} from './change.js';
import type {Changer} from './changer.js';

/** What digits are damaged by, and in what measure. */
export type Damage = {readonly kind: DamageKind; readonly amount: number};

/** A way to damage digits. */
type DamageRow = {
  /** Every measure that is tried, from least to most. */
  readonly amounts: readonly number[];
  /** The one that leaves digits as they are. */
  readonly none: number;
  /** How a digit is changed; where that is no change of stroke or place, what is done to its pixels instead. */
  readonly change?: (amount: number, index: number) => Change;
};

/** To where digits are shifted, one after the other. */
const directions = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Every way to damage digits: the one table behind what is tried and how. */
export const damages = {
  /** Standard deviation of what is added to each pixel, as a share of full ink. */
  noise: {amounts: [0, 0.05, 0.1, 0.2, 0.3], none: 0},
  /** Pixels, a quarter of the digits each to the right, down, to the left and up. */
  shift: {
    amounts: [0, 1, 2, 3, 4],
    none: 0,
    change: (amount, index) => {
      const [right, down] = directions[index % directions.length] ?? directions[0];
      return {...unchanged, right: right * amount, down: down * amount};
    },
  },
  /** Degrees clockwise. */
  turn: {
    amounts: [-45, -30, -15, 0, 15, 30, 45],
    none: 0,
    change: amount => ({...unchanged, halfTurn: Math.tan((amount * Math.PI) / 360)}),
  },
  /** Times as large. */
  scale: {
    amounts: [0.6, 0.8, 1, 1.2, 1.4],
    none: 1,
    change: amount => ({...unchanged, width: amount, height: amount}),
  },
  /** Pixels that each side of the stroke is thicker by. */
  stroke: {amounts: [-1, -0.5, 0, 0.5, 1, 1.5], none: 0, change: amount => ({...unchanged, stroke: amount})},
} as const satisfies Readonly<Record<string, DamageRow>>;

/** See damages. */
export type DamageKind = keyof typeof damages;

/** All that is tried, kind by kind. */
export const allDamages: readonly Damage[] = Object.entries(damages).flatMap(([kind, {amounts}]) =>
  amounts.map(amount => ({kind: kind as DamageKind, amount})),
);

/** Whether a damage leaves digits as they are. */
export const isNone = ({kind, amount}: Damage): boolean => amount === damages[kind].none;

/**
 * Damages images, each in a way that its index fixes.
 * @param images count × 784
 * @param range the first that is wanted, and the first behind them; without it, all
 * @returns count × 784, those that are not wanted blank
 */
export function damaged(
  changer: Changer,
  images: Uint8Array,
  {kind, amount}: Damage,
  range: readonly [first: number, end: number] = [0, images.length / inputSize],
): Uint8Array {
  const {change}: DamageRow = damages[kind];
  const result = new Uint8Array(images.length);
  if (change === undefined) {
    for (let index = range[0]; index < range[1]; index++) addNoise(images, index, amount, result);
  } else changer.change(images, range, index => change(amount, index), result);
  return result;
}

/** What four bytes of a random word deviate by from twice 255: what noise of 1 is measured by. */
const deviation = Math.sqrt((4 * (256 ** 2 - 1)) / 12);

/** Adds to each pixel of an image a number that is normal but for its far ends: the sum of four equally likely ones. */
function addNoise(images: Uint8Array, index: number, amount: number, to: Uint8Array): void {
  const random = seededRandom(1, streams.damage + index);
  const scale = (amount * 255) / deviation;
  for (let place = index * inputSize; place < (index + 1) * inputSize; place++) {
    const word = random.next();
    const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
    const grey = Math.floor(images[place] + (sum - 510) * scale + 0.5);
    to[place] = Math.min(255, Math.max(0, grey));
  }
}
