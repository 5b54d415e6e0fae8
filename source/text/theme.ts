import {colorDepth} from './color-depth.js';
import {createPaint, type Paint} from './paint.js';
import type {Greys} from './pixels.js';

/** What the terminal can show, and how. */
export type Theme = {
  /** Whether block and box characters can be shown. */
  readonly unicode: boolean;
  readonly greys: Greys;
  readonly paint: Paint;
};

/**
 * Finds out what a stream can show: the one place that decides on characters, colours and greys.
 * @param color false turns colours off whatever the terminal can
 */
export function createTheme(
  stream: {readonly isTTY?: boolean},
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  color: boolean,
): Theme {
  const depth = color && stream.isTTY === true ? colorDepth(env, platform) : 1;
  return {
    unicode: isUnicode(env, platform),
    greys: depth >= 8 ? 26 : depth >= 4 ? 4 : 0,
    paint: createPaint(depth >= 4),
  };
}

/** By the locale's character set, as the C library takes it; Windows has none, its terminals of today show Unicode. */
function isUnicode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  if (platform === 'win32') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return /utf-?8/i.test(locale);
}
