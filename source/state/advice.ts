import {classNamesOf} from '../dataset/dataset.js';
import {type Advice, adviceOf} from './adviser/advice.js';
import type {Facts} from './adviser/facts.js';
import {settingFacts} from './adviser/setting-facts.js';
import {openRun, type Run, withNoticed} from './runs.js';
import {trainingOptions} from './session.js';
import type {State} from './state.js';
import {unitShares} from './unit-shares.js';

/** What there is to notice now in the run that is shown, the most severe first. */
export function adviceNow(state: State): readonly Advice[] {
  const facts = factsOf(state);
  return facts === undefined ? [] : adviceOf(facts);
}

/** What was said of the run before, and is not to be noticed any more. */
export function adviceBefore({runs}: State, now: readonly Advice[]): readonly Advice[] {
  return openRun(runs).noticed.advised.filter(({rule}) => now.every(advice => advice.rule !== rule));
}

/** The state in which the adviser has said what there is to notice now: each rule speaks once a run. */
export function withAdvice(state: State): State {
  const {noticed} = openRun(state.runs);
  const news = adviceNow(state).filter(({rule}) => noticed.advised.every(said => said.rule !== rule));
  if (news.length === 0) return state;
  const advised = [...noticed.advised, ...news];
  return {...state, runs: withNoticed(state.runs, state.runs.open, {advised})};
}

/** The state in which the dead units have been counted: of the newest weights, when these have been looked through. */
export function withDeadUnits(state: State): State {
  const shares = state.runs.looking === undefined ? unitShares(state) : undefined;
  if (shares === undefined) return state;
  return withAdvice({...state, runs: withNoticed(state.runs, state.runs.open, {dead: shares.dead})});
}

/** What the adviser knows of the run that is shown; undefined before its first stretch. */
function factsOf(state: State): Facts | undefined {
  const run = openRun(state.runs);
  const {started, opened, progress, history, noticed, timeline} = run;
  const {train, test} = state.session.data;
  if (started === undefined || train === undefined) return undefined;
  const evaluated = timeline.findLast(({found}) => found !== undefined);
  return {
    ...settingFacts({...started, hidden: run.hidden}, train.count),
    ...ratesOf(run, trainingOptions(state).learningRate),
    epochSteps: started.steps,
    step: progress?.total ?? (opened?.resumed?.epochs ?? 0) * started.steps,
    batches: noticed.batches,
    notFinite: noticed.notFinite,
    epochs: history.epochs,
    // Only a unit with ReLU that is at 0 has no gradient.
    dead: run.activation === 'relu' ? noticed.dead : undefined,
    confusion: evaluated?.found?.confusion,
    confusionStep: evaluated?.step ?? 0,
    names: classNamesOf(test ?? train),
    isOver: run.ended !== undefined,
  };
}

/** The learning rate of a run's newest step, and the highest that it had; one that was chosen since then is neither. */
function ratesOf({rates, progress, noticed}: Run, chosen: number): Pick<Facts, 'rate' | 'highestRate'> {
  // A run that has gone back has used the rates of its lost steps, too.
  const last = Math.max(progress?.total ?? 0, noticed.notFinite ?? 0, noticed.batches.rise?.to.batch ?? 0);
  const used = rates.filter(({step}) => step < last).map(({learningRate}) => learningRate);
  const rate = used.at(-1) ?? chosen;
  return {rate, highestRate: Math.max(rate, ...used)};
}
