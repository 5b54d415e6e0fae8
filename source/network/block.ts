/** Directions side by side: for each unit a number of each. */
export type Block = {
  /** width × wide */
  readonly values: Float64Array;
  /** How many directions there are. */
  readonly wide: number;
};

/** All products of two blocks' directions; half of what two of them differ by is taken from each, so that it is symmetric. */
export function products(one: Block, other: Block): number[][] {
  const {wide} = one;
  const sums = Array.from({length: wide}, () => new Array<number>(wide).fill(0));
  for (let first = 0; first < one.values.length; first += wide) {
    for (let row = 0; row < wide; row++) {
      for (let column = 0; column < wide; column++)
        sums[row][column] += one.values[first + row] * other.values[first + column];
    }
  }
  return sums.map((row, place) => row.map((sum, column) => (sum + sums[column][place]) / 2));
}

/**
 * A block whose directions are mixtures of another's.
 * @param mixes a row for each direction: its share of each of the other's
 */
export function mixed({values, wide}: Block, mixes: readonly (readonly number[])[]): Block {
  const made = values.map((_, place) => {
    const first = place - (place % wide);
    return mixes[place % wide].reduce((sum, share, each) => sum + share * values[first + each], 0);
  });
  return {values: made, wide};
}

/** The same space, its directions at right angles and of length 1 (Gram and Schmidt, each direction twice). */
export function upright({values, wide}: Block): Block {
  const made = values.slice();
  const product = (one: number, other: number): number => {
    let sum = 0;
    for (let first = 0; first < made.length; first += wide) sum += made[first + one] * made[first + other];
    return sum;
  };
  for (let each = 0; each < wide; each++) {
    for (let before = 0; before < 2 * each; before++) {
      const share = product(before % each, each);
      for (let first = 0; first < made.length; first += wide)
        made[first + each] -= share * made[first + (before % each)];
    }
    const length = Math.sqrt(product(each, each));
    // A direction that the vectors do not have stays without length.
    for (let first = 0; first < made.length; first += wide) made[first + each] /= length > 0 ? length : 1;
  }
  return {values: made, wide};
}
