import {splitNames} from '../words/digits.js';
import {fill} from '../words/fill.js';
import {notices} from '../words/notices.js';
import {lastIndex, withIndex} from './choice.js';
import {withNotice} from './notices.js';
import {prediction} from './selectors.js';
import type {State} from './state.js';
import {withAgainst} from './why.js';

/** An index, or a digit to compare the answer with, that is being typed, and why the last key was not taken into it. */
export type Prompt = {
  readonly wants: 'index' | 'against';
  readonly typed: string;
  readonly fault: string | undefined;
};

/** As many digits as the largest index could have. */
const mostDigits = 9;

/** Nothing has been typed yet. */
export const emptyPrompt = (wants: Prompt['wants']): Prompt => ({wants, typed: '', fault: undefined});

const withPrompt = (state: State, prompt: Prompt | undefined): State => ({
  ...state,
  screen: {...state.screen, prompt},
});

/** The state with another text in its prompt. */
function withTyped(state: State, typed: string, fault?: string): State {
  const {prompt} = state.screen;
  return prompt === undefined ? state : withPrompt(state, {...prompt, typed, fault});
}

/** The answer is compared with the digit that was typed; with none, the next is asked; with itself it cannot be. */
function acceptedRival(closed: State, typed: string): State {
  if (typed === '') return withAgainst(closed, undefined);
  if (Number(typed) !== prediction(closed)?.answer) return withAgainst(closed, Number(typed));
  const fault = fill(notices.answerItself, {digit: typed});
  return withPrompt(closed, {...emptyPrompt('against'), fault});
}

/** What the user does to what is typed. */
export const promptActions = {
  'ask-index': (state: State): State => withPrompt(state, emptyPrompt('index')),
  'type-index'(state: State, {typed: more}: {readonly typed: string}): State {
    const {prompt} = state.screen;
    // A digit takes the place of the one before.
    if (prompt?.wants === 'against') return withTyped(state, more.slice(-1));
    const typed = `${prompt?.typed ?? ''}${more}`;
    const fault = typed.length > mostDigits ? fill(notices.tooManyDigits, {most: mostDigits}) : undefined;
    return withTyped(state, typed.slice(0, mostDigits), fault);
  },
  'erase-index': (state: State): State => withTyped(state, (state.screen.prompt?.typed ?? '').slice(0, -1)),
  'refuse-index': (state: State, {why}: {readonly why: string}): State =>
    withTyped(state, state.screen.prompt?.typed ?? '', why),
  'accept-index'(state: State): State {
    const {wants, typed} = state.screen.prompt ?? emptyPrompt('index');
    const closed = withPrompt(state, undefined);
    if (wants === 'against') return acceptedRival(closed, typed);
    if (typed === '') return closed;
    const {choice, session, screen} = closed;
    const index = Number(typed);
    const last = lastIndex(choice, session);
    if (index <= last) return {...closed, choice: withIndex(choice, session, index)};
    const notice = fill(notices.noSuchIndex, {split: splitNames[choice.split], last, index});
    return {...closed, screen: withNotice(screen, notice)};
  },
};
