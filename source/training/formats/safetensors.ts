import {listed, UserError} from '../../errors.js';
import {type Parameters, parameterNames, parameterShapes, zeroParameters} from '../../network/network-state.js';
import type {Checkpoint} from './checkpoint.js';
import {aboutNetwork, readKind, type TrainedNetwork} from './kind.js';
import {type Arrays, readHidden, readParameters} from './members.js';
import {torchNames} from './torch-names.js';

/** What the types of values are called here, and in NumPy. */
const dtypes = new Map([
  ['F16', '<f2'],
  ['F32', '<f4'],
  ['F64', '<f8'],
]);

/**
 * Weights as a .safetensors file under PyTorch's names: eight bytes with the header's length, the header in JSON, the
 * values. (github.com/huggingface/safetensors, "Format")
 */
export function encodeSafetensors(network: TrainedNetwork): Uint8Array {
  const {weights} = network;
  const shapes = parameterShapes(weights.hiddenBias.length);
  let end = 0;
  const tensors = parameterNames.map(name => {
    const begin = end;
    end += weights[name].byteLength;
    return [torchNames[name], {dtype: 'F32', shape: shapes[name], data_offsets: [begin, end]}] as const;
  });
  // "pt" says that the tensors are PyTorch's; some readers ask for it.
  const header = JSON.stringify({
    __metadata__: {format: 'pt', ...aboutNetwork(network)},
    ...Object.fromEntries(tensors),
  });
  const text = Buffer.from(header);
  // Values begin at a multiple of eight bytes, and blanks may follow the header.
  const length = Math.ceil(text.length / 8) * 8;
  const start = Buffer.alloc(8 + length, ' ');
  start.writeBigUInt64LE(BigInt(length));
  text.copy(start, 8);
  return Buffer.concat([start, ...parameterNames.map(name => bytesOf(weights[name]))]);
}

/** The bytes of numbers, not copied. */
const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** Whether a file begins as a .safetensors file does: a length, then an object in JSON. */
export function isSafetensors(bytes: Uint8Array): boolean {
  return bytes.length > 8 && bytes[8] === 0x7b && headerLength(bytes) <= bytes.length - 8;
}

const headerLength = (bytes: Uint8Array): number =>
  Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));

/**
 * Reads weights from a .safetensors file, also one that PyTorch has written: without a word on its activation it is ReLU.
 * @param file names it in error messages
 * @throws UserError for a damaged header, missing tensors, other shapes or types, or what is not finite
 */
export function decodeSafetensors(bytes: Uint8Array, file: string): Checkpoint {
  const header = readHeader(bytes, file);
  const metadata = header.__metadata__;
  const word = (name: string): string | undefined => {
    const value = isObject(metadata) && Object.hasOwn(metadata, name) ? metadata[name] : undefined;
    return value === undefined ? undefined : textOf(value);
  };
  const {activation, loss} = readKind(word, file);
  const arrays = tensorsOf(header, bytes.subarray(8 + headerLength(bytes)), file);
  const hidden = readHidden(arrays, torchNames.hiddenBias, file);
  const parameters: Parameters = readParameters(arrays, {names: torchNames, prefix: '', hidden, needed: true}, file);
  const [firstMoment, secondMoment] = [zeroParameters(hidden), zeroParameters(hidden)];
  const state = {hidden, weights: {...parameters, activation}, firstMoment, secondMoment, step: 0};
  return {state, info: undefined, loss};
}

type Header = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readHeader(bytes: Uint8Array, file: string): Header {
  try {
    const header: unknown = JSON.parse(Buffer.from(bytes.subarray(8, 8 + headerLength(bytes))).toString());
    if (isObject(header)) return header;
  } catch {}
  throw new UserError(`${file}: the header of this .safetensors file is damaged`);
}

function tensorsOf(header: Header, data: Uint8Array, file: string): Arrays {
  return name => {
    const entry = Object.hasOwn(header, name) ? header[name] : undefined;
    if (entry === undefined) return undefined;
    const {dtype, shape, data_offsets: offsets} = isObject(entry) ? entry : {};
    const descr = dtypes.get(textOf(dtype));
    if (descr === undefined) {
      throw new UserError(`${file}: ${name} holds values of type ${listed([textOf(dtype)])}; wanted F32, F64 or F16`);
    }
    const [begin, end, sizes] = [...pairOf(offsets), wholes(shape)];
    const length = sizes?.reduce((product, size) => product * size, Number(descr.slice(2)));
    if (
      begin === undefined ||
      end === undefined ||
      sizes === undefined ||
      end - begin !== length ||
      end > data.length
    ) {
      throw new UserError(`${file}: ${name} does not have the bytes that its shape wants; the file is damaged`);
    }
    return {dtype: descr, fortranOrder: false, shape: sizes, start: 0, length, data: data.subarray(begin, end)};
  };
}

/** A text as it is, anything else as JSON has it. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none'));

/** A list of counts; undefined for anything else. */
function wholes(value: unknown): number[] | undefined {
  const isWhole = (each: unknown): each is number => Number.isSafeInteger(each) && Number(each) >= 0;
  return Array.isArray(value) && value.every(isWhole) ? value : undefined;
}

const pairOf = (value: unknown): [number | undefined, number | undefined] => {
  const [begin, end] = wholes(value) ?? [];
  return [begin, end];
};
