import {UserError} from '../errors.js';
import {outputSize} from '../network/architecture.js';
import {sharedBytes} from './dataset.js';
import {numbersOf, type StoredArray} from './numbers.js';

/**
 * The labels of a split as bytes of 0 to 9, in shared memory, from an array of shape (count), (count, 1) or, one-hot,
 * (count, 10).
 * @throws UserError for another shape, or a value that is no label; before anything is read, if the shape is wrong
 */
export async function labelsOf(array: StoredArray, count: number): Promise<Uint8Array> {
  const {shape, where} = array;
  const [rows, columns = 1, ...rest] = shape;
  if (rows !== count || rest.length > 0 || (columns !== 1 && columns !== outputSize)) {
    throw new UserError(
      `${where}: labels of shape (${shape.join(', ')}); wanted one for each of ${count} images, or one-hot rows of ${outputSize}`,
    );
  }
  const bytes = await array.bytes();
  const values = numbersOf(array.dtype, bytes);
  const labels = sharedBytes(count);
  if (columns === 1) for (let index = 0; index < count; index++) labels[index] = label(values[index], index, where);
  else {
    const at = (row: number, column: number): number =>
      values[array.fortranOrder ? column * count + row : row * columns + column];
    for (let index = 0; index < count; index++) labels[index] = oneHot(column => at(index, column), index, array);
  }
  return labels;
}

function label(value: number, index: number, where: string): number {
  if (Number.isInteger(value) && value >= 0 && value < outputSize) return value;
  const classes = value >= outputSize ? '; more than ten classes cannot be learned here, take ten of them' : '';
  throw new UserError(`${where}: label ${value} at index ${index}; wanted 0 to 9${classes}`);
}

function oneHot(value: (column: number) => number, index: number, {where, shape}: StoredArray): number {
  const row = Array.from({length: outputSize}, (_, column) => value(column));
  if (row.every(each => each === 0 || each === 1) && row.indexOf(1) !== -1 && row.indexOf(1) === row.lastIndexOf(1)) {
    return row.indexOf(1);
  }
  throw new UserError(
    `${where}: labels of shape (${shape.join(', ')}); wanted one 1 and nine 0 in each row, as one-hot labels have; row ${index} is else`,
  );
}
