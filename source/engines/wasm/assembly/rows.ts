// Arithmetic on rows of 32 hidden units.

import {brightness} from './memory';

// @ts-ignore: decorator
@inline
export function at(address: usize, offset: usize): v128 {
  return v128.load(address + offset);
}

/** sum + a × b, rounded once where the processor can, twice elsewhere. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.relaxed_madd(a, b, sum);
}

/**
 * Adds the rows of a list's entries, each times its brightness, to the 32 values at `start`, and leaves them at `out`.
 * The number of instructions is what limits it, so it reads an entry once for 32 units. V8 before Node 24 moves all
 * loads of a stretch without branches to its front, and with eight loaded vectors and eight sums the registers run out:
 * a branch that is never taken (see `half`) parts the stretch. And it is a function of its own, not inlined, because V8
 * computes what is not an argument anew every turn.
 * @param list the list's first entry; `end` where it ends
 * @param rows where the rows begin that the entries count from
 */
export function addRows(list: usize, end: usize, rows: usize, start: usize, out: usize): void {
  let s0 = at(start, 0);
  let s1 = at(start, 16);
  let s2 = at(start, 32);
  let s3 = at(start, 48);
  let s4 = at(start, 64);
  let s5 = at(start, 80);
  let s6 = at(start, 96);
  let s7 = at(start, 112);
  while (list < end) {
    const first = load<u32>(list);
    const x = v128.load32_splat(first & 1023, brightness);
    const w = rows + <usize>(first >> 10);
    s0 = multiplyAdd(s0, x, at(w, 0));
    s1 = multiplyAdd(s1, x, at(w, 16));
    s2 = multiplyAdd(s2, x, at(w, 32));
    s3 = multiplyAdd(s3, x, at(w, 48));
    if (!w) break; // half
    s4 = multiplyAdd(s4, x, at(w, 64));
    s5 = multiplyAdd(s5, x, at(w, 80));
    s6 = multiplyAdd(s6, x, at(w, 96));
    s7 = multiplyAdd(s7, x, at(w, 112));
    if (list + 4 >= end) break;
    const second = load<u32>(list, 4);
    const y = v128.load32_splat(second & 1023, brightness);
    const v = rows + <usize>(second >> 10);
    s0 = multiplyAdd(s0, y, at(v, 0));
    s1 = multiplyAdd(s1, y, at(v, 16));
    s2 = multiplyAdd(s2, y, at(v, 32));
    s3 = multiplyAdd(s3, y, at(v, 48));
    if (!v) break; // half
    s4 = multiplyAdd(s4, y, at(v, 64));
    s5 = multiplyAdd(s5, y, at(v, 80));
    s6 = multiplyAdd(s6, y, at(v, 96));
    s7 = multiplyAdd(s7, y, at(v, 112));
    list += 8;
  }
  v128.store(out, s0, 0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
  v128.store(out, s4, 64);
  v128.store(out, s5, 80);
  v128.store(out, s6, 96);
  v128.store(out, s7, 112);
}
