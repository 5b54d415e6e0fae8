import type {Split, SplitData} from '../dataset/dataset.js';
import type {EngineName} from '../engines/catalogue.js';
import {emptyHistory, type History} from '../training/history.js';
import type {TrainingEvent} from '../training/protocol.js';

type Event<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** What covers the panels. */
export type Overlay = 'none' | 'summary' | 'keys';

/** Everything that the dashboard shows. */
export type RunState = {
  /** `asked`: training was asked for and has not started yet. */
  readonly phase: 'loading' | 'ready' | 'asked' | 'training' | 'stopping' | 'failed';
  /** Runs that were asked for and have not started yet: what the worker tells is of an earlier one. */
  readonly runsAhead: number;
  readonly data: Partial<Readonly<Record<Split, SplitData>>>;
  readonly about: Event<'ready'> | undefined;
  /** What takes its time before the engine is ready. */
  readonly preparing: string | undefined;
  /** The engine that was asked for last in the dashboard. */
  readonly askedEngine: EngineName | undefined;
  readonly seed: number;
  /** The seed of the weights that were asked for last. */
  readonly askedSeed: number;
  readonly hidden: number;
  readonly run: Event<'start'> | undefined;
  /** Where the epoch in progress is. */
  readonly progress: {readonly epoch: number; readonly step: number; readonly steps: number} | undefined;
  /** Images trained on per second, lately. */
  readonly imagesPerSecond: number;
  readonly history: History;
  /** 10 × 10 counts of the latest evaluation: row is the label, column the answer. */
  readonly confusion: readonly number[] | undefined;
  readonly end: Event<'end'> | undefined;
  /** The latest scores that were asked for, perhaps of another digit than the chosen one. */
  readonly scores: Event<'scores'> | undefined;
  readonly split: Split;
  readonly index: number;
  /** Whether the prediction panel follows the chosen digit. */
  readonly predicting: boolean;
  readonly art: 'blocks' | 'ascii';
  readonly overlay: Overlay;
  /** The first line of it that is shown. */
  readonly overlayTop: number;
  /** What has been typed of an index, while one is asked for. */
  readonly typedIndex: string | undefined;
  /** Why the last key was not taken into it. */
  readonly indexFault: string | undefined;
  /** Whether the person is asked if the trained weights may go. */
  readonly asksAfresh: boolean;
  /** Where runs are saved: a file or a folder; undefined: nowhere. */
  readonly place: string | undefined;
  /** Why the weights as they are now are not saved, until they are. */
  readonly saveFault: string | undefined;
  /** Whether that has been put away: it is still true. */
  readonly hidesSaveFault: boolean;
  /** What there is to say for a while, with the reason first. */
  readonly notice: string | undefined;
  /** How many notices there have been. */
  readonly notices: number;
  /** Notices that are said once. */
  readonly said: readonly string[];
  readonly columns: number;
  readonly rows: number;
};

/** The state before anything has happened. */
export function initialRunState({
  seed,
  hidden,
  split,
  index,
  art,
  columns,
  rows,
  place,
}: Pick<RunState, 'seed' | 'hidden' | 'split' | 'index' | 'art' | 'columns' | 'rows' | 'place'>): RunState {
  return {
    phase: 'loading',
    runsAhead: 0,
    askedSeed: seed,
    data: {},
    about: undefined,
    preparing: undefined,
    askedEngine: undefined,
    run: undefined,
    progress: undefined,
    imagesPerSecond: 0,
    history: emptyHistory,
    confusion: undefined,
    end: undefined,
    scores: undefined,
    predicting: false,
    overlay: 'none',
    overlayTop: 0,
    typedIndex: undefined,
    indexFault: undefined,
    asksAfresh: false,
    notice: undefined,
    notices: 0,
    hidesSaveFault: false,
    said: [],
    saveFault: undefined,
    ...{seed, hidden, split, index, art, columns, rows, place},
  };
}
