import process from 'node:process';
import meow from 'meow';
import {type CommandName, isCommand, type TypedCommand} from './config/commands.js';
import type {Shell} from './config/completions.js';
import {commandHelp, generalHelp} from './config/help.js';
import {languageOf} from './config/language.js';
import {takes} from './config/option-use.js';
import {type Config, optionRows} from './config/options.js';
import {checkArguments, readCommand, readConfig} from './config/read.js';
import {checkTyped} from './config/typed.js';
import {isSwitch} from './config/values.js';
import {messageOf, printable, UserError} from './errors.js';
import {exitCodes} from './exit-codes.js';
import {watchOutput} from './report/standard-output.js';
import type {TrainingThread} from './training/client.js';
import {speak} from './words/language.js';

/** What meow makes of the command line: its words, and of its options those that were given. */
type CommandLine = {readonly words: readonly string[]; readonly flags: Readonly<Record<string, unknown>>};

function readCommandLine(): CommandLine {
  checkTyped(process.argv.slice(2));
  const known = optionRows.map(([name, option]) => [name, {type: isSwitch(option) ? 'boolean' : 'string'}] as const);
  try {
    const {input, flags} = meow('', {
      importMeta: import.meta,
      autoHelp: false,
      autoVersion: false,
      booleanDefault: undefined,
      flags: {
        ...Object.fromEntries(known),
        help: {type: 'boolean', shortFlag: 'h'},
        version: {type: 'boolean'},
        v: {type: 'boolean'},
      },
    });
    const given = Object.entries(flags).filter(([, value]) => value !== undefined);
    return {words: input, flags: Object.fromEntries(given)};
  } catch (error) {
    throw new UserError(messageOf(error).replaceAll('\n', ' '), exitCodes.usage);
  }
}

/** What a command line asks for; without a word it is the dashboard, or without a terminal that can show it, train. */
function commandOf({words, flags}: CommandLine): CommandName | 'version-number' {
  const [word] = words;
  if (flags.version === true) return 'version-number';
  if (flags.v === true) return 'version';
  if (word !== undefined) return readCommand(word);
  if (flags.help === true) return 'help';
  return canShow(flags) ? 'dashboard' : 'train';
}

/** Whether there is a terminal that can show the dashboard. */
function canShow(flags: CommandLine['flags']): boolean {
  const shows = process.env.TERM !== 'dumb' || flags.screenReader === true;
  return process.stdin.isTTY && process.stdout.isTTY && shows;
}

/** Whether a command line opens the dashboard. */
function opensDashboard(command: ReturnType<typeof commandOf>, {flags}: CommandLine): boolean {
  return command === 'dashboard' || (command === 'lesson' && canShow(flags) && !flags.print && !flags.help);
}

/** Carries out each command; its code is loaded when it runs. */
const run: {
  readonly [Name in CommandName]: (
    config: Config,
    words: readonly string[],
    thread: TrainingThread | undefined,
  ) => Promise<number> | number;
} = {
  dashboard: async config => (await import('./commands/dashboard.js')).dashboard(config),
  lesson: async config => (await import('./commands/lesson.js')).lesson(config, canShow(config)),
  train: async (config, _, thread) => (await import('./commands/train.js')).train(config, thread),
  sweep: async (config, words) => (await import('./commands/sweep.js')).sweep(config, words),
  predict: async (config, words) => (await import('./commands/predict.js')).predict(config, words),
  evaluate: async config => (await import('./commands/evaluate.js')).evaluate(config),
  mistakes: async config => (await import('./commands/mistakes.js')).mistakes(config),
  explain: async (config, words) => (await import('./commands/explain.js')).explainDigits(config, words),
  quiz: async config => (await import('./commands/quiz.js')).quiz(config),
  damage: async config => (await import('./commands/damage.js')).damage(config),
  export: async (config, words) => (await import('./commands/export.js')).exportWeights(config, words),
  report: async (config, words) => (await import('./commands/report.js')).report(config, words),
  runs: async (config, words) => (await import('./commands/runs.js')).runs(config, words),
  show: async (config, words) => (await import('./commands/show.js')).show(config, words),
  info: async config => (await import('./commands/info.js')).info(config),
  bench: async config => (await import('./commands/bench.js')).bench(config),
  doctor: async config => (await import('./commands/doctor.js')).doctor(config),
  setup: async (_, words) => (await import('./commands/setup.js')).setup(words),
  version: async () => (await import('./commands/version.js')).version(),
  completions: async (_, words) => print((await import('./config/completions.js')).completionScript(words[0] as Shell)),
  help: (_, words) => print(words[0] === undefined ? generalHelp() : commandHelp(words[0] as TypedCommand)),
};

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return exitCodes.done;
}

/**
 * Reads the command line, carries it out, and says how the process ends.
 * @param thread is for `train`, where it was started before
 */
export async function main(thread: TrainingThread | undefined): Promise<void> {
  // Where no standard error can be written, there is nobody to tell.
  process.stderr.on('error', () => {});
  const debug = process.argv.includes('--debug');
  let hasScreen = false;
  try {
    const line = readCommandLine();
    const command = commandOf(line);
    hasScreen = opensDashboard(command, line);
    const goesOn = command === 'train' && line.flags.help !== true && line.flags.save !== false;
    const broken = hasScreen ? undefined : watchOutput(process.stdout, process.stderr, goesOn ? 'go on' : 'exit');
    const exitCode = await carryOut(command, line, thread);
    process.exitCode = exitCode === exitCodes.done && broken?.() ? exitCodes.failed : exitCode;
  } catch (error) {
    const expected = error instanceof UserError;
    const hint = expected || debug ? '' : ' (a fault of the program; --debug shows where)';
    process.stderr.write(`mnist-tui: ${printable(messageOf(error))}${hint}\n`);
    if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = expected ? error.exitCode : exitCodes.failed;
  }
  // What has had the screen ends with its command, whatever else was loaded and goes on.
  if (hasScreen) process.exit();
}

async function carryOut(
  command: ReturnType<typeof commandOf>,
  line: CommandLine,
  thread: TrainingThread | undefined,
): Promise<number> {
  if (command === 'version-number') return (await import('./commands/version.js')).versionNumber();
  const {help, v: _, ...flags} = line.flags;
  const [word, ...words] = line.words;
  if (help === true) return print(word !== undefined && isCommand(word) ? commandHelp(word) : generalHelp());
  if (command !== 'dashboard') checkArguments(command, words);
  const config = readConfig(command, flags, process.env, word === undefined);
  if (takes(command, 'lang')) await speak(languageOf(config.lang, process.env));
  return run[command](config, words, thread);
}
