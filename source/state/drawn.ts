import {prepare} from '../dataset/pictures/prepare.js';
import {scrambled} from '../dataset/scramble.js';
import {side} from '../network/architecture.js';
import {type Drawing, hasInk} from './drawing.js';

/** What each canvas that was drawn from nothing came to. */
const prepared = new WeakMap<Uint8Array, {readonly image: Uint8Array | undefined}>();

/**
 * What the network sees of a drawing, 784 values: of one that was begun with a digit or a kept drawing the canvas as it
 * is, so that exactly the changed pixels count; else the canvas prepared as MNIST's digits were. Undefined where nothing
 * is drawn.
 */
export function seenOf({pixels, of}: Pick<Drawing, 'pixels' | 'of'>): Uint8Array | undefined {
  if (of !== undefined) return pixels;
  const known = prepared.get(pixels);
  if (known !== undefined) return known.image;
  const values = Float32Array.from(pixels);
  const image = hasInk(pixels) ? prepare({width: side, height: side, values}) : undefined;
  prepared.set(pixels, {image});
  return image;
}

/** What each image is with its pixels in the other order. */
const inOrder = new WeakMap<Uint8Array, Uint8Array>();

/** An image with its pixels scrambled as those of a scrambled dataset are. */
export function scrambledImage(image: Uint8Array): Uint8Array {
  const known = inOrder.get(image);
  if (known !== undefined) return known;
  const {images} = scrambled({count: 1, images: image.slice(), labels: new Uint8Array(1)});
  inOrder.set(image, images);
  return images;
}

/** Whether a drawing was begun with a digit of the dataset, whose pixels are scrambled where all are. */
export const isOfDigit = ({of}: Pick<Drawing, 'of'>): boolean => of !== undefined && 'split' in of;
