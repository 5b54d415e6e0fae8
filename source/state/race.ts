import type {RunSettings} from '../training/formats/run-info.js';
import type {RunOptions} from '../training/protocol.js';
import {closedRuns} from './new-run.js';
import {newRun, openRun, type Run, type Runs} from './runs.js';
import type {State} from './state.js';

/** By how many points a run has to be ahead for that to be no luck: equal runs differ by so much. */
export const leastLead = 0.3;

/** New runs that are trained side by side, in the place of those before, whose weights are not kept. The first is open. */
export function withRace(runs: Runs, lanes: readonly RunSettings[]): Runs {
  const first = runs.list.length + 1;
  const racers = lanes.map(({seed, hidden, activation, ...options}, place) => ({
    ...newRun(first + place, {seed, hidden, activation}),
    own: options,
  }));
  const race = racers.map(({number}) => number);
  return {...runs, list: [...closedRuns(runs), ...racers], open: first, race, looking: undefined};
}

/** The runs that are shown side by side: those of the race that goes on or has ended last, then earlier ones. */
export function shownRuns({runs: {list, race, aside}}: State, most: number): Run[] {
  const begun = list.filter(({started, number}) => started !== undefined && !aside.includes(number));
  const racing = begun.filter(({number}) => race.includes(number));
  const others = begun.filter(({number}) => !race.includes(number)).toReversed();
  return [...racing, ...others].slice(0, most);
}

/** Whether the run that is open is one of a race. */
export const isRacing = ({race, open}: Runs): boolean => race.includes(open);

/** The settings of a run, as far as they are known. */
export function settingsOf({runs, session}: State, run: Run): RunSettings {
  const {seed, hidden, activation} = run;
  const options: RunOptions = run.own ?? run.started ?? session.options;
  const {epochs, batchSize, learningRate, loss, optimizer, trainImages, noiseLabels, shuffle, augment, earlyStop} =
    options;
  const rate = run.number === runs.open ? (run.rates.at(-1)?.learningRate ?? learningRate) : learningRate;
  return {
    ...{epochs, batchSize, learningRate: rate, loss, optimizer, trainImages, noiseLabels, shuffle, augment, earlyStop},
    ...{seed, hidden, activation},
  };
}

/** An accuracy of a run, with what it had been through by then. */
export type RacePoint = {
  readonly step: number;
  readonly images: number;
  readonly seconds: number;
  readonly accuracy: number;
};

/** What a run came to at its moments and its epochs' ends, in their order. The seconds are those of its own steps. */
export function racePoints({timeline, history, started, imagesPerSecond}: Run): RacePoint[] {
  if (started === undefined) return [];
  const {steps, batchSize} = started;
  const accuracies = new Map<number, number>();
  for (const {step, found} of timeline) if (found !== undefined) accuracies.set(step, found.accuracy);
  for (const {epoch, accuracy} of history.epochs) accuracies.set(epoch * steps, accuracy);
  const perStep = (epoch: number): number => {
    const known = history.epochs.find(each => each.epoch === epoch)?.seconds;
    if (known !== undefined) return known / steps;
    return imagesPerSecond > 0 ? batchSize / imagesPerSecond : 0;
  };
  const secondsAt = (step: number): number => {
    const whole = Math.floor(step / steps);
    const before = Array.from({length: whole}, (_, place) => steps * perStep(place + 1));
    return before.reduce((sum, each) => sum + each, 0) + (step - whole * steps) * perStep(whole + 1);
  };
  return [...accuracies]
    .sort(([one], [other]) => one - other)
    .map(([step, accuracy]) => ({step, images: step * batchSize, seconds: secondsAt(step), accuracy}));
}

/** The run that leads, with the epoch that it is judged by, and by how many points it does. */
export type Leader = {readonly run: Run; readonly epoch: number; readonly accuracy: number; readonly points: number};

/**
 * Which of some runs leads over the next: after as many epochs as all have that are still trained. Undefined before two
 * of them have that.
 */
export function leaderOf(runs: readonly Run[]): Leader | undefined {
  const going = runs.filter(({ended}) => ended === undefined).map(({history}) => history.epochs.length);
  const most = Math.min(...going, Number.POSITIVE_INFINITY);
  const known = runs.flatMap(run => {
    const last = run.history.epochs.slice(0, most === Number.POSITIVE_INFINITY ? undefined : most).at(-1);
    return last === undefined ? [] : [{run, epoch: last.epoch, accuracy: last.accuracy}];
  });
  const [best, next] = known.toSorted((one, other) => other.accuracy - one.accuracy);
  if (best === undefined || next === undefined) return undefined;
  return {...best, points: 100 * (best.accuracy - next.accuracy)};
}

/** What the user does with the runs of a race. */
export const raceActions = {
  /** Looks at the next run of the race, in every view. */
  'next-lane'(state: State): State {
    const {race, open} = state.runs;
    const next = race[(race.indexOf(open) + 1) % race.length];
    if (next === undefined || !isRacing(state.runs)) return state;
    return {...state, runs: {...state.runs, open: next, looking: undefined}};
  },
};

/** The other runs of the race that the open run is of. */
export const racersOf = (runs: Runs): Run[] =>
  isRacing(runs) ? runs.list.filter(({number}) => runs.race.includes(number)) : [openRun(runs)];
