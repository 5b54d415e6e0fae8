import {type CommandName, commandNames, commands, type TypedCommand} from './commands.js';
import {takes, typed} from './option-use.js';
import {optionRows} from './options.js';
import {isSwitch} from './values.js';

const indent = (lines: readonly string[]): string[] => lines.map(line => line.replace(/^/gm, '  '));

/** The options as lines of help: all of them, or those that a command takes. */
export function optionsHelp(command?: CommandName): string[] {
  return optionRows
    .filter(([name]) => command === undefined || takes(command, name))
    .map(([name, option]) => {
      const left = `${typed(name)} ${option.placeholder}`.trimEnd();
      const range =
        isSwitch(option) || option.placeholder === 'PATH'
          ? ''
          : `${listText(option.list, command)}: ${option.range}; default ${option.default ?? option.unset}`;
      return row(left, `${option.help}${range}`);
    });
}

/** That sweep takes several values of an option, for its own help and that of all commands. */
function listText(list: true | undefined, command: CommandName | undefined): string {
  if (list === undefined || (command !== undefined && command !== 'sweep')) return '';
  return command === undefined ? ' (in sweep a list)' : ' (or several, with commas)';
}

const column = 21;
const width = 76;

/** A term and its explanation beside it, broken between words where it would be wider than a small terminal. */
function row(term: string, explanation: string): string {
  const lines = [''];
  for (const word of explanation.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && column + last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return `${term.padEnd(column - 1)} ${lines.join(`\n${' '.repeat(column)}`)}`;
}

/** `mnist-tui --help`. */
export function generalHelp(): string {
  const usages = commandNames.map(name => {
    const {arguments: wanted, help} = commands[name];
    return `mnist-tui ${`${name} ${wanted}`.padEnd(18)} ${help}`;
  });
  return [
    'Watch a neural network learn to read handwritten digits.',
    '',
    'Usage',
    ...indent([`mnist-tui ${''.padEnd(18)} the dashboard (without a terminal: train)`, ...usages]),
    '',
    'Options',
    ...indent([...optionsHelp(), ...helpOptions(true)]),
    '',
    'mnist-tui COMMAND --help shows the options and examples of one command.',
    'In the dashboard arrow keys walk the digits, t trains, ? shows all keys.',
  ].join('\n');
}

/** `mnist-tui COMMAND --help`: its usage, its own options, two examples. */
export function commandHelp(command: TypedCommand): string {
  const {arguments: wanted, help, examples} = commands[command];
  return [
    `Usage: mnist-tui ${`${command} ${wanted}`.trimEnd()}`,
    '',
    ...indent([help]),
    '',
    'Options',
    ...indent([...optionsHelp(command), ...helpOptions(false)]),
    '',
    'Examples',
    ...indent(examples.map(([line, effect]) => `mnist-tui ${line}\n  ${effect}`)),
  ].join('\n');
}

/** The options that the table has not, since they replace the command. */
function helpOptions(general: boolean): string[] {
  const lines = [row('-h, --help', 'this text')];
  if (general) lines.push(row('-v, --version', 'what the command version shows; --version gives the number alone'));
  return lines;
}
