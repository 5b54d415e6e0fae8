import type {Config} from '../config/options.js';
import type {Grey} from '../dataset/pictures/grey.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {printedDigit} from '../text/digit-picture.js';
import {drawPicture} from '../text/picture.js';
import {createTheme} from '../text/theme.js';

/** Draws, as far as it is wanted, what becomes of a picture. */
export type Drawing = {
  /** A picture as it was opened, and its ink. */
  readonly picture: (grey: Grey, ink: Grey) => void;
  /** One digit's ink, cut out. */
  readonly cut: (ink: Grey) => void;
  /** The 784 values that the network is given. */
  readonly image: (pixels: Uint8Array) => void;
};

/**
 * What `--show` and `--stages` draw.
 * @throws UserError (exit code 2) where they meet `--json`
 */
export function drawingOf({show, stages, json, art, color}: Config): Drawing {
  if (json && (show || stages)) {
    throw new UserError(`--${stages ? 'stages' : 'show'} draws, which --json does not; leave one out`, exitCodes.usage);
  }
  const theme = createTheme(process.stdout, process.env, process.platform, color);
  // A picture has half blocks, or letters.
  const shown = art === 'ascii' || !theme.unicode ? {...theme, greys: 0 as const} : theme;
  const write = (title: string, lines: readonly string[]): void => {
    process.stdout.write(`${[title, ...lines].map(line => `${line.trimEnd()}\n`).join('')}`);
  };
  return {
    picture(grey, ink) {
      if (!stages) return;
      write(`the picture, ${grey.width} × ${grey.height}:`, drawPicture(grey, true, shown));
      const values = ink.values.map(value => 255 * value);
      write('its ink:', drawPicture({...ink, values}, false, shown));
    },
    cut(ink) {
      if (stages) write('cut out:', drawPicture(ink, false, shown));
    },
    image(pixels) {
      if (show || stages) write('what the network sees:', printedDigit(pixels, art, theme));
    },
  };
}
