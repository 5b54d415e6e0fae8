/** A stream of pseudo-random numbers that a seed fixes on every machine. */
export type Random = {
  /** A whole number of 0 to 2³² − 1. */
  next(): number;
  /** A whole number of 0 to limit − 1, each equally likely; limit at most 2³². */
  below(limit: number): number;
  /** A float of 0 to 1 (not 1), in steps of 2⁻²⁴, as PyTorch draws float32. */
  uniform(): number;
};

const rotateLeft = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/**
 * xoshiro128** (Blackman and Vigna 2018), its four words given.
 * @param words not all zero
 */
export function xoshiro128(words: readonly [number, number, number, number]): Random {
  // In variables they would be objects on the heap, anew with every number.
  const state = Int32Array.from(words);
  const next = (): number => {
    const b = state[1];
    const c = state[2] ^ state[0];
    const d = state[3] ^ b;
    state[1] = b ^ c;
    state[0] ^= d;
    state[2] = c ^ (b << 9);
    state[3] = rotateLeft(d, 11);
    return Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
  };
  return {
    next,
    below(limit) {
      // The fewest bits that hold the limit, until they give a number below it: no division, no bias.
      const unused = Math.clz32(limit - 1);
      for (;;) {
        const value = unused === 32 ? 0 : next() >>> unused;
        if (value < limit) return value;
      }
    },
    uniform: () => (next() >>> 8) / 2 ** 24,
  };
}

/** The whole numbers of 0 to count − 1 in an order that the stream draws: a Fisher-Yates shuffle. */
export function shuffled(count: number, random: Random): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  for (let last = count - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const value = order[last];
    order[last] = order[other];
    order[other] = value;
  }
  return order;
}

/**
 * Which of a seed's streams are whose, besides 0 for the initial weights and an epoch's number for its shuffle: those end
 * at 2³⁰. Each of these is the first of as many.
 */
export const streams = {
  /** Plus the epoch's number: the key by which its images are changed. */
  augmentedEpoch: 2 ** 30 + 1,
  /** Of such a key, plus the image's index. */
  augmentedImage: 2 * 2 ** 30 + 1,
  /** Plus the digit's index: the noise that it is damaged by. */
  damage: 3 * 2 ** 30 + 1,
  /** Which train images a run has that has a share of them, and which of its labels are made false, and how. */
  trainShare: 2 ** 32 - 2,
  falseLabels: 2 ** 32 - 3,
  /** Which hard digits the quiz asks for. */
  quiz: 2 ** 32 - 4,
  /** Of seed 0: the one order in which pixels are scrambled. No digit has an index that comes as far as these four. */
  scramble: 2 ** 32 - 1,
} as const;

/**
 * The stream of a seed. Streams of one seed that serve different purposes do not overlap in practice.
 * @param seed whole number of 0 to 2³² − 1
 * @param stream which of the seed's streams: 0 for the initial weights, the epoch's number for its shuffle, and `streams`
 */
export function seededRandom(seed: number, stream: number): Random {
  // SplitMix32 spreads the two numbers over the four words (the seeding that xoshiro's authors advise).
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca77)) >>> 0;
  const word = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return xoshiro128([word(), word(), word(), word() || 1]);
}
