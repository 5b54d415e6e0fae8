import type {Action} from '../state/actions.js';
import {nextSeed, openRun} from '../state/runs.js';
import type {OtherRun} from '../state/screen.js';
import type {State} from '../state/state.js';
import {screen as words} from '../words/en/screen.js';
import {fill} from '../words/fill.js';

/** The key that asks for each run, and says yes when that is asked back. */
export const otherRunKeys: Readonly<Record<OtherRun, string>> = {same: 'r', next: 's', saved: 'c'};

/** What a key answers when it is asked whether trained weights may go: `y` and the same key again are yes. */
export function answered(to: OtherRun, key: string): Action {
  if (key === otherRunKeys[to] || key === 'y') return {type: 'reset', to};
  return key === 'escape' || key === 'n' ? {type: 'close'} : {type: 'miss-question'};
}

/** What is asked; once a key was no answer, with the answers. Undefined when nothing is asked. */
export function questionText({screen: {question}, runs}: State): string | undefined {
  if (question === undefined) return undefined;
  const {to, missed} = question;
  const key = otherRunKeys[to];
  const {seed} = openRun(runs);
  const asked =
    to === 'saved' ? fill(words.resume, {key}) : fill(words.afresh, {key, seed: to === 'next' ? nextSeed(seed) : seed});
  return missed ? `${asked}  ${fill(words.answers, {key})}` : asked;
}
