#!/usr/bin/env node
import process from 'node:process';
import meow from 'meow';
import {type Config, isSwitch, options, optionsHelp, readConfig} from './config.js';
import {messageOf, UserError} from './errors.js';

// React keeps a record of every render unless it is told that this is no development.
process.env.NODE_ENV ??= 'production';

/** Each command's arguments and what it does; its code is loaded when it runs. */
const commands = {
  train: {usage: 'train', help: 'train without the dashboard: a line an epoch'},
  predict: {usage: 'predict INDEX…', help: 'what the saved network answers for digits'},
  show: {usage: 'show INDEX', help: 'one digit of the dataset'},
  info: {usage: 'info', help: 'the dataset and the network'},
  bench: {usage: 'bench', help: 'how fast the engines train here'},
  doctor: {usage: 'doctor', help: 'which engines work here, and what the others miss'},
} as const;

const help = `
  Watch a neural network learn to read handwritten digits.

  Usage
    mnist-tui                   the dashboard (without a terminal: train)
${Object.values(commands)
  .map(({usage, help}) => `    mnist-tui ${usage.padEnd(17)} ${help}`)
  .join('\n')}

  Options
${optionsHelp()
  .map(line => `  ${line}`)
  .join('\n')}
    --version, --help

  In the dashboard: arrow keys walk the digits, t trains, p predicts, ? shows all keys, q quits.`;

async function run(input: readonly string[], config: Config): Promise<number> {
  const [command, ...rest] = input;
  if (command !== undefined && !Object.hasOwn(commands, command)) {
    throw new UserError(`unknown command "${command}"; there are ${Object.keys(commands).join(', ')}`, 2);
  }
  if (rest.length > 0 && command !== 'predict' && command !== 'show') {
    throw new UserError(`${command} takes no argument; found "${rest[0]}"`, 2);
  }
  switch (command as keyof typeof commands | undefined) {
    case 'predict':
      return (await import('./commands/predict.js')).predict(config, rest);
    case 'show':
      return (await import('./commands/show.js')).show(config, rest);
    case 'info':
      return (await import('./commands/info.js')).info(config);
    case 'bench':
      return (await import('./commands/bench.js')).bench(config);
    case 'doctor':
      return (await import('./commands/doctor.js')).doctor(config);
    case 'train':
      return (await import('./commands/train.js')).train(config);
    case undefined:
      if (process.stdin.isTTY && process.stdout.isTTY) {
        return (await import('./commands/dashboard.js')).dashboard(config);
      }
      return (await import('./commands/train.js')).train(config);
  }
}

function readCommandLine(): {input: readonly string[]; flags: Record<string, unknown>} {
  const flags = Object.fromEntries(
    Object.entries(options).map(([name, option]) =>
      isSwitch(option)
        ? [name, {type: 'boolean', default: option.default as boolean} as const]
        : [name, {type: 'string'} as const],
    ),
  );
  try {
    const {input, flags: given} = meow(help, {importMeta: import.meta, flags, description: false});
    return {input, flags: given};
  } catch (error) {
    throw new UserError(messageOf(error).replaceAll('\n', ' '), 2);
  }
}

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const debug = process.argv.includes('--debug');
try {
  const {input, flags} = readCommandLine();
  process.exitCode = await run(input, readConfig(flags, process.env));
} catch (error) {
  const expected = error instanceof UserError;
  const hint = expected || debug ? '' : ' (a fault of the program; --debug shows where)';
  process.stderr.write(`mnist-tui: ${messageOf(error)}${hint}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = expected ? error.exitCode : 1;
}
