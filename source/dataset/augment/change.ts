import {type Random, seededRandom, streams} from '../../network/random.js';

/** How one digit is changed. Lengths are in pixels; turn, scale and shear are about the image's centre. */
export type Change = {
  /** Tangent of half the angle by which it is turned clockwise: sine and cosine follow by division alone. */
  readonly halfTurn: number;
  /** By how much it becomes wider and higher, above 0: 1 leaves it as it is. */
  readonly width: number;
  readonly height: number;
  /** How far a row moves to the right for each pixel that it lies lower, before the turn. */
  readonly shear: number;
  readonly right: number;
  readonly down: number;
  /** How much is added to each side of the stroke, taken away where it is below 0: −2 to 2, in steps of 1/256. */
  readonly stroke: number;
};

/** The change that leaves a digit as it is, byte for byte. */
export const unchanged: Change = {halfTurn: 0, width: 1, height: 1, shear: 0, right: 0, down: 0, stroke: 0};

/** What a digit is changed by at most when it is trained on; each quantity is equally likely everywhere in between. */
export const limits = {
  /** The tangent of 7.5°: half of 15°. */
  halfTurn: 0.13165249758739583,
  /** Width and height together, and then each by itself. */
  scale: 0.1,
  stretch: 0.1,
  shear: 0.15,
  shift: 2,
  thinner: 0.5,
  thicker: 1,
} as const;

/** By what a run's epoch changes its train images: the same for the same seed and epoch, whoever asks for which image. */
export function changesOf(seed: number, epoch: number): (index: number) => Change {
  const key = seededRandom(seed, streams.augmentedEpoch + epoch).next();
  return index => changeBy(seededRandom(key, streams.augmentedImage + index));
}

/** Draws a change, within the limits. */
function changeBy(random: Random): Change {
  const around = (most: number): number => (2 * random.uniform() - 1) * most;
  const {halfTurn, scale, stretch, shear, shift, thinner, thicker} = limits;
  const size = 1 + around(scale);
  return {
    halfTurn: around(halfTurn),
    width: size * (1 + around(stretch)),
    height: size * (1 + around(stretch)),
    shear: around(shear),
    right: around(shift),
    down: around(shift),
    stroke: Math.floor(random.uniform() * (thinner + thicker) * 256) / 256 - thinner,
  };
}
