// The exponential function and the logarithm, which WebAssembly lacks. Those of AssemblyScript have tables, which would lie
// where the fixed places of memory.ts are.

import {multiplyAdd} from './rows';

/** ln 2 in two parts, the first with so few digits that a whole number times it is exact (Cody and Waite 1980). */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/**
 * e to the power of each of four numbers: 2ⁿ × eʳ, where r is at most half of ln 2 and eʳ a polynomial (that of Cephes'
 * expf, Moshier 1992; right to 1e-7 of itself). Beyond ±87 it is that of 87.
 */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const limited = f32x4.max(f32x4.min(x, f32x4.splat(87)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(limited, f32x4.splat(1.44269504)));
  const rough = f32x4.sub(limited, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const r = f32x4.sub(rough, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let sum = f32x4.splat(1.9875691500e-4);
  sum = multiplyAdd(f32x4.splat(1.3981999507e-3), sum, r);
  sum = multiplyAdd(f32x4.splat(8.3334519073e-3), sum, r);
  sum = multiplyAdd(f32x4.splat(4.1665795894e-2), sum, r);
  sum = multiplyAdd(f32x4.splat(1.6666665459e-1), sum, r);
  sum = multiplyAdd(f32x4.splat(5.0000001201e-1), sum, r);
  sum = f32x4.add(multiplyAdd(r, sum, f32x4.mul(r, r)), f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127));
  return f32x4.mul(sum, i32x4.shl(exponent, 23));
}

/**
 * The natural logarithm of a number of at least 1: its exponent times ln 2, and of what is left, m, the series of
 * 2 × artanh((m − 1) / (m + 1)), whose eighth term is below 1e-13 of the first.
 */
export function logarithm(x: f64): f64 {
  let exponent = 0;
  while (x > 1.4142135623730951) {
    x *= 0.5;
    exponent++;
  }
  const s = (x - 1) / (x + 1);
  const square = s * s;
  let sum: f64 = 0;
  for (let divisor = 15; divisor > 0; divisor -= 2) sum = sum * square + 1 / <f64>divisor;
  return 2 * s * sum + <f64>exponent * 0.6931471805599453;
}
