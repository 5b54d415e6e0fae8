import type {MouseButton, MouseEvent} from './events.js';

/** Bits of the first number of a report. */
const bits = {button: 3, shift: 4, alt: 8, ctrl: 16, motion: 32, wheel: 64, more: 128} as const;
const buttons: readonly (MouseButton | undefined)[] = ['left', 'middle', 'right', undefined];
const moreButtons: readonly (MouseButton | undefined)[] = ['back', 'forward', undefined, undefined];
const directions = ['up', 'down', 'left', 'right'] as const;

/**
 * A report of the mouse in the form of mode 1006, `ESC [ < code ; column ; row M`, with `m` for a release.
 * @returns undefined for a report that makes no sense
 */
export function mouseEvent(parameters: readonly number[], final: 'M' | 'm'): MouseEvent | undefined {
  const [code, column, row] = parameters;
  if (code === undefined || column === undefined || row === undefined || parameters.length > 3) return undefined;
  if (code >= 256 || column < 1 || row < 1) return undefined;
  const has = (bit: number): boolean => (code & bit) !== 0;
  const where = {type: 'mouse', column, row, shift: has(bits.shift), alt: has(bits.alt), ctrl: has(bits.ctrl)} as const;
  const number = code & bits.button;
  if (has(bits.wheel)) return {...where, action: 'wheel', direction: directions[number] ?? 'up'};
  const button = (has(bits.more) ? moreButtons : buttons)[number];
  if (button === undefined) return has(bits.motion) ? {...where, action: 'move'} : undefined;
  return {...where, action: final === 'm' ? 'release' : has(bits.motion) ? 'drag' : 'press', button};
}
