import {digit} from '../dataset/dataset.js';
import {hasInk} from '../state/drawing.js';
import {openRun} from '../state/runs.js';
import {chosenDigit, lookedAt, networkAt, prediction} from '../state/selectors.js';
import type {State} from '../state/state.js';
import {unitShares} from '../state/unit-shares.js';
import {lessonRuns} from './runs.js';

/** Whether a task has been done: what the state tells of it. */
type Check = (state: State) => boolean;

/** Whether the run that is open has been through ten steps. */
export const tenSteps: Check = ({runs}) => (openRun(runs).progress?.total ?? 0) >= 10;

/** Whether something is on the canvas that was drawn by the user: also a digit of which pixels have been changed. */
export const drew: Check = ({drawing: {pixels, of}, session: {data}}) => {
  if (of === undefined) return hasInk(pixels);
  const loaded = 'split' in of ? data[of.split] : undefined;
  return loaded !== undefined && 'split' in of && digit(loaded, of.index).some((ink, place) => ink !== pixels[place]);
};

const isTrainedOn = (state: State): boolean => (lookedAt(state)?.step ?? 0) > 0;

/** Whether a digit is looked at that a trained network gets wrong. */
export const onMistake: Check = state => {
  const label = chosenDigit(state)?.label;
  const answer = prediction(state)?.answer;
  return isTrainedOn(state) && label !== undefined && answer !== undefined && answer !== label;
};

/** Whether the train digit is looked at that the tutorial shows. */
export const onTrain256: Check = ({choice}) => choice.split === 'train' && choice.index === 256;

/** Whether another digit has been gone to. */
export const otherDigit: Check = ({choice, lesson: {entered}}) =>
  entered !== undefined && (entered.split !== choice.split || entered.index !== choice.index);

/** Whether the summary of the network is there. */
export const sawSummary: Check = ({screen}) => screen.overlay === 'summary';

/** Whether the network is looked at as it was before its first step, and has made some since. */
export const atStart: Check = state => networkAt(state)?.isLive === false && lookedAt(state)?.step === 0;

/** Whether three single steps have been taken. */
export const threeSteps: Check = ({runs, session, lesson: {entered}}) => {
  const before = entered?.run === runs.open ? entered.steps : 0;
  return session.steps - before >= 3;
};

/** Whether the run has come to its end by itself. */
export const cameToEnd: Check = ({runs}) => {
  const {ended} = openRun(runs);
  return ended?.reason === 'early-stop' || ended?.reason === 'epochs';
};

/** Whether a mistake has been asked about: why, or its nearest train digits. */
export const askedWhy: Check = state =>
  (state.screen.overlay === 'why' || state.screen.overlay === 'nearest') && onMistake(state);

/** Whether hidden units are switched off. */
export const unitsOff: Check = ({units}) => units.off.length > 0;

/** Whether most hidden units of the page's run are dead. */
export const unitsDied: Check = state => {
  const run = openRun(state.runs);
  const dead = unitShares(state)?.dead ?? 0;
  return run.own?.learningRate === lessonRuns.tooFast.learningRate && dead > run.hidden / 2;
};

/** Whether the page's run has come to its end. */
export const learnedByHeart: Check = state =>
  openRun(state.runs).own?.noiseLabels === lessonRuns.byHeart.noiseLabels && cameToEnd(state);

/** Whether the table of keys is there. */
export const sawKeys: Check = ({screen}) => screen.overlay === 'keys';
