import {installableEngines} from '../engines/catalogue.js';
import type {CommandRow} from './command-row.js';
import {runCommands} from './run-commands.js';

/** The commands that do something; help shows each of them. */
const working = {
  train: {
    arguments: '',
    words: [],
    help: 'train without the dashboard: a line an epoch',
    examples: [
      ['train', 'to the early stop, and save the weights'],
      ['train --epochs 2 --learning-rate 0.01 --model fast.npz', 'two epochs with longer steps, saved in fast.npz'],
    ],
  },
  sweep: {
    arguments: '[FILE...]',
    words: [],
    files: true,
    help: 'train every combination of settings, and compare',
    examples: [
      [
        'sweep --learning-rate 0.01,0.001 --hidden 32,128 --seeds 3 a.jsonl',
        'four pairs, three seeds each; a.jsonl gets a line a run, --resume goes on',
      ],
      ['sweep --merge a.jsonl b.jsonl', 'the runs of both files together, as a table'],
    ],
  },
  predict: {
    arguments: 'DIGIT...',
    words: [],
    files: true,
    help: 'answers for digits: an index, a file, a folder',
    examples: [
      ['predict 200', 'the answer for test digit 200, and its ten scores'],
      [
        'predict 0-99 photo.jpg scans/ --json',
        'a hundred test digits, and those in a photo and in the pictures of a folder',
      ],
    ],
  },
  evaluate: {
    arguments: '',
    words: [],
    help: 'how good the saved network is, digit by digit',
    examples: [
      ['evaluate', 'accuracy, confusion matrix, precision and recall on the test digits'],
      ['evaluate --model fast.npz --data kmnist --json', 'of a file, on another dataset, as JSON'],
    ],
  },
  mistakes: {
    arguments: '',
    words: [],
    help: 'which digits the saved network gets wrong',
    examples: [
      ['mistakes --limit 10', 'the ten with the widest lead of the wrong answer'],
      ['mistakes --split train --json', 'all wrong train digits, one JSON object a line'],
    ],
  },
  explain: {
    arguments: 'INDEX...',
    words: [],
    help: "what each pixel adds to the answer's lead",
    examples: [
      ['explain 8', 'why test digit 8 has its answer, and not the runner-up'],
      ['explain 8 --against 6 --json', 'against another digit, as 784 numbers and one for the biases'],
    ],
  },
  quiz: {
    arguments: '',
    words: [],
    help: 'twenty hard digits: you first, then the network',
    examples: [
      ['quiz', 'type what each digit is; at the end both scores, and where you differed'],
      ['quiz --seed 7 --print', 'the indices of another twenty, without asking'],
    ],
  },
  damage: {
    arguments: '',
    words: [],
    help: 'how much it still reads of damaged test digits',
    examples: [
      ['damage', 'accuracy against noise, shift, turn, scale and stroke, with bars'],
      ['damage --model fast.npz --json', 'of the weights in fast.npz, one JSON object a line'],
    ],
  },
  ...runCommands,
  show: {
    arguments: 'INDEX...',
    words: [],
    help: 'digits of the dataset',
    examples: [
      ['show 200', 'draw test digit 200'],
      ['show 3-7 --split train --art ascii', 'five train digits in plain characters'],
    ],
  },
  info: {
    arguments: '',
    words: [],
    help: 'the dataset and the network',
    examples: [
      ['info', 'how many digits there are, and the model summary'],
      ['info --data fashion-mnist --hidden 64', 'another dataset, another network'],
    ],
  },
  lesson: {
    arguments: '',
    words: [],
    help: 'learn in fourteen pages how it learns',
    examples: [
      ['lesson', 'the pages in the dashboard, where all that they tell of happens'],
      ['lesson --print --page 9', 'one page as text, with what comes out; without a terminal it is always so'],
    ],
  },
  bench: {
    arguments: '',
    words: [],
    help: 'how fast the engines train here',
    examples: [
      ['bench', 'every engine that works here, on every number of threads'],
      ['bench --batch-size 32 --json', 'the same with small batches, one JSON object a line'],
    ],
  },
  doctor: {
    arguments: '',
    words: [],
    help: 'which engines work here, and what others miss',
    examples: [
      ['doctor', 'try each engine, and say how to get those that are missing'],
      ['doctor --debug', 'show what the libraries said, too'],
    ],
  },
  setup: {
    arguments: 'ENGINE',
    words: installableEngines,
    help: "put an engine's package into your data folder",
    examples: [
      ['setup webgpu', 'the engine for any GPU with a Vulkan, Metal or Direct3D 12 driver'],
      ['setup tensorflow', 'the engine for NVIDIA cards'],
    ],
  },
  completions: {
    arguments: 'SHELL',
    words: ['bash', 'zsh', 'fish'],
    help: 'a script that completes commands and options',
    examples: [
      ['completions bash >> ~/.bashrc', 'for every bash from now on'],
      ['completions fish > ~/.config/fish/completions/mnist-tui.fish', 'the same for fish'],
    ],
  },
  version: {
    arguments: '',
    words: [],
    help: 'program, Node and engines, for a report',
    examples: [
      ['version', 'four lines to paste into a report'],
      ['--version', "the program's number alone, for scripts"],
    ],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

/** Every command that is typed: the one table behind dispatch, help, suggestions and completions. */
export const commands = {
  ...working,
  help: {
    arguments: '[COMMAND]',
    words: [...Object.keys(working), 'help'],
    help: 'all commands and options, or one command',
    examples: [
      ['help train', 'how to train'],
      ['train --help', 'the same'],
    ],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

/** A command that is typed. */
export type TypedCommand = keyof typeof commands;

/** Everything that the program does; the dashboard is what it does when no command is typed. */
export type CommandName = TypedCommand | 'dashboard';

/** The names of all commands that are typed, in the table's order. */
export const commandNames = Object.keys(commands) as TypedCommand[];

/** Whether a word is a command. */
export function isCommand(word: string): word is TypedCommand {
  return Object.hasOwn(commands, word);
}
