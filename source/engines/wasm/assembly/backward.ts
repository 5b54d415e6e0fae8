// From scores back to gradients of the hidden units, and the loss.

import {hidden, hiddenGradient, imagePanel, losses, outputWeightRows, panels, ROW, SCORES, trainLabels} from './memory';
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

/** Mean squared error of the batch: its images' sums added up in their order, in double precision. */
export function storeLoss(step: i32, errors: usize, batchSize: i32): void {
  let sum: f64 = 0;
  for (let image = 0; image < batchSize; image++) sum += <f64>load<f32>(errors + (<usize>image << 2));
  store<f32>(losses + (<usize>step << 2), <f32>(sum / <f64>(batchSize * 10)));
}
