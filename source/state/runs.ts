import type {TrainingEvent} from '../training/protocol.js';
import {emptyHistory, type History, withBatches, withEpoch} from './history.js';

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** One training from initial weights, as far as it is known. */
export type Run = {
  /** Counted from 1 since the start of the program. */
  readonly number: number;
  readonly seed: number;
  readonly hidden: number;
  /** What it began with; undefined until the worker has opened it. */
  readonly opened: EventOf<'opened'> | undefined;
  /** Its newest stretch. */
  readonly started: EventOf<'start'> | undefined;
  /** Where the epoch in progress is. */
  readonly progress: {readonly epoch: number; readonly step: number; readonly steps: number} | undefined;
  /** Images trained on per second, lately. */
  readonly imagesPerSecond: number;
  readonly history: History;
  /** The newest weights; undefined until they are there, and in a run that is closed. */
  readonly network: EventOf<'network'> | undefined;
  /** The newest evaluation. */
  readonly moment: EventOf<'moment'> | undefined;
  /** How its newest stretch ended; undefined while one goes on. */
  readonly ended: EventOf<'end'> | undefined;
};

/** The runs since the start of the program. */
export type Runs = {
  readonly list: readonly Run[];
  /** The number of the run that is shown. */
  readonly open: number;
};

const newRun = (number: number, seed: number, hidden: number): Run => ({
  number,
  seed,
  hidden,
  opened: undefined,
  started: undefined,
  progress: undefined,
  imagesPerSecond: 0,
  history: emptyHistory,
  network: undefined,
  moment: undefined,
  ended: undefined,
});

/** The first run, which the worker opens by itself. */
export function startRuns({seed, hidden}: {readonly seed: number; readonly hidden: number}): Runs {
  return {list: [newRun(1, seed, hidden)], open: 1};
}

/** The run that is shown. */
export function openRun({list, open}: Runs): Run {
  const run = list.find(({number}) => number === open);
  if (run === undefined) throw new Error(`no run ${open}`);
  return run;
}

/** Whether the weights have been through a step of training. */
export function isTrained({progress, opened}: Run): boolean {
  return progress !== undefined || opened?.trained === true;
}

/** One more run, which is shown from now on; the weights of the others are not kept. */
export function withNewRun({list, open}: Runs, seed: number): Runs {
  const {hidden} = openRun({list, open});
  const number = list.length + 1;
  const closed = list.map(run => ({...run, network: undefined, moment: undefined}));
  return {list: [...closed, newRun(number, seed, hidden)], open: number};
}

function update(runs: Runs, number: number, change: (run: Run) => Run): Runs {
  return {...runs, list: runs.list.map(run => (run.number === number ? change(run) : run))};
}

/** The worker has told which run it holds: one that goes on has its own seed and size. */
export function withSettings(runs: Runs, {run: number, settings: {seed, hidden}}: EventOf<'status'>): Runs {
  const run = runs.list.find(each => each.number === number);
  if (run === undefined || (run.seed === seed && run.hidden === hidden)) return runs;
  return update(runs, number, each => ({...each, seed, hidden}));
}

/** A run was opened. */
export function withOpened(runs: Runs, event: EventOf<'opened'>): Runs {
  const epochs = event.resumed?.history ?? [];
  return update(runs, event.run, run => ({...run, opened: event, history: {...run.history, epochs}}));
}

/** A stretch of a run began. */
export function withStarted(runs: Runs, event: EventOf<'start'>): Runs {
  return update(runs, event.run, run => ({...run, started: event, ended: undefined}));
}

/** A run got some steps on. */
export function withProgress(runs: Runs, {run: number, epoch, step, steps, ...event}: EventOf<'progress'>): Runs {
  return update(runs, number, run => {
    const rate = run.imagesPerSecond === 0 ? event.imagesPerSecond : run.imagesPerSecond;
    return {
      ...run,
      progress: {epoch, step, steps},
      imagesPerSecond: 0.8 * rate + 0.2 * event.imagesPerSecond,
      history: withBatches(run.history, event.losses),
    };
  });
}

/** The weights of the run that is shown have changed; those of others are not kept. */
export function withNetwork(runs: Runs, event: EventOf<'network'>): Runs {
  return event.run === runs.open ? update(runs, event.run, run => ({...run, network: event})) : runs;
}

/** The run that is shown was evaluated. */
export function withMoment(runs: Runs, event: EventOf<'moment'>): Runs {
  return event.run === runs.open ? update(runs, event.run, run => ({...run, moment: event})) : runs;
}

/** A run has one more epoch. */
export function withEpochOf(runs: Runs, {type: _, run: number, ...record}: EventOf<'epoch'>): Runs {
  return update(runs, number, run => ({...run, history: withEpoch(run.history, record)}));
}

/** A stretch of a run has ended; one that diverged has gone back to where its epoch began. */
export function withEnded(runs: Runs, event: EventOf<'end'>): Runs {
  return update(runs, event.run, run => {
    const back = event.reason === 'diverged' && event.epochs === 0;
    return {...run, ended: event, imagesPerSecond: 0, progress: back ? undefined : run.progress};
  });
}
