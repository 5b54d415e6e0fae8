import type {CommandName} from './commands.js';
import {type OptionName, options} from './options.js';
import {isSwitch} from './values.js';

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
