import type {Grey} from './grey.js';

/** A decoded picture: one byte for each channel of each pixel, row by row. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  /** 1 is grey, 2 grey and alpha, 3 colour, 4 colour and alpha. */
  readonly channels: 1 | 2 | 3 | 4;
  readonly data: Uint8Array;
};

/** What a pixel is worth in one of the ways to see it, 0 to 255, what is transparent filled. */
type Look = (pixel: number) => number;

/** Pixels that are enough to choose by. */
const enough = 50_000;

/**
 * A picture's brightness, 0 to 255. Of brightness, red, green and blue it is the one in which the pixels differ most, so
 * that ink of any colour stands out.
 * @param factor pixels across each of the new ones, which are their means
 */
export function greyOf(raster: Raster, factor: number): Grey {
  const {width: across, height: down} = raster;
  const look = bestLook(raster);
  const [width, height] = [Math.max(1, Math.floor(across / factor)), Math.max(1, Math.floor(down / factor))];
  const [columns, rows] = [Math.min(factor, across), Math.min(factor, down)];
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const first = (y * factor + row) * across + x * factor;
        for (let pixel = first; pixel < first + columns; pixel++) sum += look(pixel);
      }
      values[y * width + x] = sum / (columns * rows);
    }
  }
  return {width, height, values};
}

/** The way to see a picture in which its pixels differ most. */
function bestLook({width, height, channels, data}: Raster): Look {
  const length = width * height;
  const step = Math.max(1, Math.floor(length / enough)) | 1;
  const sample = Array.from({length: Math.ceil(length / step)}, (_, index) => index * step);
  const alpha: Look | undefined =
    channels === 2 || channels === 4 ? pixel => data[(pixel + 1) * channels - 1] / 255 : undefined;
  const channel =
    (index: number): Look =>
    pixel =>
      data[pixel * channels + index];
  const bare = channels < 3 ? [channel(0)] : [brightness(data, channels), channel(0), channel(1), channel(2)];
  const looks = bare.map(look => (alpha === undefined ? look : filled(look, alpha, sample)));
  const [first = channel(0), ...others] = looks;
  // Brightness has the least noise: another channel has to be clearly better.
  return others.reduce((best, look) => (spreadOf(look, sample) > 1.3 * spreadOf(best, sample) ? look : best), first);
}

/** Brightness by its shares of red, green and blue (ITU-R BT.601). */
const brightness =
  (data: Uint8Array, channels: number): Look =>
  pixel => {
    const at = pixel * channels;
    return 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  };

/**
 * Puts something behind what is transparent: where most of the picture is, white behind dark ink and black behind bright
 * ink; else what is usual in the rest.
 */
function filled(look: Look, alpha: Look, sample: readonly number[]): Look {
  let [total, sum] = [0, 0];
  const counts = new Float64Array(256);
  for (const pixel of sample) {
    total += alpha(pixel);
    sum += alpha(pixel) * look(pixel);
    counts[Math.round(look(pixel))] += alpha(pixel);
  }
  const usual = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  const behind = total > sample.length / 2 ? usual : sum > 127.5 * total ? 0 : 255;
  return pixel => alpha(pixel) * look(pixel) + (1 - alpha(pixel)) * behind;
}

/** The standard deviation of some pixels. */
function spreadOf(look: Look, sample: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (const pixel of sample) {
    const value = look(pixel);
    sum += value;
    squares += value * value;
  }
  const mean = sum / sample.length;
  return Math.sqrt(Math.max(0, squares / sample.length - mean * mean));
}
