/** The eigenvalues of a symmetric matrix, the largest first, and to each its vector of length 1. */
export type Eigen = {readonly values: readonly number[]; readonly vectors: readonly (readonly number[])[]};

/** Sweeps over all pairs; so few rows need no more than six or seven. */
const sweeps = 12;

/** Turns a small symmetric matrix until nothing is left beside its diagonal (Jacobi 1846). */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const rows = matrix.map(row => [...row]);
  const vectors = rows.map((_, row) => rows.map((_, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let one = 0; one < rows.length; one++) {
      for (let other = one + 1; other < rows.length; other++) turn(rows, vectors, one, other);
    }
  }
  const order = rows.map((_, place) => place).sort((a, b) => rows[b][b] - rows[a][a]);
  return {values: order.map(place => rows[place][place]), vectors: order.map(place => vectors[place])};
}

/** Turns two axes so that the number of their pair becomes 0. `vectors` has the axes as rows. */
function turn(rows: number[][], vectors: number[][], one: number, other: number): void {
  const pair = rows[one][other];
  if (pair === 0) return;
  const ratio = (rows[other][other] - rows[one][one]) / (2 * pair);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of rows) [row[one], row[other]] = turned(row[one], row[other], cosine, sine);
  for (const list of [rows, vectors]) {
    for (let place = 0; place < rows.length; place++) {
      [list[one][place], list[other][place]] = turned(list[one][place], list[other][place], cosine, sine);
    }
  }
}

const turned = (one: number, other: number, cosine: number, sine: number): [number, number] => [
  cosine * one - sine * other,
  sine * one + cosine * other,
];
