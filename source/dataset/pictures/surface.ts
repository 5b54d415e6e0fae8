import type {Grey} from './grey.js';

/** How bright the paper is at a place of the picture: x and y from −1 to 1. */
export type Surface = readonly number[];

const terms = (x: number, y: number): number[] => [1, x, y, x * x, x * y, y * y];

/** Where along a side of some pixels one of them lies, from −1 to 1. */
const place = (index: number, length: number): number => (length === 1 ? 0 : (2 * index) / (length - 1) - 1);

/** The value of a surface at each pixel of a picture. */
export function spread(surface: Surface, width: number, height: number): Float32Array {
  const [constant = 0, byX = 0, byY = 0, byXX = 0, byXY = 0, byYY = 0] = surface;
  const values = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = place(row, height);
    for (let column = 0; column < width; column++) {
      const x = place(column, width);
      values[row * width + column] = constant + x * (byX + byXX * x + byXY * y) + y * (byY + byYY * y);
    }
  }
  return values;
}

/**
 * The surface of the second degree that lies nearest to some of a picture's pixels, by least squares.
 * @param pixels places of pixels in the picture
 */
export function fitSurface({width, height, values}: Grey, pixels: readonly number[]): Surface {
  const size = 6;
  const rows = Array.from({length: size}, () => new Float64Array(size + 1));
  for (const pixel of pixels) {
    const row = Math.floor(pixel / width);
    const found = terms(place(pixel - row * width, width), place(row, height));
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) rows[i][j] += found[i] * found[j];
      rows[i][size] += found[i] * values[pixel];
    }
  }
  // Too few pixels leave terms open; a little weight on zero keeps those small.
  for (let i = 1; i < size; i++) rows[i][i] += 1e-6 * (pixels.length + 1);
  return solve(rows);
}

/** Solves linear equations, their right sides in the last column, by elimination. */
function solve(rows: Float64Array[]): number[] {
  const size = rows.length;
  for (let step = 0; step < size; step++) {
    let best = step;
    for (let row = step + 1; row < size; row++) {
      if (Math.abs(rows[row][step]) > Math.abs(rows[best][step])) best = row;
    }
    [rows[step], rows[best]] = [rows[best], rows[step]];
    if (Math.abs(rows[step][step]) < 1e-12) continue;
    for (let row = 0; row < size; row++) {
      if (row === step) continue;
      const factor = rows[row][step] / rows[step][step];
      for (let column = step; column <= size; column++) rows[row][column] -= factor * rows[step][column];
    }
  }
  return rows.map((row, index) => (Math.abs(row[index]) < 1e-12 ? 0 : row[size] / row[index]));
}
