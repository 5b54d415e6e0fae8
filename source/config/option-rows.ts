import type {CommandName} from './commands.js';
import {type Config, type OptionName, options} from './options.js';
import {isSwitch, type Option} from './values.js';

/** The table's rows in order, each with its name. */
export const optionRows = Object.entries(options) as [OptionName, Option<Config[OptionName], Config[OptionName]>][];

/** Whether a command takes an option. */
export function takes(command: CommandName, name: OptionName): boolean {
  const {commands}: {readonly commands: 'all' | readonly CommandName[]} = options[name];
  return commands === 'all' || commands.includes(command);
}

/** An option as it is typed: `--seed`, or `--no-color` for a switch that is on by default. */
export function typed(name: OptionName): string {
  const option = options[name];
  return `--${isSwitch(option) && option.default === true ? 'no-' : ''}${option.flag}`;
}
