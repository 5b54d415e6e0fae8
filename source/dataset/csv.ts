import {UserError} from '../errors.js';
import {inputSize} from '../network/architecture.js';
import {inMemory, type StoredArray} from './numbers.js';

/** The images and labels of a CSV file, one image a row. */
export type CsvArrays = {readonly images: StoredArray; readonly labels: StoredArray};

const columns = 1 + inputSize;
/** Comma, semicolon, tab. */
const isSeparator = (byte: number): boolean => byte === 44 || byte === 59 || byte === 9;
const lineFeed = 10;

/**
 * Reads a CSV file: a label and 784 pixels in each row, whole numbers or floats, with or without a header. The label
 * stands first, or where the header says `label` or `class`. Commas, semicolons or tabs are between the values.
 * @throws UserError for a row of another length or a value that is no number, with its line
 */
export function parseCsv(bytes: Uint8Array, where: string): CsvArrays {
  const start = headerLength(bytes, where);
  const place = labelPlace(bytes.subarray(0, start));
  // Whole numbers up to 255 need no more than bytes.
  const values =
    rowsOf(bytes, start, length => new Uint8Array(length), where) ??
    rowsOf(bytes, start, length => new Float32Array(length), where);
  if (values === undefined) throw new UserError(`${where}: values that are no numbers`);
  const count = values.length / columns;
  const dtype = values instanceof Uint8Array ? '|u1' : '<f4';
  const labels = values.slice(0, count);
  const images = values.slice(0, count * inputSize);
  for (let row = 0; row < count; row++) {
    labels[row] = values[row * columns + place];
    const pixels = row * columns + (place === 0 ? 1 : 0);
    images.set(values.subarray(pixels, pixels + inputSize), row * inputSize);
  }
  const array = (shape: readonly number[], {buffer}: Uint8Array | Float32Array): StoredArray => ({
    where,
    dtype,
    fortranOrder: false,
    shape,
    ...inMemory(() => new Uint8Array(buffer)),
  });
  return {images: array([count, inputSize], images), labels: array([count], labels)};
}

/** Bytes of the header line: 0 when the first line is numbers already. */
function headerLength(bytes: Uint8Array, where: string): number {
  const end = bytes.indexOf(lineFeed) + 1 || bytes.length;
  const line = textOf(bytes, 0, Math.min(end, 65_536));
  const found = line.split(/[,;\t]/).length;
  if (found !== columns) {
    const unlabelled =
      found === inputSize
        ? `; it has no labels: hold back rows of the train file, with their labels, as mnist_test.csv`
        : '';
    throw new UserError(`${where}: ${found} columns; wanted ${columns}, a label and ${inputSize} pixels${unlabelled}`);
  }
  return /[a-z]/i.test(line.replace(/\d[eE][-+]?\d/g, '')) ? end : 0;
}

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** The column of the labels: the first, or the last where the header says so. */
function labelPlace(header: Uint8Array): number {
  const names = Buffer.from(header).toString('latin1').toLowerCase().replace(/["\s]/g, '').split(/[,;]/);
  return /^(label|class|target|y)$/.test(names.at(-1) ?? '') ? columns - 1 : 0;
}

/**
 * The values of all rows, or undefined when one does not fit the array's type.
 * @throws UserError for what is no number, or a row that is too long or too short
 */
function rowsOf<Values extends Uint8Array | Float32Array>(
  bytes: Uint8Array,
  start: number,
  create: (length: number) => Values,
  where: string,
): Values | undefined {
  // A value has a digit and a separator at the least.
  const values = create(Math.ceil((bytes.length - start + 1) / 2));
  let length = 0;
  let line = start === 0 ? 1 : 2;
  let from = start;
  for (let at = start; at <= bytes.length; at++) {
    const byte = bytes[at] ?? lineFeed;
    if (byte !== lineFeed && !isSeparator(byte)) continue;
    const filled = length % columns;
    if (byte === lineFeed && filled === 0 && isBlank(bytes, from, at)) {
      from = at + 1;
      line++;
      continue;
    }
    const value = numberAt(bytes, from, at);
    if (Number.isNaN(value)) {
      const text = textOf(bytes, from, Math.min(at, from + 20)).trim();
      throw new UserError(`${where}: line ${line}, column ${filled + 1}: "${text}"; wanted a number`);
    }
    if (values instanceof Uint8Array && (value > 255 || !Number.isInteger(value) || value < 0)) return undefined;
    values[length++] = value;
    if ((byte === lineFeed) !== (length % columns === 0)) {
      throw new UserError(`${where}: line ${line} has ${byte === lineFeed ? 'less' : 'more'} than ${columns} values`);
    }
    if (byte === lineFeed) line++;
    from = at + 1;
  }
  return values.subarray(0, length) as Values;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(bytes[at])) return false;
  return true;
}

const isSpace = (byte: number | undefined): boolean => byte === 13 || byte === 32;

/** The number that some bytes are as text, NaN if they are none. Plain decimals are read without making text. */
function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let point: number | undefined;
  for (let at = from; at < to; at++) {
    const digit = bytes[at] - 48;
    if (digit >= 0 && digit <= 9 && at - from < 15) value = value * 10 + digit;
    else if (digit === -2 && point === undefined) point = at;
    else return numberOf(textOf(bytes, from, to));
  }
  if (to - from < 1 || (point !== undefined && to - from < 2)) return Number.NaN;
  // Both are exact up to 15 digits, so their quotient is the nearest double.
  return point === undefined ? value : value / 10 ** (to - 1 - point);
}

/** The number of a text that may have quotes, blanks or a byte order mark about it. */
function numberOf(text: string): number {
  const bare = text.replace(/["\s\u00EF\u00BB\u00BF]/g, '');
  return bare === '' || !/^[-+.\deE]+$/.test(bare) ? Number.NaN : Number(bare);
}
