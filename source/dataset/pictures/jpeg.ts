import jpeg from 'jpeg-js';
import {UserError} from '../../errors.js';
import type {Grey} from './grey.js';
import {readJpegHeader} from './jpeg-header.js';
import {checkSize, damaged, mostMegapixels} from './limits.js';
import type {Raster} from './raster.js';

/** The most bytes that the library may ask for: it takes half as much again. A photo of 12 megapixels needs 165 MB. */
const mostMemory = 180e6;

/**
 * The pixels of a JPEG as they are stored, and how they are turned.
 * @throws UserError for one that is damaged or too large
 */
export function readJpeg(bytes: Uint8Array, where: string): {raster: Raster; orientation: number} {
  const {width, height, orientation, blocks, leastBits} = readJpegHeader(bytes, where);
  checkSize(width, height, where);
  if (blocks * leastBits > 8 * bytes.length) throw damaged(where, 'it has fewer pixels than its header says');
  // For each block its coefficients, of 32 bits, and its pixels; for each pixel three colours twice.
  const memory = blocks * (256 + 64) + 6 * width * height;
  if (memory > mostMemory) {
    throw new UserError(`${where}: ${width} × ${height} pixels, which take too much memory; make it smaller`);
  }
  try {
    const {data} = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: mostMegapixels,
      maxMemoryUsageInMB: Math.ceil((1.1 * mostMemory) / 2 ** 20),
    });
    return {raster: {width, height, channels: 3, data}, orientation};
  } catch {
    throw damaged(where, 'its pixels cannot be decoded');
  }
}

/** A picture turned as EXIF's orientation says; 1 leaves it as it is. */
export function turned(picture: Grey, orientation: number): Grey {
  const {width, height, values} = picture;
  if (orientation < 2 || orientation > 8) return picture;
  const swaps = orientation >= 5;
  const [newWidth, newHeight] = swaps ? [height, width] : [width, height];
  const found = new Float32Array(values.length);
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const [along, down] = swaps ? [y, x] : [x, y];
      const column = fromRight ? width - 1 - along : along;
      const row = fromBottom ? height - 1 - down : down;
      found[y * newWidth + x] = values[row * width + column];
    }
  }
  return {width: newWidth, height: newHeight, values: found};
}
