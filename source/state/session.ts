import type {Split, SplitData} from '../dataset/dataset.js';
import type {EngineName} from '../engines/catalogue.js';
import type {RunOptions, Status, TrainingEvent} from '../training/protocol.js';

/** What the worker is doing, what it should be doing, and what it is given for that. */
export type Session = {
  readonly data: Partial<Readonly<Record<Split, SplitData>>>;
  readonly status: Status;
  /** The stretch of training that should go on; undefined: none. */
  readonly stretch: number | undefined;
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

/** Before the worker has told anything. */
export function startSession({
  seed,
  hidden,
  given,
  place,
  ...options
}: RunOptions & Pick<Session, 'given' | 'place'> & {readonly seed: number; readonly hidden: number}): Session {
  const {epochs, batchSize, learningRate, earlyStop} = options;
  return {
    data: {},
    status: {
      phase: 'loading',
      waitsFor: undefined,
      engine: undefined,
      dataset: undefined,
      run: 1,
      stretch: 0,
      settings: {seed, hidden},
    },
    stretch: undefined,
    stretches: 0,
    engine: undefined,
    options: {epochs, batchSize, learningRate, earlyStop},
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

/** The worker has told what it is doing. */
export function withStatus(session: Session, {type: _, ...status}: Extract<TrainingEvent, {type: 'status'}>): Session {
  return {...session, status};
}

/** Training is asked for: a stretch that has not been before. */
export const withTraining = (session: Session): Session => ({
  ...session,
  stretch: session.stretches + 1,
  stretches: session.stretches + 1,
});

/** No training is asked for any more. */
export const withoutTraining = (session: Session): Session => ({...session, stretch: undefined});

/** A stretch has ended by itself, or as it was asked to. */
export function withStretchEnded(session: Session, stretch: number): Session {
  return session.stretch === stretch ? withoutTraining(session) : session;
}

/** Another engine is asked for. */
export const withEngine = (session: Session, engine: EngineName): Session => ({...session, engine});
