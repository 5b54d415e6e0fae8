import {UserError} from '../errors.js';
import {commandLine} from '../invocation.js';
import {didYouMean} from '../suggest.js';
import {type CommandName, commandNames, commands, isCommand, type TypedCommand} from './commands.js';
import {optionRows, takes} from './option-rows.js';
import {type Config, engineVariable, type OptionName, options} from './options.js';
import {isSwitch} from './values.js';

/**
 * The command that the first word names.
 * @throws UserError (exit code 2) that lists all commands and suggests the nearest
 */
export function readCommand(word: string): TypedCommand {
  if (isCommand(word)) return word;
  const near = didYouMean(word, commandNames) || `; there are ${commandNames.join(', ')}`;
  throw new UserError(`unknown command "${word}"${near}`, 2);
}

/**
 * Checks the words after a command: none where it takes none, one of its words where it has a list of them.
 * @throws UserError (exit code 2)
 */
export function checkArguments(command: TypedCommand, given: readonly string[]): void {
  const {arguments: wanted, words}: {arguments: string; words: readonly string[]} = commands[command];
  const most = wanted === '' ? 0 : wanted.includes('...') ? Number.POSITIVE_INFINITY : 1;
  const extra = given[most];
  if (extra !== undefined) {
    const limit = most === 0 ? 'no argument' : 'one argument';
    throw new UserError(`${command} takes ${limit}; found "${extra}"`, 2);
  }
  const [first] = given;
  if (words.length === 0) return;
  if (first === undefined && wanted.startsWith('[')) return;
  if (first === undefined) throw new UserError(`${command}: which one? There are ${words.join(', ')}`, 2);
  if (words.includes(first)) return;
  const near = didYouMean(first, words) || `; there are ${words.join(', ')}`;
  throw new UserError(`${command}: no ${wanted.replace(/[[\]]/g, '').toLowerCase()} "${first}"${near}`, 2);
}

/**
 * Checks the options of a command line.
 * @param command what they are given to
 * @param flags text or boolean for each option that was given, by its name in the table; a switch that was turned off
 *   with `--no-` is false, and so is what meow makes of `--no-` before any other option
 * @param env where engineVariable is looked up
 * @param implied whether the command was not typed
 * @throws UserError (exit code 2) that names the option, the value and the range
 */
export function readConfig(
  command: CommandName,
  flags: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv = {},
  implied = false,
): Config {
  const who =
    command === 'dashboard' ? 'the dashboard' : implied ? `without a terminal it is ${command}, which` : command;
  for (const [name, value] of Object.entries(flags)) checkOption(command, who, name, value);
  const values = optionRows.map(([name, option]) => {
    const fromEnvironment = name === 'engine' && takes(command, name) ? env[engineVariable] || undefined : undefined;
    const given = flags[name] ?? fromEnvironment;
    if (given === undefined) return [name, option.default];
    const value = option.read(String(given));
    if (value === undefined) {
      const found = given === '' ? 'no value' : `"${String(given)}"`;
      const where = flags[name] === undefined ? engineVariable : `--${option.flag}`;
      const near = didYouMean(String(given), option.words ?? []);
      throw new UserError(`${where}: ${found}; wanted ${option.range}${near}`, 2);
    }
    return [name, value];
  });
  return {...Object.fromEntries(values), given: Object.keys(flags)} as Config;
}

/** Refuses an option that there is not, that the command does not take, or that has a `--no-` and is no switch. */
function checkOption(command: CommandName, who: string, name: string, value: unknown): void {
  if (!Object.hasOwn(options, name)) {
    const flag = dashed(name);
    const near = didYouMean(
      flag.replace(/^-+/, ''),
      optionRows.map(([, option]) => option.flag),
      '--',
    );
    throw new UserError(`unknown option ${flag}${near || `; ${commandLine('--help')} lists all`}`, 2);
  }
  const known = name as OptionName;
  const {flag} = options[known];
  if (value === false && !isSwitch(options[known])) {
    throw new UserError(`unknown option --no-${flag}; --no- stands only before switches`, 2);
  }
  if (typeof value === 'object') throw new UserError(`unknown option --${flag}.${Object.keys(value ?? {})[0]}`, 2);
  if (!takes(command, known)) {
    const others = commandNames.filter(other => takes(other, known)).join(', ');
    const dashboard = takes('dashboard', known) && command !== 'dashboard' ? 'the dashboard does' : '';
    const where = [others && `${others} ${others.includes(',') ? 'do' : 'does'}`, dashboard].filter(Boolean).join(', ');
    throw new UserError(`${who} takes no --${flag}; ${where}`, 2);
  }
}

/** A name in the table as it is typed. */
const dashed = (name: string): string =>
  name.length === 1 ? `-${name}` : `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
