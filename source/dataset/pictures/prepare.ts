import {inputSize} from '../../network/architecture.js';
import {type Box, crop, type Grey, resize} from './grey.js';
import {strokeOf, thicken} from './stroke.js';

/** Rows and columns of the image that the network is given. */
const side = 28;
/** Where MNIST's digits have their centre of mass, in both directions: in the middle of a pixel, on average. */
const middle = 14.5;
/** The longer side of MNIST's digits in it. */
const longest = 20;
/** Pixels across each of the image's pixels while strokes are changed. */
const fine = 4;
/** How wide strokes may be, in the image's pixels: what nine in ten of MNIST's digits have, or little less. */
const strokes = {thinnest: 1.8, thickest: 2.8};
/** Ink up to `from` of its full strength becomes paper, and from `from` + `over` on full; `most` is the last tried. */
const contrast = {from: 0.2, over: 0.7, most: 0.5, step: 0.1};
/** What still counts as ink at the edge of a stroke. */
const edge = 0.1;

/**
 * A drawn digit as MNIST's digits were prepared: ink of full strength in strokes of their width, fitted into 20 × 20
 * with smooth edges, its centre of mass in the middle of 28 × 28 as theirs is. An image that is prepared already stays as it is.
 * @param drawing one digit: 0 is paper, 255 the most ink
 * @returns 784 values of 0 to 255; undefined when nothing is drawn
 */
export function prepare(drawing: Grey): Uint8Array | undefined {
  if (isPrepared(drawing)) return Uint8Array.from(drawing.values, Math.round);
  const full = strength(drawing.values);
  if (full === undefined) return undefined;
  let cut: Grey | undefined;
  let stroke = 0;
  // Where strokes are blurred, more contrast makes them thinner.
  for (let from = contrast.from; from < contrast.most + contrast.step / 2; from += contrast.step) {
    const over = Math.min(contrast.over, 1 - from);
    const values = drawing.values.map(value => Math.min(1, Math.max(0, (value / full - from) / over)));
    const inked = {...drawing, values};
    const box = boxOf(inked, edge);
    if (box === undefined) break;
    cut = crop(inked, box);
    stroke = strokeOf(fitted(cut, longest * fine)) / fine;
    if (stroke <= strokes.thickest) break;
  }
  if (cut === undefined) return undefined;
  const wanted = Math.min(strokes.thickest, Math.max(strokes.thinnest, stroke));
  const radius = ((wanted - stroke) / 2) * fine;
  // Thicker strokes make a digit larger, thinner ones smaller: it is fitted so that it has its size afterwards.
  return centred(thicken(fitted(cut, Math.max(fine, Math.round(longest * fine - 2 * radius))), radius));
}

/** Whether an image has the form of MNIST's digits: paper all 0, their size, their middle. */
export function isPrepared(image: Grey): boolean {
  if (image.width !== side || image.height !== side) return false;
  const box = boxOf(image, 0);
  if (box === undefined) return false;
  const size = Math.max(box.width, box.height);
  const {x, y} = middleOf(image);
  return size >= longest - 2 && size <= longest + 2 && Math.max(Math.abs(x - middle), Math.abs(y - middle)) <= 1.5;
}

/** The box around all that is above a level; undefined where nothing is. */
export function boxOf({width, height, values}: Grey, level: number): Box | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (values[y * width + x] <= level) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), y];
    }
  }
  return right < 0 ? undefined : {x: left, y: top, width: right - left + 1, height: bottom - top + 1};
}

/** The strength of ink in the middle of strokes; undefined where there is none. */
function strength(values: Float32Array): number | undefined {
  const most = values.reduce((found, value) => Math.max(found, value), 0);
  const strong = values.filter(value => value > most / 2).sort();
  return strong[Math.floor(strong.length * 0.93)];
}

/** A picture scaled so that its longer side has a length. */
function fitted(picture: Grey, length: number): Grey {
  const scale = length / Math.max(picture.width, picture.height);
  const scaled = (size: number): number => Math.max(1, Math.round(size * scale));
  return resize(picture, scaled(picture.width), scaled(picture.height));
}

/** The centre of mass of a picture's ink, in pixels from its corner. */
function middleOf({width, values}: Grey): {x: number; y: number} {
  let [sum, x, y] = [0, 0, 0];
  values.forEach((value, place) => {
    sum += value;
    x += value * ((place % width) + 0.5);
    y += value * (Math.floor(place / width) + 0.5);
  });
  return {x: x / sum, y: y / sum};
}

/** The image with a digit's centre of mass in its middle: each pixel is the mean of what it covers. */
function centred(digit: Grey): Uint8Array {
  const {x, y} = middleOf(digit);
  const left = Math.round(x - middle * fine);
  const top = Math.round(y - middle * fine);
  const box = {x: left, y: top, width: side * fine, height: side * fine};
  const {values} = resize(crop(digit, box), side, side);
  const image = new Uint8Array(inputSize);
  values.forEach((value, place) => {
    image[place] = Math.round(255 * Math.min(1, value));
  });
  return image;
}
