import {losses} from '../network/losses.js';
import {firstCount} from '../state/first-digits.js';
import {openRun} from '../state/runs.js';
import type {State} from '../state/state.js';
import type {chapters} from '../words/lesson.js';
import {firstPages} from '../words/lesson-first.js';
import {lastPages} from '../words/lesson-last.js';
import {bestEpoch, firstRight, lossAtStart} from './facts-run.js';
import {type LessonRun, lessonRuns} from './runs.js';
import * as tasks from './tasks.js';

/** The living panels that stand beside a page, by what is to be seen there. */
export type Beside = 'wall' | 'digit' | 'scores' | 'losses' | 'units' | 'lights';

/** The words of a page. */
export type PageWords = {
  readonly title: string;
  readonly text: string;
  /** What the numbers are just now, where the page has some. */
  readonly now: readonly string[];
  /** The idea as Python, with the key that does it here. */
  readonly code: readonly string[];
  readonly question: string;
  readonly answers: readonly [string, string, string];
  readonly reason: string;
  readonly task: string;
};

/** A page of the lesson. */
export type Page = {
  readonly name: string;
  readonly chapter: keyof typeof chapters;
  readonly words: PageWords;
  readonly beside: Beside;
  /** Which answer is right, counted from 0; undefined: that is not known before the task is done. */
  readonly right: (state: State) => number | undefined;
  /** Whether its task has been done since the page was turned to. */
  readonly isDone: (state: State) => boolean;
  /** The run that it begins on a key. */
  readonly run?: LessonRun;
};

const always =
  (answer: number): Page['right'] =>
  () =>
    answer;

/** By thirds of the first digits: few, about half, most. */
const firstThird: Page['right'] = state => {
  const right = firstRight(state, 10);
  return right === undefined ? undefined : Math.min(2, Math.floor((3 * right) / firstCount));
};

/** Before the first step: smaller than guessing, equal as far as two digits tell, or larger. */
const startAgainstGuessing: Page['right'] = state => {
  const loss = lossAtStart(state);
  const {guessing} = losses.mse;
  if (loss === undefined) return undefined;
  return Math.abs(loss - guessing) < 0.005 ? 1 : loss < guessing ? 0 : 2;
};

/** When a run was best that has come to its end: known of the page's own run alone. */
const bestWhen: Page['right'] = state => {
  const {own, ended, history} = openRun(state.runs);
  const best = bestEpoch(state)?.epoch;
  if (own?.noiseLabels !== lessonRuns.byHeart.noiseLabels || ended?.reason !== 'epochs' || best === undefined) {
    return undefined;
  }
  return best > 0.9 * history.epochs.length ? 0 : 1;
};

const {wall, own, fails, numbers, wanted, sum, untrained} = firstPages;
const {steps, epoch, why, units, tooFast, byHeart, end} = lastPages;

/** The pages, in their order. */
export const pages: readonly [Page, ...Page[]] = [
  {name: 'wall', chapter: 'minutes', words: wall, beside: 'wall', right: firstThird, isDone: tasks.tenSteps},
  {name: 'own', chapter: 'minutes', words: own, beside: 'digit', right: always(2), isDone: tasks.drew},
  {name: 'fails', chapter: 'minutes', words: fails, beside: 'digit', right: always(2), isDone: tasks.onMistake},
  {name: 'numbers', chapter: 'data', words: numbers, beside: 'digit', right: always(1), isDone: tasks.onTrain256},
  {name: 'wanted', chapter: 'data', words: wanted, beside: 'scores', right: always(1), isDone: tasks.otherDigit},
  {name: 'sum', chapter: 'network', words: sum, beside: 'digit', right: always(1), isDone: tasks.sawSummary},
  {
    ...{name: 'untrained', chapter: 'network', words: untrained, beside: 'scores'},
    ...{right: startAgainstGuessing, isDone: tasks.atStart},
  },
  {name: 'steps', chapter: 'learning', words: steps, beside: 'wall', right: always(1), isDone: tasks.threeSteps},
  {name: 'epoch', chapter: 'learning', words: epoch, beside: 'losses', right: always(1), isDone: tasks.cameToEnd},
  {name: 'why', chapter: 'inside', words: why, beside: 'digit', right: always(1), isDone: tasks.askedWhy},
  {name: 'units', chapter: 'inside', words: units, beside: 'units', right: always(1), isDone: tasks.unitsOff},
  {
    ...{name: 'tooFast', chapter: 'inside', words: tooFast, beside: 'lights', right: always(2)},
    ...{isDone: tasks.unitsDied, run: 'tooFast'},
  },
  {
    ...{name: 'byHeart', chapter: 'inside', words: byHeart, beside: 'losses', right: bestWhen},
    ...{isDone: tasks.learnedByHeart, run: 'byHeart'},
  },
  {name: 'end', chapter: 'inside', words: end, beside: 'wall', right: always(1), isDone: tasks.sawKeys},
];

/** A page by its number, counted from 1. */
export const pageAt = (number: number): Page => pages[number - 1] ?? pages[0];
