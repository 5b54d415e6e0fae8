import {worded} from '../dataset/dataset.js';
import type {Action} from '../state/actions.js';
import {nextSeed, openRun} from '../state/runs.js';
import type {Asked, OtherRun} from '../state/screen.js';
import type {State} from '../state/state.js';
import {drawing as drawingWords} from '../words/drawing.js';
import {fill} from '../words/fill.js';
import {screen as words} from '../words/screen.js';

/** The key that asks for each run, and says yes when that is asked back. */
const otherRunKeys: Readonly<Record<OtherRun, string>> = {same: 'r', next: 's', saved: 'c'};

/**
 * What a key answers to a question: `y` and the key that asked are yes where something would be lost, a digit is a label.
 */
export function answered(to: Asked, key: string): Action {
  if (to === 'label') {
    if (/^\d$/.test(key)) return {type: 'keep', label: Number(key)};
    return key === 'escape' ? {type: 'close'} : {type: 'miss-question'};
  }
  if (to === 'clear') {
    if (key === 'delete' || key === 'y') return {type: 'clear'};
    return key === 'escape' || key === 'n' ? {type: 'close'} : {type: 'miss-question'};
  }
  if (key === otherRunKeys[to] || key === 'y') return {type: 'reset', to};
  return key === 'escape' || key === 'n' ? {type: 'close'} : {type: 'miss-question'};
}

/** What is asked; once a key was no answer, with the answers. Undefined when nothing is asked. */
export function questionText({screen: {question}, runs, session, choice}: State): string | undefined {
  if (question === undefined) return undefined;
  const {to, missed} = question;
  if (to === 'label')
    return missed ? drawingWords.labelAnswers : worded(drawingWords.label, session.data[choice.split]);
  if (to === 'clear') return missed ? drawingWords.clearAnswers : drawingWords.clear;
  const key = otherRunKeys[to];
  const {seed} = openRun(runs);
  const asked =
    to === 'saved' ? fill(words.resume, {key}) : fill(words.afresh, {key, seed: to === 'next' ? nextSeed(seed) : seed});
  return missed ? `${asked}  ${fill(words.answers, {key})}` : asked;
}
