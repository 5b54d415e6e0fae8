import {side} from '../network/architecture.js';

/**
 * Numbers of 784 pixels in some rows and columns, row by row: each the mean of the pixels that it covers, of the nearest
 * where it covers less than one.
 * @param lit for each pixel 0 where it does not count; what covers no other is not a number
 */
export function meansOf(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  lit?: ArrayLike<number>,
): Float64Array {
  const means = new Float64Array(rows * columns);
  const across = Array.from({length: columns}, (_, column) => covered(column, columns));
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = covered(row, rows);
    for (let column = 0; column < columns; column++) {
      const [left, right] = across[column];
      let [sum, count] = [0, 0];
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          if (lit?.[y * side + x] === 0) continue;
          sum += values[y * side + x];
          count++;
        }
      }
      means[row * columns + column] = sum / count;
    }
  }
  return means;
}

/** The pixels from and to which one of so many parts of a side goes. */
function covered(index: number, of: number): readonly [from: number, to: number] {
  const from = Math.floor((index * side) / of);
  return [from, Math.max(from + 1, Math.floor(((index + 1) * side) / of))];
}
