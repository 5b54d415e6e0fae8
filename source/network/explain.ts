import {activations as functions} from './activations.js';
import {inputSize, outputSize} from './architecture.js';
import type {Weights} from './network-state.js';
import {type ForwardPass, forward} from './reference.js';

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
  /** How many hidden units are on and carry something of it. */
  readonly unitsOn: number;
};

/**
 * Takes a digit's lead apart. With ReLU as input × gradient (Shrikumar et al. 2016), which with the biases as a part of
 * their own adds up exactly: it holds for the units that are on with this digit. With another activation as integrated
 * gradients from a blank picture (Sundararajan et al. 2017), whose path runs along a line in each unit's sum, so that they
 * need no summing up; the rest is then the lead that a blank picture has.
 * @param image 784 pixels of 0 to 255
 * @param against what the answer is compared with; undefined, or the answer itself: the digit with the next largest score
 */
export function explain(weights: Weights, image: Uint8Array, against?: number): Explanation {
  const {hiddenBias, outputBias} = weights;
  const pass = forward(weights, image);
  const {inputs, scores} = pass;
  const [answer, next] = ranked(scores);
  const other = against === undefined || against === answer ? next : against;
  const carried = carriedBy(weights, pass, answer, other);
  const slopes = slopesOf(weights, carried);
  const contributions = slopes.map((slope, pixel) => inputs[pixel] * slope);
  const difference = scores[answer] - scores[other];
  const biases = carried.reduce(
    (sum, value, unit) => sum + value * hiddenBias[unit],
    outputBias[answer] - outputBias[other],
  );
  const rest = weights.activation === 'relu' ? biases : blankLead(weights, answer, other);
  const unitsOn = carried.filter(value => value !== 0).length;
  return {answer, against: other, contributions, rest, difference, slopes, unitsOn};
}

/**
 * How much of each hidden unit's sum is carried on to the lead of one digit over another. With ReLU nothing of one that is
 * off; with another activation as much as on average on the way from a blank picture.
 */
function carriedBy(weights: Weights, {inputs, activations}: ForwardPass, answer: number, other: number): Float64Array {
  const {hiddenWeight, hiddenBias, activation} = weights;
  if (activation === 'relu') return leadSlopes(weights, activations, answer, other);
  const {of, slope} = functions[activation];
  const lead = leadOf(weights, answer, other);
  return activations.map((value, unit) => {
    const sum = inputs.reduce((total, input, pixel) => total + input * hiddenWeight[unit * inputSize + pixel], 0);
    const blank = of(hiddenBias[unit]);
    const onAverage = Math.abs(sum) < 1e-6 ? slope(blank) : (value - blank) / sum;
    return lead(unit) * onAverage;
  });
}

/** How much the lead of one digit over another changes with each hidden unit's sum. */
export function leadSlopes(weights: Weights, activations: Float64Array, answer: number, other: number): Float64Array {
  const {slope} = functions[weights.activation];
  const lead = leadOf(weights, answer, other);
  return activations.map((value, unit) => slope(value) * lead(unit));
}

/** By how much a hidden unit's value changes the lead of one digit over another. */
function leadOf({outputWeight, hiddenBias}: Weights, answer: number, other: number): (unit: number) => number {
  const width = hiddenBias.length;
  return unit => outputWeight[answer * width + unit] - outputWeight[other * width + unit];
}

/** By how much one digit's score leads another's where nothing is drawn. */
function blankLead(weights: Weights, answer: number, other: number): number {
  const {scores} = forward(weights, new Uint8Array(inputSize));
  return scores[answer] - scores[other];
}

/** How much each pixel's input adds to a lead, by what is carried to it from each hidden unit. */
export function slopesOf({hiddenWeight}: Weights, carried: Float64Array): Float64Array {
  const slopes = new Float64Array(inputSize);
  for (let unit = 0; unit < carried.length; unit++) {
    if (carried[unit] === 0) continue;
    const row = unit * inputSize;
    for (let pixel = 0; pixel < inputSize; pixel++) slopes[pixel] += carried[unit] * hiddenWeight[row + pixel];
  }
  return slopes;
}

/** The ten digits by their scores, the largest first, and the first of equals. */
export function ranked(scores: ArrayLike<number>): [number, number, number, ...number[]] {
  const digits = Array.from({length: outputSize}, (_, digit) => digit);
  const [first = 0, second = 1, third = 2, ...others] = digits.sort((one, other) => scores[other] - scores[one]);
  return [first, second, third, ...others];
}
