import type {CommandName} from './commands.js';

/** How one option's text is read: it becomes a value, or undefined when it is out of range. */
export type ValueReader<Value> = {
  /** What the help calls the value; empty for a switch. */
  readonly placeholder: string;
  /** What is allowed, for help and errors. */
  readonly range: string;
  /** The words that are allowed, where they can be counted; completions offer them. */
  readonly words?: readonly string[];
  read(text: string): Value | undefined;
};

/** One row of the table of options. */
export type Option<Value, Default> = ValueReader<Value> & {
  readonly flag: string;
  readonly default: Default;
  /** What holds where there is no default, for the help. */
  readonly unset?: string;
  /** Whether sweep takes several values of it, with commas between them. */
  readonly list?: true;
  readonly help: string;
  /** The commands that take it. */
  readonly commands: 'all' | readonly CommandName[];
};

/** A number of `least` to `most`, both included. */
export function number(placeholder: string, least: number, most: number, whole: boolean): ValueReader<number> {
  return {
    placeholder,
    range: `${least} to ${most}`,
    read(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : undefined;
    },
  };
}

/** One of some words. */
export function choice<Value extends string>(...words: readonly Value[]): ValueReader<Value> {
  return {
    placeholder: 'NAME',
    range: words.join(', '),
    words,
    read: text => words.find(word => word === text),
  };
}

/** A file or folder. */
export const place: ValueReader<string> = {
  placeholder: 'PATH',
  range: 'a path',
  read: text => (text === '' ? undefined : text),
};

/** One of several equal parts, counted from 1. */
export type Part = {readonly part: number; readonly parts: number};

/** One of several equal parts: `2/5`. */
export const part: ValueReader<Part> = {
  placeholder: 'I/N',
  range: 'part I of N, such as 1/3',
  read(text) {
    const [, first, second] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
    const [own, parts] = [Number(first), Number(second)];
    return own >= 1 && own <= parts ? {part: own, parts} : undefined;
  },
};

/** A switch: given or not, without a value. */
export const toggle: ValueReader<boolean> = {placeholder: '', range: '', read: text => text === 'true'};

/** Whether an option is a switch: given or not, without a value. */
export function isSwitch(option: {readonly placeholder: string}): boolean {
  return option.placeholder === '';
}
