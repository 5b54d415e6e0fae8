// The exponential function, which WebAssembly lacks.

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
