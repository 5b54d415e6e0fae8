import {inputSize, outputSize} from './architecture.js';
import type {Parameters} from './network-state.js';
import {forward} from './reference.js';

/**
 * A digit's lead taken apart: the score of the network's answer minus that of another digit, as a sum of what each inked
 * pixel adds and of what the biases add.
 */
export type Explanation = {
  /** The digit with the largest score. */
  readonly answer: number;
  /** The digit that it is compared with. */
  readonly against: number;
  /** 784 parts of the lead, a pixel each, its input of 0 to 1 times its slope: 0 where there is no ink. */
  readonly contributions: Float64Array;
  /** What the biases add: the output layer's, and those of the units that are on, as far as these carry them on. */
  readonly rest: number;
  /** The lead: the contributions and the rest together, up to rounding in float64. */
  readonly difference: number;
  /** 784 slopes: how much a pixel's input adds for each 1 of it, while no unit is switched on or off by that. */
  readonly slopes: Float64Array;
};

/**
 * Takes a digit's lead apart, as input × gradient (Shrikumar et al. 2016), which for a network of ReLU units and for the
 * biases as a part of their own adds up exactly: it holds for the units that are on with this digit.
 * @param image 784 pixels of 0 to 255
 * @param against what the answer is compared with; undefined, or the answer itself: the digit with the next largest score
 */
export function explain(weights: Parameters, image: Uint8Array, against?: number): Explanation {
  const {hiddenWeight, hiddenBias, outputWeight, outputBias} = weights;
  const {inputs, activations, scores} = forward(weights, image);
  const [answer, next] = ranked(scores);
  const other = against === undefined || against === answer ? next : against;
  const slopes = new Float64Array(inputSize);
  let rest = outputBias[answer] - outputBias[other];
  for (let unit = 0; unit < activations.length; unit++) {
    if (activations[unit] === 0) continue;
    const carried = outputWeight[answer * activations.length + unit] - outputWeight[other * activations.length + unit];
    rest += carried * hiddenBias[unit];
    for (let pixel = 0; pixel < inputSize; pixel++) slopes[pixel] += carried * hiddenWeight[unit * inputSize + pixel];
  }
  const contributions = slopes.map((slope, pixel) => inputs[pixel] * slope);
  return {answer, against: other, contributions, rest, difference: scores[answer] - scores[other], slopes};
}

/** The ten digits by their scores, the largest first, and the first of equals. */
export function ranked(scores: ArrayLike<number>): [number, number, number, ...number[]] {
  const digits = Array.from({length: outputSize}, (_, digit) => digit);
  const [first = 0, second = 1, third = 2, ...others] = digits.sort((one, other) => scores[other] - scores[one]);
  return [first, second, third, ...others];
}
