import {notices} from '../words/en/notices.js';
import {fill} from '../words/fill.js';
import {lastIndex, withIndex} from './choice.js';
import {withNotice} from './notices.js';
import type {State} from './state.js';

/** An index that is being typed, and why the last key was not taken into it. */
export type Prompt = {readonly typed: string; readonly fault: string | undefined};

/** As many digits as the largest index could have. */
const mostDigits = 9;

const typedIn = ({screen}: State): string => screen.prompt?.typed ?? '';

const withPrompt = (state: State, prompt: Prompt | undefined): State => ({
  ...state,
  screen: {...state.screen, prompt},
});

/** What the user does to the index that is typed. */
export const promptActions = {
  'ask-index': (state: State): State => withPrompt(state, {typed: '', fault: undefined}),
  'type-index'(state: State, {typed: more}: {readonly typed: string}): State {
    const typed = `${typedIn(state)}${more}`;
    const fault = typed.length > mostDigits ? fill(notices.tooManyDigits, {most: mostDigits}) : undefined;
    return withPrompt(state, {typed: typed.slice(0, mostDigits), fault});
  },
  'erase-index': (state: State): State => withPrompt(state, {typed: typedIn(state).slice(0, -1), fault: undefined}),
  'refuse-index': (state: State, {why}: {readonly why: string}): State =>
    withPrompt(state, {typed: typedIn(state), fault: why}),
  'accept-index'(state: State): State {
    const typed = typedIn(state);
    const closed = withPrompt(state, undefined);
    if (typed === '') return closed;
    const {choice, session, screen} = closed;
    const index = Number(typed);
    const last = lastIndex(choice, session);
    if (index <= last) return {...closed, choice: withIndex(choice, session, index)};
    const notice = fill(notices.noSuchIndex, {split: choice.split, last, index});
    return {...closed, screen: withNotice(screen, notice)};
  },
};
