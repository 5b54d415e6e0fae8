import type {ColorDepth} from './color-depth.js';

/** Whether text stands on a dark or on a light background. */
export type Background = 'dark' | 'light';

/**
 * What a colour means; without colours the text alone has to say it. `good` and `bad`: right and wrong, nothing else.
 * `more` and `less`, orange and blue: what makes a value larger and smaller.
 */
export type Role =
  | 'title'
  | 'accent'
  | 'good'
  | 'bad'
  | 'more'
  | 'less'
  | 'notice'
  | 'train'
  | 'test'
  | 'dim'
  | 'inverse';

/** Wraps text in the escape codes of a role, or leaves it as it is. */
export type Paint = (role: Role, text: string) => string;

/** The code of each role; an empty one leaves the text as the terminal shows text. */
type Palette = Readonly<Record<Role, string>>;

const styles = {title: '1', inverse: '7'} as const;

/** Fixed colours, each of which has a contrast of at least 4.5 on its background. */
const palette256: Readonly<Record<Background, Palette>> = {
  dark: {
    ...styles,
    ...{accent: '38;5;81', good: '38;5;77', bad: '38;5;203', notice: '38;5;215'},
    ...{train: '38;5;81', test: '38;5;221', dim: '38;5;246', more: '38;5;214', less: '38;5;75'},
  },
  light: {
    ...styles,
    ...{accent: '38;5;25', good: '38;5;28', bad: '38;5;160', notice: '38;5;130'},
    ...{train: '38;5;25', test: '38;5;94', dim: '38;5;242', more: '38;5;130', less: '38;5;26'},
  },
};

/** Colours that the user's palette fixes. On white, yellow, cyan and faint text are weak in most; blue is on black. */
const palette16: Readonly<Record<Background, Palette>> = {
  dark: {
    ...styles,
    ...{accent: '36', good: '32', bad: '31', notice: '33', train: '36', test: '33', dim: '2', more: '33', less: '94'},
  },
  light: {
    ...styles,
    ...{accent: '34', good: '32', bad: '31', notice: '35', train: '34', test: '35', dim: '', more: '35', less: '34'},
  },
};

/** What undoes a code. */
const undo: Readonly<Record<string, string>> = {1: '22', 2: '22', 7: '27'};

/** Paints with the colours that a terminal shows, or not at all. */
export function createPaint(depth: ColorDepth, background: Background): Paint {
  if (depth === 1) return (_, text) => text;
  const palette = (depth === 4 ? palette16 : palette256)[background];
  return (role, text) => {
    const code = palette[role];
    return text === '' || code === '' ? text : `\u001B[${code}m${text}\u001B[${undo[code] ?? '39'}m`;
  };
}
