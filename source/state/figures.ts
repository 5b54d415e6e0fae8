import {evaluationOf} from './evaluations.js';
import {openRun} from './runs.js';
import {lookedAt} from './selectors.js';
import type {State} from './state.js';

/** How good the network that is looked at is on the test split. */
export type Figures = {
  readonly accuracy: number;
  readonly wrong: number;
  readonly count: number;
  /** The step that this was found at: of the newest weights, the newest moment. */
  readonly step: number | undefined;
  /** By how many points the accuracy has changed since the epoch before, in the first epoch since step 0. */
  readonly change: number | undefined;
};

/** What is known of the network that is looked at; undefined before its first evaluation. */
export function figuresOf(state: State): Figures | undefined {
  if (state.units.off.length > 0) return withoutSome(state);
  const {timeline, history} = openRun(state.runs);
  const looked = lookedAt(state);
  const last = looked === undefined || looked.isLive ? Number.POSITIVE_INFINITY : looked.step;
  const known = timeline.filter(({found, step}) => found !== undefined && step <= last);
  const moment = known.at(-1);
  const count = state.session.data.test?.count ?? 0;
  if (looked?.isLive === false && moment?.step !== looked.step) return undefined;
  if (moment?.found === undefined) {
    const [before, latest] = [history.epochs.at(-2), history.epochs.at(-1)];
    return latest && figures(latest.accuracy, before?.accuracy, count, undefined);
  }
  const epochs = history.epochs.filter(({epoch}) => epoch < moment.epoch || (epoch === moment.epoch && !endsEpoch()));
  const first = known.find(({step}) => step === 0 && moment.step > 0);
  const before = moment.epoch <= 1 && epochs.length === 0 ? first?.found?.accuracy : epochs.at(-1)?.accuracy;
  return figures(moment.found.accuracy, before, count, moment.step);

  /** Whether the moment is the first of those with its number of epochs: that epoch's end. */
  function endsEpoch(): boolean {
    return timeline.find(({epoch}) => epoch === moment?.epoch)?.step === moment?.step;
  }
}

/** The same without the units that are switched off. */
function withoutSome(state: State): Figures | undefined {
  const found = evaluationOf(state);
  return found && figures(found.accuracy, undefined, found.answers.length, lookedAt(state)?.step);
}

function figures(accuracy: number, before: number | undefined, count: number, step: number | undefined): Figures {
  const wrong = Math.round((1 - accuracy) * count);
  return {accuracy, wrong, count, step, change: before === undefined ? undefined : 100 * (accuracy - before)};
}
