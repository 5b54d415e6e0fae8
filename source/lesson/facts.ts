import type {State} from '../state/state.js';
import {lesson as words} from '../words/lesson.js';
import {digitFacts} from './facts-digit.js';
import {type Fact, runFacts} from './facts-run.js';

/** Every name that a text of the lesson can have, and what it stands for. */
export const facts: Readonly<Record<string, Fact>> = {...runFacts, ...digitFacts};

/** Whether all that a text names is known. */
export const isKnown = (text: string, state: State): boolean =>
  [...text.matchAll(/\{(\w+)\}/g)].every(([, key = '']) => facts[key]?.(state) !== undefined);

/** A text of the lesson with the numbers of a state; what is not known yet is three dots. */
export const filled = (text: string, state: State): string =>
  text.replaceAll(/\{(\w+)\}/g, (name, key: string) => {
    const fact = facts[key];
    return fact === undefined ? name : (fact(state) ?? words.unknown);
  });
