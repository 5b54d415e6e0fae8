// The network's arithmetic in WebAssembly SIMD (AssemblyScript). Everything lives in one imported memory; the host
// decides where and sets the addresses below. What shapes the code:
// - Four in five MNIST pixels are zero, so images are lists of their non-zero pixels, made once by listPixels.
// - Hidden units go in panels of 32 (128 bytes, two cache lines), and whatever has a row of hidden units is stored panel
//   by panel: [panel][pixel][32] for weights, [panel][image][32] for activations. A panel's busy rows are few enough for
//   the caches nearest to the core, while all panels together would not be. The last panel is padded with zeros.
// - The processor's front end is what limits the two inner loops, so each reads an entry of a list once for 32 hidden
//   units: eight sums, eight fused multiply-adds. V8 before Node 24 moves all loads of a stretch without branches to its
//   front, and with eight loaded rows and eight sums the registers run out; a branch that is never taken (see `half`)
//   parts the stretch. What a loop always needs comes in as an argument: V8 computes anything else anew every turn.
// - The hidden weights' gradient is never stored: a pixel's row of it is built in registers and used at once by Adam.
// - Threads share the memory and run train or score together, each as one part of `parts`. They meet at barriers, and
//   what lies between two barriers is cut into tasks. Each part begins with its own share of them, which is the same
//   panels every time, so that a panel's weights and moments stay in one core's cache; who is done helps one far behind.
//   No sum is shared out, and every sum has one fixed order, so the numbers do not depend on the threads.

/** Panels of 32 hidden units. */
export let panels: i32 = 0;
/** Bytes from one panel of images to the next: images that there is room for × 128. */
export let imagePanel: usize = 0;
/** Hidden weights, [panel][pixel][32], and Adam's two moments in the same shape. */
export let hiddenWeight: usize = 0;
export let hiddenWeightFirst: usize = 0;
export let hiddenWeightSecond: usize = 0;
/** Hidden biases, one value a unit, and their moments. */
export let hiddenBias: usize = 0;
export let hiddenBiasFirst: usize = 0;
export let hiddenBiasSecond: usize = 0;
/** Output weights: for each hidden unit 12 values (10 and padding), and their moments. */
export let outputWeight: usize = 0;
export let outputWeightFirst: usize = 0;
export let outputWeightSecond: usize = 0;
/** Output biases, 12 values, and their moments. */
export let outputBias: usize = 0;
export let outputBiasFirst: usize = 0;
export let outputBiasSecond: usize = 0;
/** The output weights once more as 10 rows of hidden units, for the way back. */
export let outputWeightRows: usize = 0;
/** Of each image of the batch: hidden activations and their gradient, [panel][image][32]. */
export let hidden: usize = 0;
export let hiddenGradient: usize = 0;
/** What each panel adds to each image's scores, [panel][image][12]. */
export let partialScores: usize = 0;
/** Of each image of the batch: scores, later their gradient, 12 values. Each part has its own copy in training. */
export let scores: usize = 0;
/** Of each image of the batch: the sum of its ten squared errors. Each part has its own copy. */
export let squaredErrors: usize = 0;
/** Whether a pixel was ever lit (u8). */
export let everLit: usize = 0;
/**
 * The batch's lit pixels regrouped by pixel. With one share every part has buckets of its own for all images; with more,
 * there are as many as parts, and each part fills the buckets of its share of the images, which all parts read.
 */
export let bucketShares: i32 = 1;
/** Of each share and pixel: a bucket with a slot for each of its images that have the pixel lit, and where it ends. */
export let buckets: usize = 0;
export let bucketEnds: usize = 0;
/** Bytes from one bucket to the next; a slot is a u32 like an entry: place of the image in its panel, brightness. */
export let bucketBytes: usize = 0;
/** Image indices: of all batches of a call of train, or of the images that are being scored (u32). */
export let order: usize = 0;
/** Of each step of a call of train: Adam's rate and epsilon (two floats), and the loss (a float). */
export let rates: usize = 0;
export let losses: usize = 0;
/** The train images' lists of entries and their labels (u8). */
export let trainStarts: usize = 0;
export let trainEntries: usize = 0;
export let trainLabels: usize = 0;
/** Images that there is room for in the batch's arrays. */
export let capacity: i32 = 0;

/** Fixed places below everything else; constants, so that they cost no instruction. 256 floats: pixel value / 255. */
export const brightness: usize = 0;
/** Grows by one for each call that the host starts on the other threads. */
export const generation: usize = 1152;
/** What such a call is told (u32 each): which function, parts, its arguments, then the addresses above. */
export const call: usize = 1536;
/** The barrier: parts that have arrived, and how often it has opened. Each has a cache line of its own. */
const arrived: usize = 1216;
const opened: usize = 1280;
/** Of each part, on a cache line of its own: how many of its share of tasks are taken, and what fetchLists returned. */
const taken: usize = 2048;
const fetched: usize = 2052;
/**
 * How often a part looks whether the barrier has opened before it goes to sleep: about a tenth of a millisecond. A part
 * that sleeps is often woken on the core of the one that wakes it, and then both share that core for a while.
 */
const patience: i32 = 100_000;

/** Images of one task; pixels of one task of the update. */
const IMAGES: i32 = 32;
const BLOCK: i32 = 112;
/**
 * Tasks that helpers leave to their owner. A helper has to get the panel from another core's cache, and the owner to get
 * it back: when one core is a little slower than the other, helping with the last few tasks costs a third of an epoch.
 */
const LEFT: i32 = 3;

const PIXELS: i32 = 784;
/** Hidden units of one panel, and their bytes. */
const UNITS: usize = 32;
const ROW: usize = 128;
/** Bytes of one panel of weights. */
const PANEL: usize = 784 * 128;
/** Bytes of one image's scores. */
const SCORES: usize = 48;
/** Moments smaller than this turn into zeros: as subnormal floats they would slow every later step. */
const TINY: f32 = 1e-30;

// @ts-ignore: decorator
@inline
function at(address: usize, offset: usize): v128 {
  return v128.load(address + offset);
}

/** sum + a × b, rounded once where the processor can (all of the last ten years), twice elsewhere. */
// @ts-ignore: decorator
@inline
function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.relaxed_madd(a, b, sum);
}

/**
 * Appends the non-zero pixels of images to a list of entries that already has `total`, and writes where each image's
 * entries begin and the last one's end (count + 1 numbers, u32, from `starts` on). An entry is one u32: the byte at
 * which the pixel's row begins in a panel, and in the lower ten bits where its brightness is in the table.
 * Returns the new total.
 */
export function listPixels(images: usize, count: i32, starts: usize, entries: usize, total: i32): i32 {
  for (let image = 0; image < count; image++) {
    store<u32>(starts + (<usize>image << 2), total);
    const base = images + <usize>image * PIXELS;
    for (let pixel = 0; pixel < PIXELS; pixel += 16) {
      let lit = ~i8x16.bitmask(i8x16.eq(v128.load(base + <usize>pixel), i8x16.splat(0))) & 0xffff;
      while (lit) {
        const place = pixel + ctz(lit);
        store<u32>(entries + (<usize>total << 2), (place << 17) | (<u32>load<u8>(base + <usize>place) << 2));
        total++;
        lit &= lit - 1;
      }
    }
  }
  store<u32>(starts + (<usize>count << 2), total);
  return total;
}

/** One panel's hidden activations of images `from` to `to` (not included) of a batch. */
function forwardPanel(panel: i32, batch: usize, from: i32, to: i32, starts: usize, entries: usize): void {
  const weights = hiddenWeight + <usize>panel * PANEL;
  const bias = hiddenBias + <usize>panel * ROW;
  forwardHidden(weights, bias, hidden + <usize>panel * imagePanel, batch, from, to, starts, entries);
}

/**
 * @param weights of the panel, as its bias and its rows of activations
 * @param batch the batch's image indices (u32)
 */
function forwardHidden(
  weights: usize,
  bias: usize,
  rows: usize,
  batch: usize,
  from: i32,
  to: i32,
  starts: usize,
  entries: usize,
): void {
  const zero = f32x4.splat(0);
  for (let image = from; image < to; image++) {
    const list = starts + (<usize>load<u32>(batch + (<usize>image << 2)) << 2);
    const end = entries + (<usize>load<u32>(list, 4) << 2);
    let s0 = at(bias, 0);
    let s1 = at(bias, 16);
    let s2 = at(bias, 32);
    let s3 = at(bias, 48);
    let s4 = at(bias, 64);
    let s5 = at(bias, 80);
    let s6 = at(bias, 96);
    let s7 = at(bias, 112);
    let entry = entries + (<usize>load<u32>(list) << 2);
    while (entry < end) {
      const first = load<u32>(entry);
      const x = v128.load32_splat(first & 1023, brightness);
      const w = weights + <usize>(first >> 10);
      s0 = multiplyAdd(s0, x, at(w, 0));
      s1 = multiplyAdd(s1, x, at(w, 16));
      s2 = multiplyAdd(s2, x, at(w, 32));
      s3 = multiplyAdd(s3, x, at(w, 48));
      if (!w) break; // half
      s4 = multiplyAdd(s4, x, at(w, 64));
      s5 = multiplyAdd(s5, x, at(w, 80));
      s6 = multiplyAdd(s6, x, at(w, 96));
      s7 = multiplyAdd(s7, x, at(w, 112));
      if (entry + 4 >= end) break;
      const second = load<u32>(entry, 4);
      const y = v128.load32_splat(second & 1023, brightness);
      const v = weights + <usize>(second >> 10);
      s0 = multiplyAdd(s0, y, at(v, 0));
      s1 = multiplyAdd(s1, y, at(v, 16));
      s2 = multiplyAdd(s2, y, at(v, 32));
      s3 = multiplyAdd(s3, y, at(v, 48));
      if (!v) break; // half
      s4 = multiplyAdd(s4, y, at(v, 64));
      s5 = multiplyAdd(s5, y, at(v, 80));
      s6 = multiplyAdd(s6, y, at(v, 96));
      s7 = multiplyAdd(s7, y, at(v, 112));
      entry += 8;
    }
    const out = rows + <usize>image * ROW;
    v128.store(out, f32x4.max(s0, zero), 0);
    v128.store(out, f32x4.max(s1, zero), 16);
    v128.store(out, f32x4.max(s2, zero), 32);
    v128.store(out, f32x4.max(s3, zero), 48);
    v128.store(out, f32x4.max(s4, zero), 64);
    v128.store(out, f32x4.max(s5, zero), 80);
    v128.store(out, f32x4.max(s6, zero), 96);
    v128.store(out, f32x4.max(s7, zero), 112);
  }
}

/** What one panel's hidden units add to the scores of images `from` to `to` of a batch. */
function forwardOutput(panel: i32, from: i32, to: i32): void {
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
function sumScores(own: usize, from: i32, to: i32): void {
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

/**
 * Turns the scores of a batch's images into their gradient, and leaves each image's summed squared error.
 * @param scale 2 / (batch size × 10), the derivative of the mean
 */
function backwardLoss(batch: usize, own: usize, errors: usize, count: i32, scale: f32): void {
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
function backwardPanel(panel: i32, own: usize, from: i32, to: i32): void {
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

/**
 * Reads through the lists of some of a batch's images, so that they are in a core's cache when the next step begins:
 * images come in random order, and their lists from main memory.
 */
function fetchLists(batch: usize, from: i32, to: i32): u32 {
  let sum: u32 = 0;
  for (let image = from; image < to; image++) {
    const list = trainStarts + (<usize>load<u32>(batch + (<usize>image << 2)) << 2);
    const end = trainEntries + (<usize>load<u32>(list, 4) << 2);
    for (let line = trainEntries + (<usize>load<u32>(list) << 2); line < end; line += 64) sum += load<u32>(line);
  }
  return sum;
}

/** Regroups the lit pixels of a part's images by pixel, in the order of the images. */
function bucketPixels(batch: usize, part: i32, from: i32, to: i32): void {
  const ends = bucketEnds + <usize>part * (PIXELS * 4);
  let bucket = buckets + <usize>part * (<usize>PIXELS * bucketBytes);
  for (let end = ends; end < ends + PIXELS * 4; end += 4) {
    store<u32>(end, <u32>bucket);
    bucket += bucketBytes;
  }
  for (let image = from; image < to; image++) {
    const list = trainStarts + (<usize>load<u32>(batch + (<usize>image << 2)) << 2);
    const last = trainEntries + (<usize>load<u32>(list, 4) << 2);
    const place = (<u32>image * <u32>ROW) << 10;
    for (let entry = trainEntries + (<usize>load<u32>(list) << 2); entry < last; entry += 4) {
      const packed = load<u32>(entry);
      const end = ends + (<usize>(packed >> 17) << 2);
      const slot = load<u32>(end);
      store<u32>(<usize>slot, place | (packed & 1023));
      store<u32>(end, slot + 4);
    }
  }
}

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

/** Gradient and Adam's update of one panel's hidden weights of pixels `from` to `to` (not included). */
function updatePanel(panel: i32, from: i32, to: i32, part: i32, rate: f32, epsilon: f32): void {
  const base = <usize>panel * PANEL;
  updateHidden(
    hiddenGradient + <usize>panel * imagePanel,
    hiddenWeight + base,
    hiddenWeightFirst + base,
    hiddenWeightSecond + base,
    from,
    to,
    bucketShares > 1 ? 0 : part,
    rate,
    epsilon,
  );
}

/**
 * A pixel that was never lit has neither gradient nor moments.
 * @param gradients of the panel, as its weights and their two moments
 * @param firstShare whose buckets are read first, of bucketShares
 */
function updateHidden(
  gradients: usize,
  weights: usize,
  firsts: usize,
  seconds: usize,
  from: i32,
  to: i32,
  firstShare: i32,
  rate: f32,
  epsilon: f32,
): void {
  const rateVector = f32x4.splat(rate);
  const epsilonVector = f32x4.splat(epsilon);
  const bytes = bucketBytes;
  const lastShare = firstShare + bucketShares;
  for (let pixel = from; pixel < to; pixel++) {
    let s0 = f32x4.splat(0);
    let s1 = f32x4.splat(0);
    let s2 = f32x4.splat(0);
    let s3 = f32x4.splat(0);
    let s4 = f32x4.splat(0);
    let s5 = f32x4.splat(0);
    let s6 = f32x4.splat(0);
    let s7 = f32x4.splat(0);
    let lit: u32 = 0;
    for (let share = firstShare; share < lastShare; share++) {
      const index = <usize>(share * PIXELS + pixel);
      let slot = buckets + index * bytes;
      const end = <usize>load<u32>(bucketEnds + (index << 2));
      lit |= <u32>(end - slot);
      while (slot < end) {
        const first = load<u32>(slot);
        const x = v128.load32_splat(first & 1023, brightness);
        const g = gradients + <usize>(first >> 10);
        s0 = multiplyAdd(s0, x, at(g, 0));
        s1 = multiplyAdd(s1, x, at(g, 16));
        s2 = multiplyAdd(s2, x, at(g, 32));
        s3 = multiplyAdd(s3, x, at(g, 48));
        if (!g) break; // half
        s4 = multiplyAdd(s4, x, at(g, 64));
        s5 = multiplyAdd(s5, x, at(g, 80));
        s6 = multiplyAdd(s6, x, at(g, 96));
        s7 = multiplyAdd(s7, x, at(g, 112));
        if (slot + 4 >= end) break;
        const second = load<u32>(slot, 4);
        const y = v128.load32_splat(second & 1023, brightness);
        const h = gradients + <usize>(second >> 10);
        s0 = multiplyAdd(s0, y, at(h, 0));
        s1 = multiplyAdd(s1, y, at(h, 16));
        s2 = multiplyAdd(s2, y, at(h, 32));
        s3 = multiplyAdd(s3, y, at(h, 48));
        if (!h) break; // half
        s4 = multiplyAdd(s4, y, at(h, 64));
        s5 = multiplyAdd(s5, y, at(h, 80));
        s6 = multiplyAdd(s6, y, at(h, 96));
        s7 = multiplyAdd(s7, y, at(h, 112));
        slot += 8;
      }
    }
    if (!load<u8>(everLit + <usize>pixel)) {
      if (!lit) continue;
      // Two parts may write this at once; they write the same.
      store<u8>(everLit + <usize>pixel, 1);
    }
    const row = <usize>pixel * ROW;
    const w = weights + row;
    const m = firsts + row;
    const v = seconds + row;
    adam(s0, w, m, v, rateVector, epsilonVector);
    adam(s1, w + 16, m + 16, v + 16, rateVector, epsilonVector);
    adam(s2, w + 32, m + 32, v + 32, rateVector, epsilonVector);
    adam(s3, w + 48, m + 48, v + 48, rateVector, epsilonVector);
    adam(s4, w + 64, m + 64, v + 64, rateVector, epsilonVector);
    adam(s5, w + 80, m + 80, v + 80, rateVector, epsilonVector);
    adam(s6, w + 96, m + 96, v + 96, rateVector, epsilonVector);
    adam(s7, w + 112, m + 112, v + 112, rateVector, epsilonVector);
  }
}

/** Gradient and Adam's update of one panel's output weights and hidden biases. */
function updateOutput(panel: i32, own: usize, count: i32, rate: f32, epsilon: f32): void {
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
    adam(sum, hiddenBias + unit, hiddenBiasFirst + unit, hiddenBiasSecond + unit, rateVector, epsilonVector);
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

/** Gradient and Adam's update of the output biases. */
function updateOutputBias(own: usize, count: i32, rate: f32, epsilon: f32): void {
  const gradientEnd = own + <usize>count * SCORES;
  for (let column: usize = 0; column < SCORES; column += 16) {
    let sum = f32x4.splat(0);
    for (let score = own; score < gradientEnd; score += SCORES) sum = f32x4.add(sum, at(score, column));
    const place = outputBias + column;
    const first = outputBiasFirst + column;
    const second = outputBiasSecond + column;
    adam(sum, place, first, second, f32x4.splat(rate), f32x4.splat(epsilon));
  }
}

/** Waits until all parts are here. The last one makes all tasks free again. */
function barrier(parts: i32): void {
  const before = atomic.load<i32>(opened);
  if (atomic.add<i32>(arrived, 1) == parts - 1) {
    atomic.store<i32>(arrived, 0);
    for (let part = 0; part < parts; part++) atomic.store<i32>(taken + (<usize>part << 6), 0);
    atomic.store<i32>(opened, before + 1);
    if (parts > 1) atomic.notify(opened, parts);
    return;
  }
  for (let look = 0; look < patience; look++) if (atomic.load<i32>(opened) != before) return;
  while (atomic.load<i32>(opened) == before) atomic.wait<i32>(opened, before, -1);
}

/** Waits for a call after the one numbered `seen`, awake for a while, then asleep; returns the call's number. */
export function awaitCall(seen: i32, looks: i32): i32 {
  for (let look = 0; look < looks; look++) {
    const now = atomic.load<i32>(generation);
    if (now != seen) return now;
  }
  while (atomic.load<i32>(generation) == seen) atomic.wait<i32>(generation, seen, -1);
  return atomic.load<i32>(generation);
}

/** Takes a task of `tasks` that nobody has taken: of the part's own share, then of one far behind. −1: there is none. */
function takeTask(part: i32, parts: i32, tasks: i32): i32 {
  for (let ahead = 0; ahead < parts; ahead++) {
    const owner = part + ahead < parts ? part + ahead : part + ahead - parts;
    const first = (owner * tasks) / parts;
    const share = ((owner + 1) * tasks) / parts - first;
    const counter = taken + (<usize>owner << 6);
    if (atomic.load<i32>(counter) >= (ahead ? share - LEFT : share)) continue;
    const task = atomic.add<i32>(counter, 1);
    if (task < share) return first + task;
  }
  return -1;
}

/** One part's share of some optimiser steps on the batches in `order`. */
export function train(part: i32, parts: i32, steps: i32, batchSize: i32): void {
  const share = (batchSize + bucketShares - 1) / bucketShares;
  const from = bucketShares > 1 ? min(part * share, batchSize) : 0;
  const to = min(from + share, batchSize);
  const scale: f32 = 2.0 / <f32>(batchSize * 10);
  const own = scores + <usize>(part * capacity) * SCORES;
  const errors = squaredErrors + (<usize>(part * capacity) << 2);
  const imageBlocks = (batchSize + IMAGES - 1) / IMAGES;
  const pixelBlocks = (PIXELS + BLOCK - 1) / BLOCK;
  // Of each panel one task for its output weights and one for each block of pixels.
  const perPanel = 1 + pixelBlocks;
  barrier(parts);
  for (let step = 0; step < steps; step++) {
    const batch = order + (<usize>(step * batchSize) << 2);
    bucketPixels(batch, part, from, to);
    if (step + 1 < steps) {
      const next = batch + (<usize>batchSize << 2);
      const sum = fetchLists(next, (part * batchSize) / parts, ((part + 1) * batchSize) / parts);
      store<u32>(fetched + (<usize>part << 6), sum);
    }
    for (;;) {
      const task = takeTask(part, parts, panels * imageBlocks);
      if (task < 0) break;
      const first = (task % imageBlocks) * IMAGES;
      const last = min(first + IMAGES, batchSize);
      const panel = task / imageBlocks;
      forwardPanel(panel, batch, first, last, trainStarts, trainEntries);
      forwardOutput(panel, first, last);
    }
    barrier(parts);
    // Every part does this for all images: it is little, and reading it from another core would take longer.
    sumScores(own, 0, batchSize);
    backwardLoss(batch, own, errors, batchSize, scale);
    for (;;) {
      const task = takeTask(part, parts, panels * imageBlocks);
      if (task < 0) break;
      const first = (task % imageBlocks) * IMAGES;
      const last = min(first + IMAGES, batchSize);
      backwardPanel(task / imageBlocks, own, first, last);
    }
    barrier(parts);
    const rate = load<f32>(rates + (<usize>step << 3));
    const epsilon = load<f32>(rates + (<usize>step << 3), 4);
    for (;;) {
      const task = takeTask(part, parts, panels * perPanel);
      if (task < 0) break;
      const panel = task / perPanel;
      const block = (task % perPanel) - 1;
      if (block >= 0) {
        const pixel = block * BLOCK;
        updatePanel(panel, pixel, min(pixel + BLOCK, PIXELS), part, rate, epsilon);
        continue;
      }
      updateOutput(panel, own, batchSize, rate, epsilon);
      if (panel == 0) {
        updateOutputBias(own, batchSize, rate, epsilon);
        storeLoss(step, errors, batchSize);
      }
    }
    barrier(parts);
  }
}

/** Mean squared error of the batch: its images' sums added up in their order, in double precision. */
function storeLoss(step: i32, errors: usize, batchSize: i32): void {
  let sum: f64 = 0;
  for (let image = 0; image < batchSize; image++) sum += <f64>load<f32>(errors + (<usize>image << 2));
  store<f32>(losses + (<usize>step << 2), <f32>(sum / <f64>(batchSize * 10)));
}

/** One part's share of the scores of `count` images, 10 floats each from `result` on. */
export function score(part: i32, parts: i32, count: i32, starts: usize, entries: usize, result: usize): void {
  // Each part has places of its own in the batch's arrays, so nobody has to wait.
  const places = capacity / parts;
  const first = part * places;
  for (let image = first; image < count; image += parts * places) {
    const size = min(places, count - image);
    for (let place = 0; place < size; place++) store<u32>(order + (<usize>(first + place) << 2), image + place);
    for (let panel = 0; panel < panels; panel++) {
      forwardPanel(panel, order, first, first + size, starts, entries);
      forwardOutput(panel, first, first + size);
    }
    sumScores(scores, first, first + size);
    for (let place = 0; place < size; place++) {
      const from = scores + <usize>(first + place) * SCORES;
      memory.copy(result + <usize>(image + place) * 40, from, 40);
    }
  }
  barrier(parts);
}
