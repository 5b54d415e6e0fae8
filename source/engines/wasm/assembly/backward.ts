// From scores back to gradients of the hidden units, and the loss.

import {exponential, logarithm} from './exponential';
import {
  activation,
  hidden,
  hiddenGradient,
  imagePanel,
  loss,
  losses,
  outputWeightRows,
  panels,
  RELU,
  ROW,
  SCORES,
  SIGMOID,
  SQUARES,
  trainLabels,
} from './memory';
import {at, multiplyAdd} from './rows';

/**
 * Turns the scores of a batch's images into their gradient, and leaves each image's summed squared error.
 * @param scale 2 / (batch size × 10), the derivative of the mean
 */
export function backwardLoss(batch: usize, own: usize, errors: usize, count: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  for (let image = 0; image < count; image++) {
    const score = own + <usize>image * SCORES;
    const target = score + (<usize>load<u8>(trainLabels + load<u32>(batch + (<usize>image << 2))) << 2);
    store<f32>(target, load<f32>(target) - 1);
    const d0 = at(score, 0);
    const d1 = at(score, 16);
    const d2 = at(score, 32);
    const sum = f32x4.add(f32x4.mul(d0, d0), f32x4.add(f32x4.mul(d1, d1), f32x4.mul(d2, d2)));
    store<f32>(
      errors + (<usize>image << 2),
      f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3),
    );
    v128.store(score, f32x4.mul(d0, factor), 0);
    v128.store(score, f32x4.mul(d1, factor), 16);
    v128.store(score, f32x4.mul(d2, factor), 32);
  }
}

/**
 * The same for cross-entropy: the gradient is softmax minus the one-hot label, an image's loss −log softmax of its label.
 * @param scale 1 / batch size
 */
export function backwardEntropy(batch: usize, own: usize, errors: usize, count: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  for (let image = 0; image < count; image++) {
    const score = own + <usize>image * SCORES;
    const target = score + (<usize>load<u8>(trainLabels + load<u32>(batch + (<usize>image << 2))) << 2);
    let most = load<f32>(score);
    for (let digit: usize = 4; digit < 40; digit += 4) most = max(most, load<f32>(score + digit));
    const ofLabel = load<f32>(target) - most;
    const top = f32x4.splat(most);
    const e0 = exponential(f32x4.sub(at(score, 0), top));
    const e1 = exponential(f32x4.sub(at(score, 16), top));
    // The last two of twelve are padding.
    const e2 = v128.and(exponential(f32x4.sub(at(score, 32), top)), i32x4(-1, -1, 0, 0));
    const sums = f32x4.add(e0, f32x4.add(e1, e2));
    const total =
      f32x4.extract_lane(sums, 0) +
      f32x4.extract_lane(sums, 1) +
      f32x4.extract_lane(sums, 2) +
      f32x4.extract_lane(sums, 3);
    store<f32>(errors + (<usize>image << 2), <f32>(logarithm(<f64>total) - <f64>ofLabel));
    const share = f32x4.splat(1 / total);
    v128.store(score, f32x4.mul(e0, share), 0);
    v128.store(score, f32x4.mul(e1, share), 16);
    v128.store(score, f32x4.mul(e2, share), 32);
    store<f32>(target, load<f32>(target) - 1);
    for (let place: usize = 0; place < SCORES; place += 16) {
      v128.store(score + place, f32x4.mul(at(score, place), factor));
    }
  }
}

/** By how much a unit's value changes with its sum, where that is sigmoid or tanh, times its gradient. */
// @ts-ignore: decorator
@inline
function through(gradient: v128, value: v128): v128 {
  const square = f32x4.mul(value, value);
  const start = activation == SIGMOID ? value : f32x4.splat(1);
  return f32x4.mul(gradient, f32x4.sub(start, square));
}

/** Carries the scores' gradient back to a panel's hidden units, where ReLU let the signal of an image through. */
export function backwardPanel(panel: i32, own: usize, from: i32, to: i32): void {
  const zero = f32x4.splat(0);
  const rowBytes = <usize>panels * ROW;
  const weights = outputWeightRows + <usize>panel * ROW;
  const place = <usize>panel * imagePanel;
  const actives = hidden + place;
  const outs = hiddenGradient + place;
  for (let image = from; image < to; image++) {
    let s0 = zero;
    let s1 = zero;
    let s2 = zero;
    let s3 = zero;
    let s4 = zero;
    let s5 = zero;
    let s6 = zero;
    let s7 = zero;
    let weight = weights;
    const gradient = own + <usize>image * SCORES;
    for (let k: usize = 0; k < 40; k += 4) {
      const x = v128.load32_splat(gradient + k);
      s0 = multiplyAdd(s0, x, at(weight, 0));
      s1 = multiplyAdd(s1, x, at(weight, 16));
      s2 = multiplyAdd(s2, x, at(weight, 32));
      s3 = multiplyAdd(s3, x, at(weight, 48));
      if (!weight) break; // half
      s4 = multiplyAdd(s4, x, at(weight, 64));
      s5 = multiplyAdd(s5, x, at(weight, 80));
      s6 = multiplyAdd(s6, x, at(weight, 96));
      s7 = multiplyAdd(s7, x, at(weight, 112));
      weight += rowBytes;
    }
    const active = actives + <usize>image * ROW;
    const out = outs + <usize>image * ROW;
    if (activation != RELU) {
      v128.store(out, through(s0, at(active, 0)), 0);
      v128.store(out, through(s1, at(active, 16)), 16);
      v128.store(out, through(s2, at(active, 32)), 32);
      v128.store(out, through(s3, at(active, 48)), 48);
      v128.store(out, through(s4, at(active, 64)), 64);
      v128.store(out, through(s5, at(active, 80)), 80);
      v128.store(out, through(s6, at(active, 96)), 96);
      v128.store(out, through(s7, at(active, 112)), 112);
      continue;
    }
    v128.store(out, v128.and(s0, f32x4.gt(at(active, 0), zero)), 0);
    v128.store(out, v128.and(s1, f32x4.gt(at(active, 16), zero)), 16);
    v128.store(out, v128.and(s2, f32x4.gt(at(active, 32), zero)), 32);
    v128.store(out, v128.and(s3, f32x4.gt(at(active, 48), zero)), 48);
    v128.store(out, v128.and(s4, f32x4.gt(at(active, 64), zero)), 64);
    v128.store(out, v128.and(s5, f32x4.gt(at(active, 80), zero)), 80);
    v128.store(out, v128.and(s6, f32x4.gt(at(active, 96), zero)), 96);
    v128.store(out, v128.and(s7, f32x4.gt(at(active, 112), zero)), 112);
  }
}

/** The loss of the batch: its images' sums added up in their order, in double precision, over all their terms. */
export function storeLoss(step: i32, errors: usize, batchSize: i32): void {
  let sum: f64 = 0;
  for (let image = 0; image < batchSize; image++) sum += <f64>load<f32>(errors + (<usize>image << 2));
  const terms = loss == SQUARES ? 10 : 1;
  store<f32>(losses + (<usize>step << 2), <f32>(sum / <f64>(batchSize * terms)));
}
