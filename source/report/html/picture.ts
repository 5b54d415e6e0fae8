import {encode} from 'fast-png';
import {side} from '../../network/architecture.js';
import {type Markup, markup} from './markup.js';

/** Red, green and blue of what makes a value larger and smaller, of ink, and of a pixel that no image has ink on. */
const colours = {more: [217, 119, 6], less: [46, 116, 245], ink: [128, 128, 128], never: [128, 128, 128]} as const;

/** How opaque ink that counts for little is, and a pixel that no image has ink on, of 255. */
const [inkAlpha, neverAlpha] = [70, 46];

/** Strengths are drawn in so many steps, so that a picture packs well. */
const levels = 12;

/** A picture of 28 × 28 pixels as a PNG within the document. */
function picture(data: Uint8Array, channels: 1 | 4, alt: string, kind: string): Markup {
  const png = Buffer.from(encode({width: side, height: side, data, channels, depth: 8})).toString('base64');
  return markup`<img class="${kind}" width="${side}" height="${side}" alt="${alt}" src="data:image/png;base64,${png}">`;
}

/**
 * A digit, dark ink on light paper.
 * @param pixels 784 of 0 to 255
 */
export const digitPicture = (pixels: Uint8Array, alt: string): Markup =>
  picture(
    pixels.map(ink => 255 - ink),
    1,
    alt,
    'digit',
  );

/** How 784 signed numbers are drawn. */
export type SignedPicture = {
  readonly values: ArrayLike<number>;
  /** The size of a value that is drawn as strongly as can be; above 0. */
  readonly strongest: number;
  /** Pixels of 0 to 255 that are drawn in grey where there is next to no number. */
  readonly ink?: Uint8Array;
  /** For each pixel 0 where no image has ink: it is drawn in grey. */
  readonly lit?: Uint8Array;
};

/** A picture of signed numbers: orange for those above 0, blue for those below, nothing for those near it. */
export function signedPicture({values, strongest, ink, lit}: SignedPicture, alt: string): Markup {
  const data = new Uint8Array(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const value = values[pixel] ?? 0;
    const level = Math.round(Math.min(1, Math.abs(value) / strongest) * levels);
    if (lit?.[pixel] === 0) data.set([...colours.never, neverAlpha], 4 * pixel);
    else if (level > 0) data.set([...colours[value > 0 ? 'more' : 'less'], alphaOf(level)], 4 * pixel);
    else if ((ink?.[pixel] ?? 0) > 0) data.set([...colours.ink, inkAlpha], 4 * pixel);
  }
  return picture(data, 4, alt, 'signed');
}

/** Faint values are drawn stronger than they are, since the eye would not find them. */
const alphaOf = (level: number): number => Math.round(255 * Math.sqrt(level / levels));
