// Changes images: their strokes made thicker or thinner, then turned, scaled, sheared and shifted (AssemblyScript, SIMD).
// Everything is whole numbers, so that every machine gets the same bytes. The host writes some images and what to do with
// each, calls `change`, and reads what has become of them.

/** Pixels of an image's row and column. */
const SIDE: i32 = 28;
const PIXELS: i32 = 784;
/** Images of one call, at most. */
const CAPACITY: i32 = 64;
/** Words of what is told of one image. */
const WORDS: i32 = 7;

// A canvas is an image with a margin: room for a thicker stroke, and for looking one pixel past it.
const STRIDE: i32 = 48;
const ROWS: i32 = 36;
const LEFT: i32 = 8;
const TOP: i32 = 4;
const CANVAS: i32 = STRIDE * ROWS;

/** A pixel's place has so many bits after the point, a share of a pixel so many. */
const PLACE_BITS: i32 = 20;
const SHARE_BITS: i32 = 12;
const SHARE: i32 = 1 << SHARE_BITS;

/** For each image a, b, c, d, e, f and its stroke: see `change`. */
export const told: usize = memory.data(CAPACITY * WORDS * 4, 16);
/** The images, and some bytes that are read with the last. */
export const images: usize = memory.data(CAPACITY * PIXELS + 16, 16);
/** What they become. */
export const changed: usize = memory.data(CAPACITY * PIXELS, 16);

let canvas: usize = memory.data(CANVAS, 16);
let spare: usize = memory.data(CANVAS, 16);

// Where on the canvas the ink is, the last column and row included.
let left: i32 = 0;
let right: i32 = 0;
let top: i32 = 0;
let bottom: i32 = 0;

/**
 * Changes so many images, at most CAPACITY. Column x and row y of what one becomes is what lies at column a·x + b·y + c and
 * row d·x + e·y + f of it, in units of 2⁻²⁰ pixels. The stroke grows by `stroke` 256ths of a pixel on each side, or shrinks
 * where that is negative: −512 to 512.
 */
export function change(count: i32): void {
  memory.fill(changed, 0, count * PIXELS);
  for (let image = 0; image < count; image++) {
    if (!take(images + <usize>(image * PIXELS))) continue;
    const words = told + <usize>(image * WORDS * 4);
    const stroke = load<i32>(words, 24);
    for (let rest = abs(stroke); rest > 0; rest -= 256) strokeOnce(<i16>min(rest, 256), stroke > 0);
    for (let y = 0; y < SIDE; y++) sampleRow(words, y, changed + <usize>(image * PIXELS + y * SIDE));
  }
}

/** Puts an image on the canvas; returns whether it has any ink. */
function take(image: usize): bool {
  memory.fill(canvas, 0, CANVAS);
  let first = i8x16.splat(0);
  let second = i8x16.splat(0);
  top = ROWS;
  bottom = -1;
  for (let row = TOP; row < TOP + SIDE; row++) {
    // Two vectors of 16 pixels that overlap by four.
    const a = v128.load(image);
    const b = v128.load(image, 12);
    const to = canvas + <usize>(row * STRIDE + LEFT);
    v128.store(to, a);
    v128.store(to, b, 12);
    first = v128.or(first, a);
    second = v128.or(second, b);
    if (v128.any_true(v128.or(a, b))) {
      if (bottom < 0) top = row;
      bottom = row;
    }
    image += SIDE;
  }
  const zero = i8x16.splat(0);
  const lit = (~i8x16.bitmask(i8x16.eq(first, zero)) & 0xffff) | ((~i8x16.bitmask(i8x16.eq(second, zero)) & 0xffff) << 12);
  left = LEFT + ctz(lit);
  right = LEFT + 31 - clz(lit);
  return bottom >= 0;
}

/**
 * Every pixel goes by `share` 256ths towards the brightest of itself and its four neighbours, or, where the stroke is to be
 * thinner, the darkest.
 */
function strokeOnce(share: i16, thicker: bool): void {
  if (thicker) {
    left--;
    right++;
    top--;
    bottom++;
  }
  memory.fill(spare, 0, CANVAS);
  const part = i16x8.splat(share);
  const rest = i16x8.splat(256 - share);
  for (let row = top; row <= bottom; row++) {
    for (let block = 0; block < STRIDE; block += 16) {
      const at = canvas + <usize>(row * STRIDE + block);
      const own = v128.load(at);
      const a = v128.load(at - 1);
      const b = v128.load(at + 1);
      const c = v128.load(at - STRIDE);
      const d = v128.load(at + STRIDE);
      const other = thicker
        ? i8x16.max_u(i8x16.max_u(own, i8x16.max_u(a, b)), i8x16.max_u(c, d))
        : i8x16.min_u(i8x16.min_u(own, i8x16.min_u(a, b)), i8x16.min_u(c, d));
      const low = blend(i16x8.extend_low_i8x16_u(own), i16x8.extend_low_i8x16_u(other), rest, part);
      const high = blend(i16x8.extend_high_i8x16_u(own), i16x8.extend_high_i8x16_u(other), rest, part);
      v128.store(spare + <usize>(row * STRIDE + block), i8x16.narrow_i16x8_u(low, high));
    }
  }
  const former = canvas;
  canvas = spare;
  spare = former;
}

// @ts-ignore: a decorator
@inline
function blend(own: v128, other: v128, rest: v128, part: v128): v128 {
  const sum = i16x8.add(i16x8.mul(own, rest), i16x8.mul(other, part));
  return i16x8.shr_u(i16x8.add(sum, i16x8.splat(128)), 8);
}

/** Fills a row of what the image becomes, of which only pixels that come from near the ink are not zero. */
function sampleRow(words: usize, y: i32, to: usize): void {
  const a = load<i32>(words);
  const d = load<i32>(words, 12);
  const column = load<i32>(words, 4) * y + load<i32>(words, 8) + (LEFT << PLACE_BITS);
  const row = load<i32>(words, 16) * y + load<i32>(words, 20) + (TOP << PLACE_BITS);
  first = 0;
  last = SIDE - 1;
  narrow(column, a, (left - 1) << PLACE_BITS, (right + 1) << PLACE_BITS);
  narrow(row, d, (top - 1) << PLACE_BITS, (bottom + 1) << PLACE_BITS);
  let u = column + a * first;
  let v = row + d * first;
  for (let x = first; x <= last; x++) {
    const at = canvas + <usize>((v >> PLACE_BITS) * STRIDE + (u >> PLACE_BITS));
    const east = <u32>(u >> (PLACE_BITS - SHARE_BITS)) & (SHARE - 1);
    const south = <u32>(v >> (PLACE_BITS - SHARE_BITS)) & (SHARE - 1);
    const upper = <u32>load<u8>(at) * (SHARE - east) + <u32>load<u8>(at, 1) * east;
    const lower = <u32>load<u8>(at, STRIDE) * (SHARE - east) + <u32>load<u8>(at, STRIDE + 1) * east;
    const sum = upper * (SHARE - south) + lower * south;
    store<u8>(to + <usize>x, (sum + (1 << (2 * SHARE_BITS - 1))) >> (2 * SHARE_BITS));
    u += a;
    v += d;
  }
}

/** The columns of a row that are filled, the last included. */
let first: i32 = 0;
let last: i32 = 0;

/** Leaves out the columns x at which start + slope·x is below `low` or above `high`. */
function narrow(start: i32, slope: i32, low: i32, high: i32): void {
  if (slope == 0) {
    if (start < low || start > high) last = -1;
    return;
  }
  const from = <f64>((slope > 0 ? low : high) - start) / <f64>slope;
  const to = <f64>((slope > 0 ? high : low) - start) / <f64>slope;
  first = <i32>max(<f64>first, ceil(from));
  last = <i32>min(<f64>last, floor(to));
}
