// Gradients of the weights and the optimiser's update of them.

import {
  ADAM,
  bucketBytes,
  bucketEnds,
  buckets,
  bucketShares,
  everLit,
  hidden,
  hiddenBias,
  hiddenBiasFirst,
  hiddenBiasSecond,
  hiddenGradient,
  hiddenWeight,
  hiddenWeightFirst,
  hiddenWeightSecond,
  imagePanel,
  MOMENTUM,
  optimizer,
  outputBias,
  outputBiasFirst,
  outputBiasSecond,
  outputWeight,
  outputWeightFirst,
  outputWeightRows,
  outputWeightSecond,
  PANEL,
  panels,
  PIXELS,
  ROW,
  rowSums,
  SCORES,
  UNITS,
  zeros,
} from './memory';
import {addRows, at, multiplyAdd} from './rows';

/** Moments smaller than this turn into zeros: as subnormal floats they would slow every later step. */
const TINY: f32 = 1e-30;

// @ts-ignore: decorator
@inline
function adam(gradient: v128, weight: usize, first: usize, second: usize, rate: v128, epsilon: v128): void {
  const m = multiplyAdd(f32x4.mul(gradient, f32x4.splat(0.1)), v128.load(first), f32x4.splat(0.9));
  const square = f32x4.mul(gradient, gradient);
  const v = multiplyAdd(f32x4.mul(square, f32x4.splat(0.01)), v128.load(second), f32x4.splat(0.99));
  v128.store(first, v128.and(m, f32x4.gt(f32x4.abs(m), f32x4.splat(TINY))));
  v128.store(second, v128.and(v, f32x4.gt(v, f32x4.splat(TINY))));
  const change = f32x4.div(f32x4.mul(m, rate), f32x4.add(f32x4.sqrt(v), epsilon));
  v128.store(weight, f32x4.sub(v128.load(weight), change));
}

/** The update of gradient descent: against the gradient, with momentum against what is left of the ones before, too. */
// @ts-ignore: decorator
@inline
function descend(gradient: v128, weight: usize, first: usize, rate: v128): void {
  let move = gradient;
  if (optimizer == MOMENTUM) {
    move = multiplyAdd(gradient, v128.load(first), f32x4.splat(0.9));
    v128.store(first, v128.and(move, f32x4.gt(f32x4.abs(move), f32x4.splat(TINY))));
  }
  v128.store(weight, f32x4.sub(v128.load(weight), f32x4.mul(move, rate)));
}

/** Gradient and update of one panel's hidden weights of pixels `from` to `to` (not included). */
export function updateHidden(panel: i32, from: i32, to: i32, part: i32, rate: f32, epsilon: f32): void {
  const rateVector = f32x4.splat(rate);
  const epsilonVector = f32x4.splat(epsilon);
  const gradients = hiddenGradient + <usize>panel * imagePanel;
  const base = <usize>panel * PANEL;
  const weights = hiddenWeight + base;
  const firsts = hiddenWeightFirst + base;
  const seconds = hiddenWeightSecond + base;
  const sums = rowSums + <usize>part * ROW;
  const firstShare = bucketShares > 1 ? 0 : part;
  for (let pixel = from; pixel < to; pixel++) {
    let start = zeros;
    for (let share = firstShare; share < firstShare + bucketShares; share++) {
      const index = <usize>(share * PIXELS + pixel);
      const bucket = buckets + index * bucketBytes;
      const end = <usize>load<u32>(bucketEnds + (index << 2));
      if (bucket == end) continue;
      addRows(bucket, end, gradients, start, sums);
      start = sums;
    }
    // One that was never lit has neither gradient nor moments.
    if (!load<u8>(everLit + <usize>pixel)) {
      if (start == zeros) continue;
      // Two parts may write this at once; they write the same.
      store<u8>(everLit + <usize>pixel, 1);
    }
    const w = weights + <usize>pixel * ROW;
    const m = firsts + <usize>pixel * ROW;
    const v = seconds + <usize>pixel * ROW;
    if (optimizer != ADAM) {
      for (let unit: usize = 0; unit < ROW; unit += 16) descend(at(start, unit), w + unit, m + unit, rateVector);
      continue;
    }
    adam(at(start, 0), w + 0, m + 0, v + 0, rateVector, epsilonVector);
    adam(at(start, 16), w + 16, m + 16, v + 16, rateVector, epsilonVector);
    adam(at(start, 32), w + 32, m + 32, v + 32, rateVector, epsilonVector);
    adam(at(start, 48), w + 48, m + 48, v + 48, rateVector, epsilonVector);
    adam(at(start, 64), w + 64, m + 64, v + 64, rateVector, epsilonVector);
    adam(at(start, 80), w + 80, m + 80, v + 80, rateVector, epsilonVector);
    adam(at(start, 96), w + 96, m + 96, v + 96, rateVector, epsilonVector);
    adam(at(start, 112), w + 112, m + 112, v + 112, rateVector, epsilonVector);
  }
}

/** Gradient and update of one panel's output weights and hidden biases. */
export function updateOutput(panel: i32, own: usize, count: i32, rate: f32, epsilon: f32): void {
  const rateVector = f32x4.splat(rate);
  const epsilonVector = f32x4.splat(epsilon);
  const zero = f32x4.splat(0);
  const gradientEnd = own + <usize>count * SCORES;
  for (let unit: usize = 0; unit < UNITS; unit += 2) {
    let r0 = zero;
    let r1 = zero;
    let r2 = zero;
    let q0 = zero;
    let q1 = zero;
    let q2 = zero;
    let active = hidden + <usize>panel * imagePanel + (unit << 2);
    for (let score = own; score < gradientEnd; score += SCORES) {
      const x = v128.load32_splat(active);
      const y = v128.load32_splat(active, 4);
      const d0 = at(score, 0);
      const d1 = at(score, 16);
      const d2 = at(score, 32);
      r0 = multiplyAdd(r0, x, d0);
      r1 = multiplyAdd(r1, x, d1);
      r2 = multiplyAdd(r2, x, d2);
      q0 = multiplyAdd(q0, y, d0);
      q1 = multiplyAdd(q1, y, d1);
      q2 = multiplyAdd(q2, y, d2);
      active += ROW;
    }
    const offset = (<usize>panel * UNITS + unit) * SCORES;
    const w = outputWeight + offset;
    const m = outputWeightFirst + offset;
    const v = outputWeightSecond + offset;
    if (optimizer != ADAM) {
      descend(r0, w, m, rateVector);
      descend(r1, w + 16, m + 16, rateVector);
      descend(r2, w + 32, m + 32, rateVector);
      descend(q0, w + 48, m + 48, rateVector);
      descend(q1, w + 64, m + 64, rateVector);
      descend(q2, w + 80, m + 80, rateVector);
      continue;
    }
    adam(r0, w, m, v, rateVector, epsilonVector);
    adam(r1, w + 16, m + 16, v + 16, rateVector, epsilonVector);
    adam(r2, w + 32, m + 32, v + 32, rateVector, epsilonVector);
    adam(q0, w + 48, m + 48, v + 48, rateVector, epsilonVector);
    adam(q1, w + 64, m + 64, v + 64, rateVector, epsilonVector);
    adam(q2, w + 80, m + 80, v + 80, rateVector, epsilonVector);
  }
  const begin = hiddenGradient + <usize>panel * imagePanel;
  const end = begin + <usize>count * ROW;
  for (let column: usize = 0; column < ROW; column += 16) {
    let sum = zero;
    for (let row = begin; row < end; row += ROW) sum = f32x4.add(sum, at(row, column));
    const unit = <usize>panel * ROW + column;
    if (optimizer == ADAM) {
      adam(sum, hiddenBias + unit, hiddenBiasFirst + unit, hiddenBiasSecond + unit, rateVector, epsilonVector);
    } else {
      descend(sum, hiddenBias + unit, hiddenBiasFirst + unit, rateVector);
    }
  }
  spreadOutputWeight(panel);
}

/** Copies one panel of outputWeight, unit by unit, into outputWeightRows, score by score. */
export function spreadOutputWeight(panel: i32): void {
  const rowBytes = <usize>panels * ROW;
  const end = <usize>(panel + 1) * ROW;
  for (let unit = <usize>panel * ROW; unit < end; unit += 4) {
    const from = outputWeight + (unit >> 2) * SCORES;
    for (let k: usize = 0; k < 10; k++) {
      store<f32>(outputWeightRows + k * rowBytes + unit, load<f32>(from + (k << 2)));
    }
  }
}

/** Gradient and update of the output biases. */
export function updateOutputBias(own: usize, count: i32, rate: f32, epsilon: f32): void {
  const gradientEnd = own + <usize>count * SCORES;
  for (let column: usize = 0; column < SCORES; column += 16) {
    let sum = f32x4.splat(0);
    for (let score = own; score < gradientEnd; score += SCORES) sum = f32x4.add(sum, at(score, column));
    const place = outputBias + column;
    const first = outputBiasFirst + column;
    const second = outputBiasSecond + column;
    if (optimizer == ADAM) adam(sum, place, first, second, f32x4.splat(rate), f32x4.splat(epsilon));
    else descend(sum, place, first, f32x4.splat(rate));
  }
}
