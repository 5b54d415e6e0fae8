/** Two rows of two numbers, row by row. */
type Two = readonly [number, number, number, number];

/** A 2 × 2 matrix as a turn, two lengths of which the second may be negative, and a turn: left · diag · right. */
type Parts = {readonly left: Two; readonly lengths: readonly [number, number]; readonly right: Two};

const turnBy = (angle: number): Two => [Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle)];

/** The singular value decomposition in closed form (Blinn, Consider the Lowly 2 × 2 Matrix, 1996). */
function partsOf([a, b, c, d]: Two): Parts {
  const [even, odd] = [Math.hypot((a + d) / 2, (c - b) / 2), Math.hypot((a - d) / 2, (c + b) / 2)];
  const [one, other] = [Math.atan2(c + b, a - d), Math.atan2(c - b, a + d)];
  return {left: turnBy((other + one) / 2), lengths: [even + odd, even - odd], right: turnBy((other - one) / 2)};
}

/** The products of the axes of two planes. */
function productsOf(one: Float64Array, other: Float64Array): Two {
  const width = one.length / 2;
  const product = (row: number, column: number): number => {
    let sum = 0;
    for (let unit = 0; unit < width; unit++) sum += one[row * width + unit] * other[column * width + unit];
    return sum;
  };
  return [product(0, 0), product(0, 1), product(1, 0), product(1, 1)];
}

/** Two rows of any length, mixed by a matrix. */
function mixed([a, b, c, d]: Two, rows: Float64Array): Float64Array {
  const width = rows.length / 2;
  return rows.map((value, place) =>
    place < width ? a * value + b * rows[place + width] : c * rows[place - width] + d * value,
  );
}

const transposed = ([a, b, c, d]: Two): Two => [a, c, b, d];

/**
 * The axes of a plane that is turned towards another along the shortest way, each direction by its share of the way
 * (Björck and Golub 1973: principal angles). They are as near to the first plane's axes as can be: none is swapped,
 * flipped or turned within the plane.
 * @param from 2 × width: directions of length 1 at right angles; `to` likewise
 * @param most the angle in radians by which any direction turns at most
 */
export function turnedTowards(from: Float64Array, to: Float64Array, most: number): Float64Array {
  const {left, lengths, right} = partsOf(productsOf(from, to));
  const [starts, ends] = [mixed(transposed(left), from), mixed(right, to)];
  const angles = lengths.map(length => Math.acos(Math.min(1, Math.abs(length))));
  const part = Math.min(1, most / Math.max(...angles));
  const width = from.length / 2;
  const turned = starts.map((start, place) => {
    const axis = place < width ? 0 : 1;
    const [angle, length] = [angles[axis], lengths[axis]];
    const end = length < 0 ? -ends[place] : ends[place];
    const sine = Math.sin(angle);
    // Two directions that are one need no way.
    if (part === 1 || sine < 1e-9) return end;
    return (start * Math.sin((1 - part) * angle) + end * Math.sin(part * angle)) / sine;
  });
  return mixed(left, turned);
}

/** A turn of a picture, perhaps with a flip. */
export type Turn = Two;

/**
 * The turn that brings points as near as can be to where they were: orthogonal Procrustes (Schönemann 1966).
 * @param points count × 2 around their middle; `before` likewise
 */
export function nearestTurn(points: Float64Array, before: Float64Array): Turn {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (let place = 0; place < points.length; place += 2) {
    sums[0] += before[place] * points[place];
    sums[1] += before[place] * points[place + 1];
    sums[2] += before[place + 1] * points[place];
    sums[3] += before[place + 1] * points[place + 1];
  }
  const {left, lengths, right} = partsOf(sums);
  const sign = lengths[1] < 0 ? -1 : 1;
  const [a, b, c, d] = left;
  const [e, f, g, h] = right;
  return [a * e + sign * b * g, a * f + sign * b * h, c * e + sign * d * g, c * f + sign * d * h];
}

/** Axes that are turned within their plane: 2 × width. */
export const turnedAxes = (turn: Turn, axes: Float64Array): Float64Array => mixed(turn, axes);

/** Points that are turned: count × 2. */
export const turnedPoints = ([a, b, c, d]: Turn, points: Float64Array): Float64Array =>
  points.map((value, place) =>
    place % 2 === 0 ? a * value + b * points[place + 1] : c * points[place - 1] + d * value,
  );
