import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {commandLine} from '../invocation.js';
import {didYouMean} from '../suggest.js';
import {optionRows} from './option-rows.js';
import {isSwitch} from './values.js';

const rows = new Map(optionRows.map(([, option]) => [option.flag, option]));
/** Switches that are no options of a command. */
const others = ['help', 'version'];
const switches = [...rows.values()].filter(isSwitch).map(({flag}) => flag);

/**
 * Checks how options are typed, in which meow is generous: it takes other spellings, a value after a switch, and `--no-`
 * before anything.
 * @param words the command line behind the program's name
 * @throws UserError (exit code 2) that names the option as it was typed, and the near one
 */
export function checkTyped(words: readonly string[]): void {
  const end = words.indexOf('--');
  const seen = new Set<string>();
  for (const [at, word] of words.slice(0, end < 0 ? words.length : end).entries()) {
    if (!word.startsWith('--')) continue;
    const [name = '', ...values] = word.slice(2).split('=');
    const value = values.length > 0 ? values.join('=') : undefined;
    checkName(name);
    if (!rows.has(name) || switches.includes(name)) checkNoValue(name, value ?? words[at + 1], value !== undefined);
    else if (seen.has(name)) throw new UserError(`--${name} is given twice`, exitCodes.usage);
    seen.add(name);
  }
}

function checkName(name: string): void {
  const all = [...rows.keys(), ...others];
  const negated = switches.map(flag => `no-${flag}`);
  if (all.includes(name) || negated.includes(name)) return;
  const valued = name.startsWith('no-') && all.includes(name.slice(3));
  const near = didYouMean(name, name.startsWith('no-') ? negated : all, '--');
  const hint = valued ? '; --no- stands only before switches' : near || `; ${commandLine('--help')} lists all`;
  throw new UserError(`unknown option --${name}${hint}`, exitCodes.usage);
}

/** A switch has no value: not behind an equals sign, and not the word that meow would take for one. */
function checkNoValue(name: string, value: string | undefined, joined: boolean): void {
  if (joined || value === 'true' || value === 'false') {
    throw new UserError(`--${name} takes no value; found "${value}"`, exitCodes.usage);
  }
}
