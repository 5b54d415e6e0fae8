import {UserError} from '../errors.js';
import {commandLine} from '../invocation.js';
import {didYouMean} from '../suggest.js';
import {type CommandName, commandNames, commands, isCommand, type TypedCommand} from './commands.js';
import {commaHint, isList, readList} from './lists.js';
import {takes} from './option-use.js';
import {type Config, engineVariable, type OptionName, optionRows, options} from './options.js';
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
  throw new UserError(`${command}: no ${wanted.replace(/[[\]]| .*/g, '').toLowerCase()} "${first}"${near}`, 2);
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
  const values = optionRows.map(([name, option]): [OptionName, readonly unknown[]] => {
    const fromEnvironment = name === 'engine' && takes(command, name) ? env[engineVariable] || undefined : undefined;
    const given = flags[name] ?? fromEnvironment;
    const source = flags[name] === undefined ? engineVariable : `--${option.flag}`;
    return [name, given === undefined ? [option.default] : readValues(command, option, String(given), source)];
  });
  const lists = values.filter(([name]) => 'list' in options[name]);
  return {
    ...Object.fromEntries(values.map(([name, [first]]) => [name, first])),
    given: Object.keys(flags),
    lists: Object.fromEntries(lists),
  } as unknown as Config;
}

/** The values that a text stands for: one, or those of a list. */
function readValues(
  command: CommandName,
  option: (typeof optionRows)[number][1],
  text: string,
  source: string,
): readonly unknown[] {
  const value = isList(command, option, text) ? readList(option, text) : option.read(text);
  if (value !== undefined) return Array.isArray(value) ? value : [value];
  const found = text === '' ? 'no value' : `"${text}"`;
  const hint = didYouMean(text, option.words ?? []) || commaHint(command, option, text);
  throw new UserError(`${source}: ${found}; wanted ${option.range}${hint}`, 2);
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
