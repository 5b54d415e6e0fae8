import {losses} from '../network/losses.js';
import type {Fresh, Moment, RunOptions, TrainingEvent} from '../training/protocol.js';
import {emptyCurve} from '../training/train-curve.js';
import {withLosses} from './adviser/batch-losses.js';
import {emptyHistory, type History, historyUpTo, withBatches, withEpoch} from './history.js';
import {type Noticed, nothingNoticed, noticedAnew} from './noticed.js';
import {type RateChanges, withRate} from './rate-changes.js';
import {type SingleStep, stepBy} from './single-step.js';
import {type Timeline, upTo, withMoment} from './timeline.js';

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** One training from initial weights, as far as it is known. */
export type Run = Fresh & {
  /** Counted from 1 since the start of the program. */
  readonly number: number;
  /** The saved run that it was asked to go on with, in the dashboard. */
  readonly file: string | undefined;
  /** What it began with; undefined until the worker has opened it. */
  readonly opened: EventOf<'opened'> | undefined;
  /** Its newest stretch. */
  readonly started: EventOf<'start'> | undefined;
  /** Where the epoch in progress is. */
  readonly progress: Pick<EventOf<'progress'>, 'epoch' | 'step' | 'steps' | 'total'> | undefined;
  /** Images trained on per second, lately. */
  readonly imagesPerSecond: number;
  readonly history: History;
  /** The newest weights; undefined until they are there, and in a run that is closed. */
  readonly network: EventOf<'network'> | undefined;
  /** The first weights that were known of it; none in a run that is closed. */
  readonly first: Pick<EventOf<'network'>, 'step' | 'weights'> | undefined;
  /** The newest step, where it was a single one. */
  readonly stepped: SingleStep | undefined;
  /** The moments that are kept; none in a run that is closed. */
  readonly timeline: Timeline;
  readonly rates: RateChanges;
  /** What it is trained with as a run of a race; undefined: what is wished for. */
  readonly own: RunOptions | undefined;
  /** How its newest stretch ended; undefined while one goes on. */
  readonly ended: EventOf<'end'> | undefined;
  readonly noticed: Noticed;
};

/** The runs since the start of the program. */
export type Runs = {
  readonly list: readonly Run[];
  /** The number of the run that is shown. */
  readonly open: number;
  /** The numbers of the runs that are trained side by side; none: the open one is alone. */
  readonly race: readonly number[];
  /** The step of the moment that is looked at; undefined: the newest weights are. */
  readonly looking: number | undefined;
  /** The numbers of the runs that are put aside: in the lesson all others, else those of the lesson. */
  readonly aside: readonly number[];
};

/** A run of which nothing is known yet. */
export const newRun = (number: number, fresh: Fresh, file?: string): Run => ({
  number,
  ...fresh,
  file,
  ...{opened: undefined, started: undefined, progress: undefined, ended: undefined, own: undefined},
  imagesPerSecond: 0,
  history: emptyHistory,
  network: undefined,
  first: undefined,
  stepped: undefined,
  timeline: [],
  rates: [],
  noticed: nothingNoticed,
});

/** The first run, which the worker opens by itself. */
export function startRuns(fresh: Fresh): Runs {
  return {list: [newRun(1, fresh)], open: 1, race: [], looking: undefined, aside: []};
}

/** The run that is shown. */
export function openRun({list, open}: Pick<Runs, 'list' | 'open'>): Run {
  const run = list.find(({number}) => number === open);
  if (run === undefined) throw new Error(`no run ${open}`);
  return run;
}

/** Whether the weights have been through a step of training. */
export function isTrained({progress, opened}: Run): boolean {
  return progress !== undefined || opened?.trained === true;
}

/** The seed after a seed. */
export const nextSeed = (seed: number): number => (seed + 1) % 2 ** 32;

function update(runs: Runs, number: number, change: (run: Run) => Run): Runs {
  return {...runs, list: runs.list.map(run => (run.number === number ? change(run) : run))};
}

/** The worker has told which run it holds, and with which settings: one that goes on has its own seed and size. */
export function withSettings(runs: Runs, {run: number, settings}: EventOf<'status'>): Runs {
  const {seed, hidden, activation, learningRate} = settings;
  const run = runs.list.find(each => each.number === number);
  if (run === undefined) return runs;
  const isRate = learningRate !== undefined && learningRate !== run.rates.at(-1)?.learningRate;
  if (run.seed === seed && run.hidden === hidden && run.activation === activation && !isRate) return runs;
  const rates = isRate ? withRate(run.rates, run.progress?.total ?? 0, learningRate) : run.rates;
  return update(runs, number, each => ({...each, seed, hidden, activation, rates}));
}

/** A run was opened. */
export function withOpened(runs: Runs, event: EventOf<'opened'>): Runs {
  const {history: epochs = [], curve = emptyCurve} = event.resumed ?? {};
  return update(runs, event.run, run => ({...run, opened: event, history: {epochs, ...curve}}));
}

/** A stretch of a run began. */
export function withStarted(runs: Runs, event: EventOf<'start'>): Runs {
  return update(runs, event.run, run => {
    return {...run, started: event, ended: undefined, noticed: noticedAnew(run.noticed, run.progress?.total ?? 0)};
  });
}

/** A run got some steps on. */
export function withProgress(
  runs: Runs,
  {run: number, epoch, step, steps, total, ...event}: EventOf<'progress'>,
): Runs {
  return update(runs, number, run => {
    const rate = run.imagesPerSecond === 0 ? event.imagesPerSecond : run.imagesPerSecond;
    return {
      ...run,
      progress: {epoch, step, steps, total},
      imagesPerSecond: 0.8 * rate + 0.2 * event.imagesPerSecond,
      history: withBatches(run.history, event.losses, total),
      noticed: {
        ...run.noticed,
        batches: withLosses(run.noticed.batches, event.losses, total, losses[run.started?.loss ?? 'mse'].guessing),
      },
    };
  });
}

/** The weights of the run that is shown, or was before it was put aside, have changed; those of others are not kept. */
export function withNetwork(runs: Runs, event: EventOf<'network'>): Runs {
  if (event.run !== runs.open && !runs.aside.includes(event.run)) return runs;
  return update(runs, event.run, run => ({
    ...run,
    network: event,
    stepped: stepBy(run, event),
    first: run.first ?? event,
  }));
}

/** A run has one more moment, or one is better known. */
export function withMomentOf(runs: Runs, number: number, moment: Moment): Runs {
  const lanes = Math.max(1, runs.race.length);
  if (![runs.open, ...runs.race, ...runs.aside].includes(number)) return runs;
  return update(runs, number, run => ({...run, timeline: withMoment(run.timeline, moment, lanes)}));
}

/** A run has one more epoch. */
export function withEpochOf(runs: Runs, {type: _, run: number, ...record}: EventOf<'epoch'>): Runs {
  return update(runs, number, run => ({...run, history: withEpoch(run.history, record)}));
}

/** The adviser knows something more of a run. */
export function withNoticed(runs: Runs, number: number, more: Partial<Noticed>): Runs {
  return update(runs, number, run => ({...run, noticed: {...run.noticed, ...more}}));
}

/** A stretch of a run has ended. A run that has gone back, since it diverged or lost its device, forgets what came after. */
export function withEnded(runs: Runs, event: EventOf<'end'>): Runs {
  const {step} = event;
  const ended = update(runs, event.run, run => {
    const still = {...run, ended: event, imagesPerSecond: 0};
    if (run.progress === undefined || run.progress.total <= step) return still;
    return {
      ...still,
      progress: placeAt(step, run.progress.steps),
      timeline: upTo(run.timeline, step),
      rates: run.rates.filter(rate => rate.step <= step),
      history: historyUpTo(run.history, step),
      noticed: {...run.noticed, dead: undefined},
      network: run.network !== undefined && run.network.step > step ? undefined : run.network,
      stepped: undefined,
    };
  });
  const looksBeyond = event.run === runs.open && runs.looking !== undefined && runs.looking > step;
  return looksBeyond ? {...ended, looking: undefined} : ended;
}

/** Where a network is that has been through so many steps; undefined before the first. */
function placeAt(total: number, steps: number): Run['progress'] {
  if (total === 0) return undefined;
  const epoch = Math.ceil(total / steps);
  return {epoch, step: total - (epoch - 1) * steps, steps, total};
}
