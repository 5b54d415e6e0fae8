import {UserError} from './errors.js';

/** How one option is read: its text becomes a value, or undefined when it is out of range. */
type Parser<Value> = {
  /** What the help calls the value; empty for a switch. */
  readonly placeholder: string;
  /** What is allowed, for help and errors. */
  readonly range: string;
  parse(text: string): Value | undefined;
};

/** One row of the table of options. */
export type Option<Value> = Parser<Value> & {
  readonly flag: string;
  readonly default: Value;
  readonly help: string;
};

function number(placeholder: string, least: number, most: number, whole: boolean): Parser<number> {
  return {
    placeholder,
    range: `${least} to ${most}`,
    parse(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : undefined;
    },
  };
}

function choice<Value extends string>(...values: readonly Value[]): Parser<Value> {
  return {
    placeholder: 'NAME',
    range: values.join(', '),
    parse: text => values.find(value => value === text),
  };
}

const place: Parser<string | undefined> = {
  placeholder: 'PATH',
  range: 'a path',
  parse: text => (text === '' ? undefined : text),
};

const toggle: Parser<boolean> = {placeholder: '', range: '', parse: text => text === 'true'};

/** The environment variable that sets another default for `--engine`. */
export const engineVariable = 'MNIST_TUI_ENGINE';

/** Every option of the program: the one table behind parsing, help and README. */
export const options = {
  data: {
    ...place,
    flag: 'data',
    default: undefined as string | undefined,
    help: 'dataset: an .npz in Keras layout, or a folder of the four IDX files (default: MNIST, comes along)',
  },
  split: {...choice('train', 'test'), flag: 'split', default: 'test' as const, help: 'which digits'},
  index: {...number('N', 0, 2 ** 32 - 1, true), flag: 'index', default: 0, help: 'digit that the dashboard opens with'},
  epochs: {...number('N', 1, 10_000, true), flag: 'epochs', default: 20, help: 'most epochs of a run'},
  batchSize: {...number('N', 1, 1024, true), flag: 'batch-size', default: 128, help: 'images in a batch'},
  learningRate: {...number('X', 1e-9, 1e9, false), flag: 'learning-rate', default: 0.001, help: "Adam's learning rate"},
  hidden: {...number('N', 1, 1024, true), flag: 'hidden', default: 128, help: 'hidden units'},
  seed: {...number('N', 0, 2 ** 32 - 1, true), flag: 'seed', default: 1, help: 'fixes initial weights and shuffles'},
  earlyStop: {
    ...toggle,
    flag: 'early-stop',
    default: true,
    help: 'train on when the test loss has fallen below 0.015 at epoch 7 or later',
  },
  engine: {
    ...choice('auto', 'tensorflow', 'webgpu', 'wasm'),
    flag: 'engine',
    default: 'auto' as const,
    help: `what computes (another default: ${engineVariable})`,
  },
  threads: {
    ...number('N', 1, 32, true),
    flag: 'threads',
    default: undefined as number | undefined,
    help: 'threads of the wasm engine',
  },
  model: {
    ...place,
    flag: 'model',
    default: undefined as string | undefined,
    help: "file of the weights: written by training, read by predict (default: in the user's data folder)",
  },
  json: {...toggle, flag: 'json', default: false, help: 'one JSON object a line instead of text'},
  art: {...choice('blocks', 'ascii'), flag: 'art', default: 'blocks' as const, help: 'how digits are drawn'},
  color: {...toggle, flag: 'color', default: true, help: 'no colours, as with NO_COLOR=1'},
  debug: {...toggle, flag: 'debug', default: false, help: 'show the stack of an error'},
};

type Options = typeof options;

/** What the command line comes to: a value for each option. */
export type Config = {
  readonly [Name in keyof Options]: NonNullable<ReturnType<Options[Name]['parse']>> | Options[Name]['default'];
};

const entries = Object.entries(options) as [keyof Options, Option<Config[keyof Options]>][];

/** Whether an option is a switch: given or not, without a value. */
export function isSwitch(option: {readonly placeholder: string}): boolean {
  return option.placeholder === '';
}

/**
 * Checks what the command line gave.
 * @param flags text or boolean for each option given, by its name in the table
 * @param env where engineVariable is looked up
 * @throws UserError (exit code 2) that names the option, the value and the range
 */
export function readConfig(flags: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv = {}): Config {
  for (const name of Object.keys(flags)) {
    if (!Object.hasOwn(options, name)) {
      throw new UserError(`unknown option ${dashed(name)}; mnist-tui --help lists all`, 2);
    }
  }
  const values = entries.map(([name, option]) => {
    const fromEnvironment = name === 'engine' ? env[engineVariable] || undefined : undefined;
    const given = flags[name] ?? fromEnvironment;
    if (given === undefined) return [name, option.default];
    const value = option.parse(String(given));
    if (value === undefined) {
      const found = given === '' ? 'no value' : `"${String(given)}"`;
      const where = flags[name] === undefined ? engineVariable : `--${option.flag}`;
      throw new UserError(`${where}: ${found}; wanted ${option.range}`, 2);
    }
    return [name, value];
  });
  return Object.fromEntries(values) as Config;
}

const dashed = (name: string): string =>
  name.length === 1 ? `-${name}` : `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** The options as lines of help. */
export function optionsHelp(): string[] {
  return entries.map(([, option]) => {
    const negated = isSwitch(option) && option.default === true;
    const left = `--${negated ? 'no-' : ''}${option.flag} ${option.placeholder}`.trimEnd();
    const range =
      isSwitch(option) || option.placeholder === 'PATH'
        ? ''
        : `: ${option.range}; default ${option.default ?? 'what a trial finds fastest'}`;
    return `  ${left.padEnd(20)} ${option.help}${range}`;
  });
}
