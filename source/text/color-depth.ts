/** Bits of colour that a terminal shows: 1 for none, 4 for 16 colours, 8 for 256, 24 for all. */
export type ColorDepth = 1 | 4 | 8 | 24;

/** What FORCE_COLOR asks for, as Node and most programs read it. */
const forced: Readonly<Record<string, ColorDepth>> = {'': 4, 0: 1, false: 1, 1: 4, true: 4, 2: 8, 3: 24};

/** Terminals of today that show 256 colours though their names do not say so. */
const known =
  /^(alacritty|foot|wezterm|contour|rio|xterm-(kitty|ghostty)|kitty|ghostty|mintty|iterm2?|konsole|vte|gnome)\b/;

/** Terminals that show 16 colours. */
const basic = /^(xterm|screen|tmux|rxvt|linux|cygwin|ansi|cons25|putty|st|vt220|dtterm|jfbterm|nsterm|hurd|kterm)\b/;

/**
 * How many colours a terminal shows. NO_COLOR turns them off when it is not empty (no-color.org), also against
 * FORCE_COLOR; a name that ends with `-256color` is believed.
 */
export function colorDepth(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): ColorDepth {
  const {NO_COLOR, FORCE_COLOR, COLORTERM, TERM = ''} = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 1;
  if (FORCE_COLOR !== undefined) return forced[FORCE_COLOR] ?? 4;
  if (TERM === 'dumb') return 1;
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || /-direct\b/.test(TERM)) return 24;
  if (platform === 'win32' && isWindowsTerminal(env)) return 24;
  if (/-256(color)?\b/.test(TERM) || known.test(TERM)) return 8;
  return basic.test(TERM) || /color|ansi/.test(TERM) || COLORTERM ? 4 : 1;
}

/**
 * Whether a terminal of Windows shows all colours: its console, which does since 2017 and sets nothing, and the terminals
 * that say who they are, whatever TERM a shell such as Git's has set in them.
 */
function isWindowsTerminal({TERM = '', WT_SESSION, TERM_PROGRAM, ConEmuANSI}: NodeJS.ProcessEnv): boolean {
  return TERM === '' || Boolean(WT_SESSION) || Boolean(TERM_PROGRAM) || ConEmuANSI === 'ON';
}
