import type {Change} from '../../source/dataset/augment/change.js';

/** A grey value at any whole place; 0 beyond the image. */
type Image = (column: number, row: number) => number;

/**
 * An image after a change, in plain steps of float64 with sine and cosine, not rounded.
 * @param pixels 784
 */
export function plainChange(pixels: Uint8Array, change: Change): number[] {
  const {halfTurn, width, height, shear, right, down, stroke} = change;
  let image: Image = (column, row) =>
    column < 0 || column > 27 || row < 0 || row > 27 ? 0 : (pixels[row * 28 + column] ?? Number.NaN);
  for (let rest = Math.abs(stroke); rest > 0; rest--) image = plainStroke(image, Math.min(1, rest), stroke > 0);
  const angle = 2 * Math.atan(halfTurn);
  return Array.from({length: 784}, (_, place) => {
    const x = (place % 28) - 13.5 - right;
    const y = Math.floor(place / 28) - 13.5 - down;
    // The turn back, then the shear, then the scale.
    const turnedX = Math.cos(angle) * x + Math.sin(angle) * y;
    const turnedY = -Math.sin(angle) * x + Math.cos(angle) * y;
    return between(image, (turnedX - shear * turnedY) / width + 13.5, turnedY / height + 13.5);
  });
}

function plainStroke(image: Image, share: number, thicker: boolean): Image {
  return remembered((column, row) => {
    const own = image(column, row);
    const near = [image(column - 1, row), image(column + 1, row), image(column, row - 1), image(column, row + 1)];
    const other = thicker ? Math.max(own, ...near) : Math.min(own, ...near);
    return (1 - share) * own + share * other;
  });
}

function remembered(image: Image): Image {
  const known = new Map<number, number>();
  return (column, row) => {
    const key = (row + 100) * 1000 + column + 100;
    const value = known.get(key) ?? image(column, row);
    known.set(key, value);
    return value;
  };
}

/** The mean of the four pixels around a place, each weighted by its nearness. */
function between(image: Image, column: number, row: number): number {
  const [left, top] = [Math.floor(column), Math.floor(row)];
  let sum = 0;
  for (const [i, j] of [
    [left, top],
    [left + 1, top],
    [left, top + 1],
    [left + 1, top + 1],
  ]) {
    sum += (1 - Math.abs(column - i)) * (1 - Math.abs(row - j)) * image(i, j);
  }
  return sum;
}
