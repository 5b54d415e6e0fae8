import type {Split, SplitData} from '../dataset/dataset.js';
import {asRunSees, type Share} from '../dataset/share.js';
import {dependableEngine, type EngineName, engineNames} from '../engines/catalogue.js';
import type {Pace} from '../training/pace.js';
import type {Fresh, RunOptions, Status, TrainingEvent, Wish} from '../training/protocol.js';
import {type AskedOptions, imagesOf, ownOptions, runOptions} from '../training/run-options.js';
import {fill} from '../words/fill.js';
import {notices} from '../words/notices.js';
import {openRun, type Runs} from './runs.js';
import type {State} from './state.js';

/** What the worker is doing, what it should be doing, and what it is given for that. */
export type Session = {
  readonly data: Partial<Readonly<Record<Split, SplitData>>>;
  readonly status: Status;
  /** The stretch of training that should go on; undefined: none. */
  readonly stretch: number | undefined;
  /** Whether it, or the last one, is one epoch more of a run that has come to its end. */
  readonly oneMore: boolean;
  /** Whether it stands still. */
  readonly paused: boolean;
  readonly pace: Pace;
  /** Single steps that were asked for in the run that is shown. */
  readonly steps: number;
  /** The learning rate that was chosen with a key. */
  readonly learningRate: number | undefined;
  /** Stretches that were asked for. */
  readonly stretches: number;
  /** The engine that was asked for last in the dashboard. */
  readonly engine: EngineName | undefined;
  /** What is trained with, as the command line has it, and which of it was given there. */
  readonly options: RunOptions;
  readonly given: readonly string[];
  /** Where runs are saved: a file or a folder; undefined: nowhere. */
  readonly place: string | undefined;
  /** Whether the worker has ended by a fault. */
  readonly failed: boolean;
};

/** The engine that was faster in its trial than the one that computes, where `auto` took that one for its GPU. */
export const fasterEngine = ({engine, faster}: Session['status']): EngineName | undefined =>
  engine !== undefined && engine.name === faster?.than ? faster.engine : undefined;

/** Before the worker has told anything. */
export function startSession({
  seed,
  hidden,
  activation,
  given,
  place,
  pace,
  ...options
}: AskedOptions & Pick<Session, 'given' | 'place' | 'pace'> & Fresh): Session {
  return {
    data: {},
    status: {
      phase: 'loading',
      waitsFor: undefined,
      engine: undefined,
      dataset: undefined,
      run: 1,
      stretch: 0,
      settings: {seed, hidden, activation},
    },
    stretch: undefined,
    oneMore: false,
    paused: false,
    pace,
    steps: 0,
    learningRate: undefined,
    stretches: 0,
    engine: undefined,
    options: runOptions(options),
    given,
    place,
    failed: false,
  };
}

/** A split has arrived. */
export const withSplit = (session: Session, split: Split, data: SplitData): Session => ({
  ...session,
  data: {...session.data, [split]: data},
});

/** The labels that a run is trained with: some of those of the train split may be false. */
export function withLabelsOf(session: Session, share: Share): Session {
  const {train} = session.data;
  if (train === undefined) return session;
  const isSame = train.ownLabels === undefined && share.noiseLabels === 0;
  return isSame ? session : withSplit(session, 'train', asRunSees(train, share));
}

/** The worker has told what it is doing. */
export function withStatus(session: Session, {type: _, ...status}: Extract<TrainingEvent, {type: 'status'}>): Session {
  return {...session, status};
}

/** Another stretch of training is asked for. */
export function withStretch(session: Session): Session {
  const stretches = session.stretches + 1;
  return {...session, stretch: stretches, stretches, paused: false, oneMore: false};
}

/** The same of a new run: what was chosen with keys was chosen for another. */
export const withFirstStretch = (session: Session): Session => ({
  ...withStretch(session),
  steps: 0,
  learningRate: undefined,
});

/** No training is asked for any more. */
export const withoutTraining = (session: Session): Session => ({...session, stretch: undefined, paused: false});

/** A stretch has ended by itself, or as it was asked to. */
export function withStretchEnded(session: Session, stretch: number, runs: Runs): Session {
  const isOver = runs.race.every(number => runs.list.find(run => run.number === number)?.ended?.stretch === stretch);
  return session.stretch === stretch && isOver ? withoutTraining(session) : session;
}

/** The engine after the present one, in the order of their names; one that was asked for in vain counts as present. */
export function nextEngine({session: {engine, status}}: State): EngineName {
  const present = engineNames.indexOf(engine ?? status.engine?.name ?? dependableEngine);
  return engineNames.at(present + 1) ?? engineNames[0];
}

/** What the next stretch is trained with: what was given, and for a run that goes on its own where nothing was. */
export function trainingOptions({session: {options, given, learningRate}, runs}: State): RunOptions {
  const run = openRun(runs);
  if (run.own !== undefined) return run.own;
  const own = ownOptions(options, given, run.opened?.resumed?.settings);
  return {...own, learningRate: learningRate ?? own.learningRate};
}

/** Why training with some options would have no batch; undefined: it has, or the train images are still on their way. */
export function tooFew({session}: State, options: Pick<RunOptions, 'batchSize' | 'trainImages'>): string | undefined {
  const {batchSize} = options;
  const images = imagesOf(session.data.train?.count ?? Number.POSITIVE_INFINITY, options);
  return images < batchSize ? fill(notices.tooFew, {images, batchSize}) : undefined;
}

/** What the worker should be doing: nothing in a run that it has not opened, since its settings are not known yet. */
export function wishOf(state: State): Wish {
  const {stretch, oneMore, engine, paused, pace} = state.session;
  const isOpened = openRun(state.runs).opened !== undefined;
  const {open, race} = state.runs;
  const wish = {
    stretch: isOpened ? stretch : undefined,
    options: trainingOptions(state),
    oneMore,
    engine,
    paused,
    pace,
  };
  return race.includes(open) ? {...wish, open} : wish;
}
