import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Random, seededRandom, xoshiro128} from '../../source/network/random.js';

const take = (random: Random, length: number): number[] => Array.from({length}, () => random.next());

describe('xoshiro128**', () => {
  // What the C code that Blackman and Vigna published (xoshiro128starstar.c, version 1.1) prints for these words.
  const published: [readonly [number, number, number, number], number[], number][] = [
    [
      [1, 2, 3, 4],
      [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
      3457443141,
    ],
    [
      [0xdeadbeef, 0x80000000, 0xffffffff, 0x12345678],
      [576, 3132614827, 2263960055, 3306064138, 3071822689, 1879777386, 3209721910, 347382396, 1161956826, 2448102022],
      3359672952,
    ],
    [
      [0, 0, 0, 1],
      [0, 0, 5760, 11802240, 2699105920, 137178368, 1670727104, 65994905, 3555679053, 2416681085],
      544197338,
    ],
  ];
  for (const [words, first, millionth] of published) {
    it(`gives the published numbers, the first ten and the millionth, from the words ${words.join(', ')}`, () => {
      const random = xoshiro128(words);
      assert.deepEqual(take(random, 10), first);
      for (let number = 11; number < 1_000_000; number++) random.next();
      assert.equal(random.next(), millionth);
    });
  }

  it('makes floats of the upper 24 bits of its numbers, from 0 to less than 1', () => {
    const random = xoshiro128([0xdeadbeef, 0x80000000, 0xffffffff, 0x12345678]);
    // 576, 3132614827 and 2263960055, each divided by 256 and rounded down, in units of 2⁻²⁴.
    assert.deepEqual(
      [random.uniform(), random.uniform(), random.uniform()].map(value => value * 2 ** 24),
      [2, 12236776, 8843593],
    );
    for (let number = 0; number < 100_000; number++) {
      const value = random.uniform();
      assert.ok(value >= 0 && value < 1 && Number.isInteger(value * 2 ** 24));
    }
  });
});

describe('a whole number below a limit', () => {
  it('is every number equally likely', () => {
    for (const limit of [2, 3, 10, 97]) {
      const random = seededRandom(5, 0);
      const draws = 200_000;
      const counts = new Array<number>(limit).fill(0);
      for (let draw = 0; draw < draws; draw++) counts[random.below(limit)]++;
      assert.equal(counts.length, limit);
      const expected = draws / limit;
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Mean limit − 1, variance 2 (limit − 1): four standard deviations, and the seed is fixed.
      assert.ok(chiSquare < limit - 1 + 4 * Math.sqrt(2 * (limit - 1)), `limit ${limit}: ${chiSquare}`);
    }
  });

  it('favours none where 2³² is no multiple of the limit', () => {
    // A plain remainder would give the numbers below 2³⁰ twice as often: half of the time instead of a third.
    const random = seededRandom(6, 0);
    const limit = 3 * 2 ** 30;
    const draws = 30_000;
    let low = 0;
    for (let draw = 0; draw < draws; draw++) {
      const value = random.below(limit);
      assert.ok(Number.isInteger(value) && value >= 0 && value < limit);
      if (value < 2 ** 30) low++;
    }
    assert.ok(Math.abs(low / draws - 1 / 3) < 0.012, `${low} of ${draws}`);
  });

  it('is 0 below 1, which takes nothing from the stream, and any number at all below 2³²', () => {
    const random = xoshiro128([1, 2, 3, 4]);
    assert.equal(random.below(1), 0);
    assert.deepEqual([random.below(2 ** 32), random.below(2 ** 32), random.below(2 ** 32)], [11520, 0, 5927040]);
  });
});

describe('the stream of a seed', () => {
  // The documented seeding (SplitMix32 into the four words) written in C and run: the first four numbers of each.
  const recorded: [number, number, number[]][] = [
    [0, 0, [3636641936, 2067623298, 177267979, 3222957005]],
    [1, 0, [2404969600, 1756567735, 503298815, 500767943]],
    [4294967295, 0, [1651132721, 4154764642, 536757876, 1273867172]],
    [0, 1, [4112191119, 2144471392, 1194175162, 1722907698]],
    [1, 1, [2676916499, 2154958338, 2318776198, 4014173151]],
    [4294967295, 1, [3266156279, 882717585, 2797949514, 4197460567]],
  ];
  it('is the same on every machine', () => {
    for (const [seed, stream, numbers] of recorded) assert.deepEqual(take(seededRandom(seed, stream), 4), numbers);
  });

  it('differs from those of other seeds and of other purposes', () => {
    const starts = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      for (let stream = 0; stream <= 20; stream++) starts.add(take(seededRandom(seed, stream), 2).join());
    }
    assert.equal(starts.size, 50 * 21);
  });
});
