/** Eigenvalues of a symmetric matrix, the largest first, and to each its vector. */
export type Eigenpairs = {readonly values: readonly number[]; readonly vectors: readonly (readonly number[])[]};

/** Every eigenvector of a symmetric matrix, by turning away each entry beside the diagonal in turn, again and again. */
export function jacobi(matrix: readonly (readonly number[])[]): Eigenpairs {
  const size = matrix.length;
  const a = matrix.map(row => [...row]);
  const v = a.map((_, row) => a.map((__, column) => Number(row === column)));
  const scale = Math.max(...a.map((row, place) => Math.abs(row[place])));
  for (let sweep = 0; sweep < 30; sweep++) {
    let beside = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        beside = Math.max(beside, Math.abs(a[p][q]));
        const angle = 0.5 * Math.atan2(2 * a[p][q], a[p][p] - a[q][q]);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (let k = 0; k < size; k++) {
          const [one, other] = [a[k][p], a[k][q]];
          a[k][p] = c * one + s * other;
          a[k][q] = c * other - s * one;
        }
        for (let k = 0; k < size; k++) {
          const [one, other] = [a[p][k], a[q][k]];
          a[p][k] = c * one + s * other;
          a[q][k] = c * other - s * one;
          const [first, second] = [v[k][p], v[k][q]];
          v[k][p] = c * first + s * second;
          v[k][q] = c * second - s * first;
        }
      }
    }
    if (beside < 1e-13 * scale) break;
  }
  const order = a.map((_, place) => place).sort((one, other) => a[other][other] - a[one][one]);
  return {values: order.map(place => a[place][place]), vectors: order.map(place => v.map(row => row[place]))};
}
