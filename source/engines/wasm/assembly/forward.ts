// From pixels to scores.

import {exponential} from './exponential';
import {
  activation,
  capacity,
  hidden,
  hiddenBias,
  hiddenWeight,
  imagePanel,
  outputBias,
  outputWeight,
  PANEL,
  panels,
  partialScores,
  RELU,
  ROW,
  SCORES,
  SIGMOID,
  UNITS,
  units,
} from './memory';
import {addRows, at, multiplyAdd} from './rows';

/** One panel's hidden activations of images `from` to `to` (not included) of a batch, an array of indices (u32). */
export function forwardHidden(panel: i32, batch: usize, from: i32, to: i32, starts: usize, entries: usize): void {
  const weights = hiddenWeight + <usize>panel * PANEL;
  const bias = hiddenBias + <usize>panel * ROW;
  for (let image = from; image < to; image++) {
    const list = starts + (<usize>load<u32>(batch + (<usize>image << 2)) << 2);
    const end = entries + (<usize>load<u32>(list, 4) << 2);
    const out = hidden + <usize>panel * imagePanel + <usize>image * ROW;
    addRows(entries + (<usize>load<u32>(list) << 2), end, weights, bias, out);
    if (activation != RELU) {
      activate(out, min(units - panel * <i32>UNITS, <i32>UNITS));
      continue;
    }
    for (let unit: usize = 0; unit < ROW; unit += 16) {
      v128.store(out + unit, f32x4.max(at(out, unit), f32x4.splat(0)));
    }
  }
}

/**
 * Turns 32 sums into the values of sigmoid or tanh, where tanh(x) = 2 × sigmoid(2x) − 1.
 * @param count how many are units: the others stay 0, since with sigmoid padding would have a value, and learn
 */
function activate(out: usize, count: i32): void {
  const one = f32x4.splat(1);
  const stretch = f32x4.splat(activation == SIGMOID ? 1 : 2);
  for (let unit = out; unit < out + ROW; unit += 16) {
    const power = exponential(f32x4.neg(f32x4.mul(v128.load(unit), stretch)));
    const sigmoid = f32x4.div(one, f32x4.add(one, power));
    v128.store(unit, f32x4.sub(f32x4.mul(sigmoid, stretch), f32x4.sub(stretch, one)));
  }
  for (let unit = <usize>count << 2; unit < ROW; unit += 4) store<f32>(out + unit, 0);
}

/** What one panel's hidden units add to the scores of images `from` to `to` of a batch. */
export function forwardOutput(panel: i32, from: i32, to: i32): void {
  const zero = f32x4.splat(0);
  const weights = outputWeight + <usize>panel * (UNITS * SCORES);
  const rows = hidden + <usize>panel * imagePanel;
  const partial = partialScores + <usize>(panel * capacity) * SCORES;
  for (let image = from; image < to; image++) {
    // Sums of their own for even and odd units: a sum has to wait for its last addition, two take turns.
    let r0 = zero;
    let r1 = zero;
    let r2 = zero;
    let q0 = zero;
    let q1 = zero;
    let q2 = zero;
    let weight = weights;
    const row = rows + <usize>image * ROW;
    for (let unit: usize = 0; unit < ROW; unit += 8) {
      const x = v128.load32_splat(row + unit);
      const y = v128.load32_splat(row + unit, 4);
      r0 = multiplyAdd(r0, x, at(weight, 0));
      r1 = multiplyAdd(r1, x, at(weight, 16));
      r2 = multiplyAdd(r2, x, at(weight, 32));
      q0 = multiplyAdd(q0, y, at(weight, SCORES));
      q1 = multiplyAdd(q1, y, at(weight, SCORES + 16));
      q2 = multiplyAdd(q2, y, at(weight, SCORES + 32));
      weight += 2 * SCORES;
    }
    const out = partial + <usize>image * SCORES;
    v128.store(out, f32x4.add(r0, q0), 0);
    v128.store(out, f32x4.add(r1, q1), 16);
    v128.store(out, f32x4.add(r2, q2), 32);
  }
}

/** Scores of images `from` to `to` of a batch into `own`: the biases and what each panel adds, in the panels' order. */
export function sumScores(own: usize, from: i32, to: i32): void {
  const panelBytes = <usize>capacity * SCORES;
  for (let image = from; image < to; image++) {
    let r0 = at(outputBias, 0);
    let r1 = at(outputBias, 16);
    let r2 = at(outputBias, 32);
    let partial = partialScores + <usize>image * SCORES;
    for (let panel = 0; panel < panels; panel++) {
      r0 = f32x4.add(r0, at(partial, 0));
      r1 = f32x4.add(r1, at(partial, 16));
      r2 = f32x4.add(r2, at(partial, 32));
      partial += panelBytes;
    }
    const score = own + <usize>image * SCORES;
    v128.store(score, r0, 0);
    v128.store(score, r1, 16);
    v128.store(score, r2, 32);
  }
}
