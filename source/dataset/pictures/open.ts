import {readFile, stat} from 'node:fs/promises';
import {messageOf, UserError} from '../../errors.js';
import {didYouMeanFile} from '../../suggest.js';
import type {Grey} from './grey.js';
import {readJpeg, turned} from './jpeg.js';
import {readPng} from './png.js';
import {pngSignature} from './png-chunks.js';
import {greyOf} from './raster.js';

/** The most bytes of a picture's file. */
const mostBytes = 80e6;
/** Pixels on the longer side that are enough for finding digits; of a larger picture they are means. */
const enough = 1200;

/** A picture as it is looked at. */
export type OpenedPicture = {
  /** Brightness, 0 to 255, upright. */
  readonly grey: Grey;
  /** Pixels of the file across each of its pixels. */
  readonly factor: number;
};

/** What other pictures begin with, and what they are called. */
const others: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['GIF', /^GIF8/],
  ['WebP', /^RIFF....WEBP/s],
  ['HEIC', /^....ftyp(hei|hev|mif1|msf1)/s],
  ['AVIF', /^....ftypavi/s],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
  ['SVG', /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<svg/s],
];

/**
 * Reads a PNG or JPEG.
 * @throws UserError in one line for what cannot be read as one
 */
export async function openPicture(file: string): Promise<OpenedPicture> {
  return decodePicture(await readPicture(file), file);
}

/**
 * The picture in a file's bytes.
 * @param where names the file in error messages
 * @throws UserError for what is no PNG or JPEG, damaged, or too large
 */
export async function decodePicture(bytes: Uint8Array, where: string): Promise<OpenedPicture> {
  const isPng = pngSignature.every((byte, index) => bytes[index] === byte);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg) throw noPicture(bytes, where);
  const {raster, orientation} = isPng ? {raster: await readPng(bytes, where), orientation: 1} : readJpeg(bytes, where);
  const factor = Math.max(1, Math.ceil(Math.max(raster.width, raster.height) / enough));
  return {grey: turned(greyOf(raster, factor), orientation), factor};
}

function noPicture(bytes: Uint8Array, where: string): UserError {
  if (bytes.length === 0) return new UserError(`${where}: an empty file; wanted a PNG or JPEG`);
  const start = String.fromCharCode(...bytes.subarray(0, 300));
  const [name] = others.find(([, pattern]) => pattern.test(start)) ?? [];
  if (name === undefined) return new UserError(`${where}: no picture that can be read; wanted a PNG or JPEG`);
  return new UserError(`${where}: ${name} cannot be read; save the picture as PNG or JPEG`);
}

async function readPicture(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new UserError(`${file}: no file with a picture in it`);
    if (found.size > mostBytes) {
      const megabytes = Math.round(found.size / 1e6).toLocaleString('en-US');
      throw new UserError(`${file}: ${megabytes} MB; at most ${mostBytes / 1e6} MB are read, make the picture smaller`);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing) throw new UserError(`${file}: no such file${didYouMeanFile(file)}`);
    throw new UserError(`${file}: cannot be read (${messageOf(error)})`);
  }
}
