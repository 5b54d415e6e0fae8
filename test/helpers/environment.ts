import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** What users, terminals and CI services set, and what changes what the program does or shows. */
const unwanted = [
  'MNIST_TUI_ENGINE',
  ...['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'COLORTERM', 'TERM_PROGRAM', 'TEAMCITY_VERSION', 'TMUX'],
  ...['COLORFGBG', 'WT_SESSION', 'ConEmuANSI'],
  ...[
    'CI',
    'CONTINUOUS_INTEGRATION',
    'LC_ALL',
    'LC_CTYPE',
    'LC_MESSAGES',
    'COLUMNS',
    'LINES',
    'DEV',
    'INK_SCREEN_READER',
  ],
  ...['NODE_ENV', 'NODE_TEST_CONTEXT', 'TF_CPP_MIN_LOG_LEVEL'],
];
const isUnwanted = (name: string): boolean => unwanted.includes(name) || name.startsWith('CI_');

let scratch: string | undefined;

/** A new empty folder that is removed when the tests of this file are done. */
export function scratchFolder(): string {
  if (scratch === undefined) {
    const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
    process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
    scratch = folder;
  }
  return mkdtempSync(path.join(scratch, 'home-'));
}

/** What makes a folder the user's home, with all that the program keeps there, on each system. */
export function homeIn(folder: string): Record<string, string> {
  return {
    ...{HOME: folder, USERPROFILE: folder},
    ...{APPDATA: path.join(folder, 'roaming'), LOCALAPPDATA: path.join(folder, 'local')},
    ...{XDG_DATA_HOME: path.join(folder, 'data'), XDG_CACHE_HOME: path.join(folder, 'cache')},
  };
}

/**
 * The environment of a program under test: this one without what would change its answers, with a new home folder of
 * its own, in a terminal that shows colours and Unicode.
 * @param env goes before all of that; undefined takes a variable away
 */
export function programEnvironment(env: NodeJS.ProcessEnv = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !isUnwanted(name));
  const all = {
    ...Object.fromEntries(inherited),
    ...homeIn(scratchFolder()),
    ...{LANG: 'C.UTF-8', TERM: 'xterm-256color'},
    ...env,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Gives this process a home folder of its own as well, for tests of what keeps something there. */
export function moveHome(): void {
  Object.assign(process.env, homeIn(scratchFolder()));
}
