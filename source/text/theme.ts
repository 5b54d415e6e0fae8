import {isUtf8} from './character-set.js';
import {colorDepth} from './color-depth.js';
import {type Background, createPaint, type Paint} from './paint.js';
import type {Greys} from './pixels.js';

/** What the terminal can show, and how. */
export type Theme = {
  /** Whether block and box characters can be shown. */
  readonly unicode: boolean;
  readonly background: Background;
  readonly greys: Greys;
  readonly paint: Paint;
};

/** Text without colours, for what is counted or said and not shown. */
export const plainTheme: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};

/**
 * Finds out what a stream can show: the one place that decides on characters, colours and greys.
 * @param color false turns colours off whatever the terminal can
 * @param background what colours are chosen for
 */
export function createTheme(
  stream: {readonly isTTY?: boolean},
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  color: boolean,
  background = usualBackground(env),
): Theme {
  const depth = color && stream.isTTY === true ? colorDepth(env, platform) : 1;
  return {
    unicode: isUnicode(env, platform),
    background,
    greys: depth >= 8 ? 26 : depth >= 4 ? 4 : 0,
    paint: createPaint(depth, background),
  };
}

/**
 * The background where nobody has said which it is: that of COLORFGBG, which rxvt and Konsole set (`0;15` or
 * `0;default;15`: text, perhaps more, background, as numbers of the 16 colours), else dark.
 */
function usualBackground({COLORFGBG = ''}: NodeJS.ProcessEnv): Background {
  return /;(7|15)$/.test(COLORFGBG) ? 'light' : 'dark';
}

/** The Linux console and dumb terminals have few characters besides letters. */
function isUnicode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return env.TERM !== 'linux' && env.TERM !== 'dumb' && isUtf8(env, platform);
}
