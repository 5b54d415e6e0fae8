import {npyFile} from '../../dataset/npy.js';
import {UserError} from '../../errors.js';

/** An .npy file with one text in it: NumPy's 0-d array of type `<U…`, four bytes a character. */
export function encodeText(text: string): Uint8Array {
  const body = Buffer.alloc(4 * text.length);
  let end = 0;
  for (const character of text) end = body.writeUInt32LE(character.codePointAt(0) ?? 0, end);
  return npyFile(`<U${end / 4}`, [], body.subarray(0, end));
}

/** An .npy file with one whole number in it: NumPy's 0-d array of type int64. */
export function encodeWhole(value: number): Uint8Array {
  const body = Buffer.alloc(8);
  body.writeBigInt64LE(BigInt(value));
  return npyFile('<i8', [], body);
}

/**
 * The text of an .npy file as encodeText or NumPy writes it.
 * @param where names it in error messages
 * @throws UserError for anything else
 */
export function decodeText(bytes: Uint8Array, where: string): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = new UserError(`${where}: not a text as NumPy writes it`);
  if (file.length < 12 || file.toString('latin1', 0, 6) !== '\u0093NUMPY') throw wrong;
  const start = file[6] === 1 ? 10 : 12;
  const end = start + (file[6] === 1 ? file.readUInt16LE(8) : file.readUInt32LE(8));
  const header = file.toString('latin1', start, end);
  const [, order, length] = /'descr':\s*'([<>])U(\d+)'/.exec(header) ?? [];
  if (order === undefined || !/'shape':\s*\(\)/.test(header) || file.length !== end + 4 * Number(length)) throw wrong;
  let text = '';
  for (let at = end; at < file.length; at += 4) {
    const point = order === '<' ? file.readUInt32LE(at) : file.readUInt32BE(at);
    if (point > 0x10ffff) throw wrong;
    // NumPy fills a text that is shorter than its array with zeros.
    if (point !== 0) text += String.fromCodePoint(point);
  }
  return text;
}
