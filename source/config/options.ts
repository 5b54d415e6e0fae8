import {engineNames} from '../engines/catalogue.js';
import {type Activation, activationNames} from '../network/activations.js';
import {type LossName, lossNames} from '../network/losses.js';
import {type OptimizerName, optimizerNames} from '../network/optimizers.js';
import {pageCount} from '../state/lesson-size.js';
import {type ExportFormat, exportFormats} from '../training/formats/export/names.js';
import {historyEndings, isHistoryPath} from '../training/formats/history.js';
import {type Pace, paces} from '../training/pace.js';
import {type Language, languages} from '../words/language.js';
import {choice, number, type Option, type Part, part, place, toggle} from './values.js';

/** The environment variable that sets another default for `--engine`. */
export const engineVariable = 'MNIST_TUI_ENGINE';

/** Every option of the program, and which commands take it: the one table behind parsing, help, completions and README. */
export const options = {
  data: {
    ...place,
    flag: 'data',
    default: undefined,
    help: 'dataset: an .npz, or a folder of IDX, .npy or CSV files (default: MNIST, comes along)',
    commands: [
      'dashboard',
      'lesson',
      'train',
      'sweep',
      'predict',
      'evaluate',
      'mistakes',
      'explain',
      'quiz',
      'damage',
      'export',
      'report',
      'show',
      'info',
      'bench',
    ],
  } satisfies Option<string, undefined>,
  scramble: {
    ...toggle,
    flag: 'scramble',
    default: false,
    help: 'scramble the pixels of all images in the same way: the network learns as well, since it sums pixels and sees no shapes',
    commands: [
      'dashboard',
      'lesson',
      'train',
      'sweep',
      'predict',
      'evaluate',
      'mistakes',
      'explain',
      'quiz',
      'export',
      'report',
      'show',
    ],
  } satisfies Option<boolean, boolean>,
  split: {
    ...choice('train', 'test'),
    flag: 'split',
    default: 'test',
    help: 'which digits',
    commands: ['dashboard', 'predict', 'evaluate', 'mistakes', 'explain', 'show'],
  } satisfies Option<'train' | 'test', 'test'>,
  index: {
    ...number('N', 0, 2 ** 32 - 1, true),
    flag: 'index',
    default: 0,
    help: 'digit that the dashboard opens with',
    commands: ['dashboard'],
  } satisfies Option<number, number>,
  against: {
    ...number('D', 0, 9, true),
    flag: 'against',
    default: undefined,
    unset: 'the runner-up',
    help: 'digit whose score the answer leads',
    commands: ['explain'],
  } satisfies Option<number, undefined>,
  limit: {
    ...number('N', 1, 2 ** 32 - 1, true),
    flag: 'limit',
    default: undefined,
    unset: 'all',
    help: 'most mistakes that are listed',
    commands: ['mistakes'],
  } satisfies Option<number, undefined>,
  epochs: {
    ...number('N', 1, 10_000, true),
    flag: 'epochs',
    default: 20,
    help: 'most epochs of a run',
    commands: ['dashboard', 'train', 'sweep'],
  } satisfies Option<number, number>,
  batchSize: {
    ...number('N', 1, 1024, true),
    flag: 'batch-size',
    default: 128,
    list: true,
    help: 'images in a batch',
    commands: ['dashboard', 'train', 'sweep', 'bench'],
  } satisfies Option<number, number>,
  learningRate: {
    ...number('X', 1e-9, 1e9, false),
    flag: 'learning-rate',
    default: undefined,
    unset: '0.001 with Adam; with mse and cross-entropy 0.1 and 0.05 with momentum, 1 and 0.5 with sgd',
    list: true,
    help: 'how far a step moves the weights',
    commands: ['dashboard', 'train', 'sweep', 'bench'],
  } satisfies Option<number, undefined>,
  hidden: {
    ...number('N', 1, 1024, true),
    flag: 'hidden',
    default: 128,
    list: true,
    help: 'hidden units',
    commands: ['dashboard', 'train', 'sweep', 'info', 'bench'],
  } satisfies Option<number, number>,
  loss: {
    ...choice(...lossNames),
    flag: 'loss',
    default: 'mse',
    list: true,
    help: 'what is made smaller: the mean squared error, or the cross-entropy of softmax (without the early stop)',
    commands: ['dashboard', 'train', 'sweep', 'bench'],
  } satisfies Option<LossName, LossName>,
  optimizer: {
    ...choice(...optimizerNames),
    flag: 'optimizer',
    default: 'adam',
    list: true,
    help: 'how the weights follow their gradient: Adam, gradient descent with momentum 0.9, or without',
    commands: ['dashboard', 'train', 'sweep', 'bench'],
  } satisfies Option<OptimizerName, OptimizerName>,
  activation: {
    ...choice(...activationNames),
    flag: 'activation',
    default: 'relu',
    list: true,
    help: 'what a hidden unit makes of its sum',
    commands: ['dashboard', 'train', 'sweep', 'bench'],
  } satisfies Option<Activation, Activation>,
  trainImages: {
    ...number('N', 1, 2 ** 32 - 1, true),
    flag: 'train-images',
    default: undefined,
    unset: 'all',
    list: true,
    help: 'train on so many of the train images, drawn by the seed',
    commands: ['dashboard', 'train', 'sweep', 'bench'],
  } satisfies Option<number, undefined>,
  noiseLabels: {
    ...number('P', 0, 100, false),
    flag: 'noise-labels',
    default: 0,
    list: true,
    help: 'give so many in a hundred of them a wrong label',
    commands: ['dashboard', 'train', 'sweep'],
  } satisfies Option<number, number>,
  seed: {
    ...number('N', 0, 2 ** 32 - 1, true),
    flag: 'seed',
    default: 1,
    help: 'fixes initial weights and shuffles, and what the quiz draws',
    commands: ['dashboard', 'lesson', 'train', 'sweep', 'bench', 'quiz'],
  } satisfies Option<number, number>,
  seeds: {
    ...number('N', 1, 1000, true),
    flag: 'seeds',
    default: 1,
    help: 'train every combination with so many seeds, from --seed on',
    commands: ['sweep'],
  } satisfies Option<number, number>,
  shuffle: {
    ...toggle,
    flag: 'shuffle',
    default: true,
    help: "train in the dataset's own order in every epoch, as the tutorial's run did",
    commands: ['dashboard', 'train', 'sweep'],
  } satisfies Option<boolean, boolean>,
  augment: {
    ...toggle,
    flag: 'augment',
    default: false,
    help: 'train on digits turned, scaled, sheared, shifted, thickened and thinned, anew in each epoch, and without the early stop',
    commands: ['dashboard', 'train', 'sweep'],
  } satisfies Option<boolean, boolean>,
  earlyStop: {
    ...toggle,
    flag: 'early-stop',
    default: true,
    help: "train on when the last test batch's loss has fallen below 0.015 at epoch 7 or later",
    commands: ['dashboard', 'train', 'sweep'],
  } satisfies Option<boolean, boolean>,
  engine: {
    ...choice('auto', ...engineNames),
    flag: 'engine',
    default: 'auto',
    help: `what computes (another default: ${engineVariable})`,
    commands: ['dashboard', 'lesson', 'train', 'sweep'],
  } satisfies Option<string, 'auto'>,
  threads: {
    ...number('N', 1, 32, true),
    flag: 'threads',
    default: undefined,
    unset: 'what a trial finds fastest, in sweep one a core',
    help: 'threads of the wasm engine; in sweep runs that are trained at once, each on one thread',
    commands: ['dashboard', 'lesson', 'train', 'sweep'],
  } satisfies Option<number, undefined>,
  model: {
    ...place,
    flag: 'model',
    default: undefined,
    help: "file of the weights, or the name of a run: written by training, read by all others (default: a file for each run, in the user's data folder)",
    commands: [
      'dashboard',
      'lesson',
      'train',
      'predict',
      'evaluate',
      'mistakes',
      'explain',
      'quiz',
      'damage',
      'export',
      'report',
    ],
  } satisfies Option<string, undefined>,
  best: {
    ...toggle,
    flag: 'best',
    default: false,
    help: "take the run's best epoch by test loss, not its last; chosen so, its test figures flatter it a little",
    commands: ['predict', 'evaluate', 'mistakes', 'explain', 'damage', 'export'],
  } satisfies Option<boolean, boolean>,
  format: {
    ...choice(...exportFormats),
    flag: 'format',
    default: undefined,
    unset: "what the path's ending says (tfjs: a folder, c: .h)",
    help: 'what weights are written as',
    commands: ['export'],
  } satisfies Option<ExportFormat, undefined>,
  svg: {
    ...toggle,
    flag: 'svg',
    default: false,
    help: 'write the chart of the losses alone, as SVG',
    commands: ['report'],
  } satisfies Option<boolean, boolean>,
  save: {
    ...toggle,
    flag: 'save',
    default: true,
    help: 'keep no weights',
    commands: ['dashboard', 'lesson', 'train'],
  } satisfies Option<boolean, boolean>,
  history: {
    ...place,
    range: `a path that ends in ${historyEndings.join(' or ')}`,
    read: text => (isHistoryPath(text) ? text : undefined),
    flag: 'history',
    default: undefined,
    help: "file for every epoch's figures, which its ending makes CSV or JSON",
    commands: ['train'],
  } satisfies Option<string, undefined>,
  resume: {
    ...toggle,
    flag: 'resume',
    default: false,
    help: 'go on with a saved run: the one that --model names, else the newest on the dataset; in sweep with the runs in FILE',
    commands: ['dashboard', 'train', 'sweep'],
  } satisfies Option<boolean, boolean>,
  shard: {
    ...part,
    flag: 'shard',
    default: undefined,
    unset: 'all of it',
    help: 'train one part of the combinations, so that others can be trained elsewhere',
    commands: ['sweep'],
  } satisfies Option<Part, undefined>,
  merge: {
    ...toggle,
    flag: 'merge',
    default: false,
    help: 'train nothing: put the runs in some files together, and say which are missing',
    commands: ['sweep'],
  } satisfies Option<boolean, boolean>,
  csv: {
    ...place,
    flag: 'csv',
    default: undefined,
    help: 'write the runs as CSV, too',
    commands: ['sweep'],
  } satisfies Option<string, undefined>,
  json: {
    ...toggle,
    flag: 'json',
    default: false,
    help: 'one JSON object a line instead of text',
    commands: [
      'train',
      'sweep',
      'predict',
      'evaluate',
      'mistakes',
      'explain',
      'damage',
      'runs',
      'show',
      'info',
      'bench',
      'doctor',
    ],
  } satisfies Option<boolean, boolean>,
  print: {
    ...toggle,
    flag: 'print',
    default: false,
    help: 'write plain text: the twenty digits of the quiz, the pages of the lesson with what comes out',
    commands: ['lesson', 'quiz'],
  } satisfies Option<boolean, boolean>,
  page: {
    ...number('N', 1, pageCount, true),
    flag: 'page',
    default: undefined,
    unset: 'the page that was left; printed, all of them',
    help: 'page of the lesson',
    commands: ['lesson'],
  } satisfies Option<number, undefined>,
  lang: {
    ...choice(...languages),
    flag: 'lang',
    default: undefined,
    unset: 'by LC_ALL, LC_MESSAGES or LANG',
    help: 'language of the dashboard, the lesson and the quiz: English or Russian',
    commands: ['dashboard', 'lesson', 'quiz'],
  } satisfies Option<Language, undefined>,
  art: {
    ...choice('blocks', 'ascii'),
    flag: 'art',
    default: 'blocks',
    help: 'how digits are drawn',

    commands: ['dashboard', 'lesson', 'predict', 'show', 'quiz'],
  } satisfies Option<'blocks' | 'ascii', 'blocks'>,
  show: {
    ...toggle,
    flag: 'show',
    default: false,
    help: 'draw what the network sees below each answer',
    commands: ['predict'],
  } satisfies Option<boolean, boolean>,
  stages: {
    ...toggle,
    flag: 'stages',
    default: false,
    help: 'draw how it came to that as well: the picture, its ink, the digit cut out',
    commands: ['predict'],
  } satisfies Option<boolean, boolean>,
  color: {
    ...toggle,
    flag: 'color',
    default: true,
    help: 'no colours, as with NO_COLOR=1',
    commands: 'all',
  } satisfies Option<boolean, boolean>,
  pace: {
    ...choice(...paces.map(String)),
    read: text => paces.find(pace => String(pace) === text),
    flag: 'pace',
    default: 'watch',
    help: 'how fast it trains: watch (the first steps slowly), steps a second, or full',
    commands: ['dashboard', 'lesson'],
  } satisfies Option<Pace, Pace>,
  theme: {
    ...choice('auto', 'light', 'dark'),
    flag: 'theme',
    default: 'auto',
    help: 'colours for a light or a dark background; auto asks the terminal',
    commands: ['dashboard', 'lesson'],
  } satisfies Option<'auto' | 'light' | 'dark', 'auto'>,
  screenReader: {
    ...toggle,
    flag: 'screen-reader',
    default: false,
    help: 'lines of plain text as things happen, instead of the screen',
    commands: ['dashboard', 'lesson'],
  } satisfies Option<boolean, boolean>,
  mouse: {
    ...toggle,
    flag: 'mouse',
    default: true,
    help: 'leave the mouse to the terminal',
    commands: ['dashboard', 'lesson'],
  } satisfies Option<boolean, boolean>,
  debug: {
    ...toggle,
    flag: 'debug',
    default: false,
    help: 'show the stack of an error',
    commands: 'all',
  } satisfies Option<boolean, boolean>,
} as const;

/** The name of an option in the table, which is also meow's name for it. */
export type OptionName = keyof typeof options;

/** A value for each option. */
type Values = {
  readonly [Name in OptionName]:
    | NonNullable<ReturnType<(typeof options)[Name]['read']>>
    | Widened<(typeof options)[Name]['default']>;
};

/** The options of which sweep takes several values. */
export type ListName = {
  [Name in OptionName]: (typeof options)[Name] extends {readonly list: true} ? Name : never;
}[OptionName];

/**
 * What the command line comes to: a value for each option, and which were given. `lists` has every value of those options
 * of which sweep takes several; the option itself has the first.
 */
export type Config = Values & {
  readonly given: readonly OptionName[];
  readonly lists: {readonly [Name in ListName]: readonly Values[Name][]};
};

/** A default's type; true or false stand for both. */
type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : Value;

/** The table's rows in order, each with its name. */
export const optionRows = Object.entries(options) as [OptionName, Option<Values[OptionName], Values[OptionName]>][];
