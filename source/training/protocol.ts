import type {Split, SplitData} from '../dataset/dataset.js';
import type {Computing, EngineName} from '../engines/catalogue.js';
import type {Activation} from '../network/activations.js';
import type {NetworkState, Weights} from '../network/network-state.js';
import type {Method} from '../network/reference.js';
import type {Evaluation} from './evaluation.js';
import type {RunSettings} from './formats/run-info.js';
import type {Pace} from './pace.js';
import type {TrainCurve} from './train-curve.js';

/** What makes a new run's network. */
export type Fresh = {readonly seed: number; readonly hidden: number; readonly activation: Activation};

/** What a training run is told. */
export type RunOptions = Method & {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** How many of the train images it has, drawn by the seed; undefined: all. */
  readonly trainImages: number | undefined;
  /** Of how many of them in a hundred the label is a false one. */
  readonly noiseLabels: number;
  /** Whether each epoch sees the train images in another order; else all see them as they lie in the dataset. */
  readonly shuffle: boolean;
  /** Whether each epoch sees the train images changed in another way. */
  readonly augment: boolean;
  readonly earlyStop: boolean;
};

/**
 * What the user wants the worker to be doing. It is sent whole whenever it changes; the newest holds.
 */
export type Wish = {
  /**
   * The stretch of training that should go on, counted from 1 since the start of the program; undefined: none. A stretch
   * is what lies between a start and an end; one that has ended is not begun again.
   */
  readonly stretch: number | undefined;
  /** The run of a race that is looked at: its weights are sent. */
  readonly open?: number;
  /** What it is trained with, unless it is a race. The learning rate holds from the next call of the engine on, the others from its begin. */
  readonly options: RunOptions;
  /** Whether the stretch is one epoch and no more, whatever the early-stop rule says: of a run that has come to its end. */
  readonly oneMore: boolean;
  /** The engine that should compute; undefined: the one that the worker has. One that cannot run changes nothing. */
  readonly engine: EngineName | undefined;
  /** Whether the stretch stands still: only single steps are taken. */
  readonly paused: boolean;
  readonly pace: Pace;
};

/** All that the main thread can tell the worker. Besides the wish these are edges: each is carried out once, in order. */
export type Command =
  | {readonly type: 'wish'; readonly wish: Wish}
  /**
   * Ends the stretch that goes on, if any, and opens another run: the one that is saved in `file`, else, and where that
   * cannot be, a new one from the initial weights of a seed.
   */
  | ({readonly type: 'reset'; readonly run: number; readonly file?: string | undefined} & Fresh)
  /**
   * Ends the stretch that goes on, if any, and opens new runs that are trained side by side from now on: the first has
   * the number `run`. None of them is saved.
   */
  | {readonly type: 'race'; readonly run: number; readonly lanes: readonly RunSettings[]}
  /**
   * The lesson is opened, or left: the runs that are held change places with those that were put aside, or with a new one.
   * What is opened for the lesson is not saved. The wish holds from then on.
   */
  | ({readonly type: 'swap'; readonly run: number; readonly isLesson: boolean; readonly wish: Wish} & Fresh)
  /** Takes one step of the stretch that is wished for and paused. */
  | {readonly type: 'step'}
  /** A frame has shown the newest weights: others may be sent. */
  | {readonly type: 'look'}
  /** Ends the worker: stops a stretch, saves the run, frees the device. */
  | {readonly type: 'close'};

/** Why a stretch of training ended. */
export type EndReason = 'early-stop' | 'epochs' | 'stopped' | 'diverged';

/** The figures of one finished epoch. */
export type EpochRecord = {
  /** Counted from 1 since the initial weights. */
  readonly epoch: number;
  /** Loss of the epoch's last train batch, before its step. */
  readonly loss: number;
  /** Loss of the last full test batch, after the epoch. */
  readonly testLoss: number;
  /** Mean loss of the epoch's train batches, each before its step. */
  readonly meanTrainLoss: number;
  /** Loss over the whole test split. */
  readonly meanTestLoss: number;
  /** Share of right answers in the test split, 0 to 1. */
  readonly accuracy: number;
  /** Seconds for the epoch's steps and its evaluation. */
  readonly seconds: number;
};

/** What is known of a run without its weights. */
export type RunSummary = {
  readonly file: string;
  readonly dataset: string;
  /** Epochs finished since the initial weights; an old checkpoint has more than its history. */
  readonly epochs: number;
  /** Steps taken in the epoch after those. */
  readonly stepInEpoch: number;
  readonly settings: RunSettings;
  readonly history: readonly EpochRecord[];
  /** The train loss as it went; an old checkpoint has none. */
  readonly curve?: TrainCurve | undefined;
};

/** An error, as the worker tells of it. `expected`: the user can fix it, and the message says how. */
export type Fault = {readonly message: string; readonly expected: boolean; readonly stack: string};

/** What takes its time: the dataset that is read; an engine that is tried, whose library loads, or whose device warms up. */
export type Wait =
  | {readonly what: 'dataset'}
  | {readonly what: 'trying' | 'loading' | 'warming'; readonly engine: EngineName};

/** All of what the worker is doing. */
export type Status = {
  /** `idle`: it waits to be told something; `paused`: in the midst of a stretch. */
  readonly phase: 'loading' | 'idle' | 'training' | 'paused';
  /** What takes its time just now. */
  readonly waitsFor: Wait | undefined;
  /** What computes; undefined until the first engine is ready. */
  readonly engine: Computing | undefined;
  /** The engine that was faster in its trial than the one on a GPU that `auto` took. */
  readonly faster?: {readonly engine: EngineName; readonly than: EngineName} | undefined;
  readonly dataset: {readonly name: string; readonly path: string} | undefined;
  /** The run that the worker holds, counted from 1 since the start of the program. */
  readonly run: number;
  /** The stretch that goes on, or has ended last; 0: none yet. */
  readonly stretch: number;
  /** What the run is trained with; before its first stretch, only the network's own settings. */
  readonly settings: Fresh & Partial<RunOptions>;
};

/**
 * The network after so many steps of a run, `epoch` epochs of them finished. `found` is its evaluation on the whole test
 * split; undefined when there was no time for it: then it can be had from the weights.
 */
export type Moment = {
  readonly step: number;
  readonly epoch: number;
  readonly weights: Weights;
  readonly found: Evaluation | undefined;
};

type OfRun = {readonly run: number};

/** All that the worker tells the main thread. */
export type TrainingEvent =
  /** One split is in shared memory. */
  | {readonly type: 'split-loaded'; readonly split: Split; readonly data: SplitData}
  /** What the worker is doing has changed. */
  | ({readonly type: 'status'} & Status)
  /**
   * A run was begun or goes on. `trained` says whether the weights have been through a step. `resumed` tells of the
   * run that goes on; at the first run, when none does, `saved` tells of the one that could, and `passedOver` in a line
   * of each newer one that cannot, since it is damaged.
   */
  | (OfRun & {
      readonly type: 'opened';
      readonly trained: boolean;
      readonly resumed?: RunSummary | undefined;
      readonly saved?: RunSummary | undefined;
      readonly passedOver?: readonly string[] | undefined;
    })
  /**
   * The weights after so many steps: after each `look` when they have changed; at the opening and before the worker waits
   * with what the optimiser remembers.
   */
  | (OfRun & {
      readonly type: 'network';
      readonly step: number;
      readonly weights: Weights;
      readonly optimiser?: Pick<NetworkState, 'firstMoment' | 'secondMoment'> | undefined;
    })
  /**
   * A moment to keep: at steps 0, 1, 2, 5, 10, 20, 50, 100 and 200 of a run, at each epoch's end (before the epoch's
   * event, always with its evaluation), and at each pause and single step. Its arrays lie in shared memory.
   */
  | (OfRun & {readonly type: 'moment'} & Moment)
  /** A stretch of training begins. */
  | (OfRun & {
      readonly type: 'start';
      readonly stretch: number;
      readonly firstEpoch: number;
      readonly lastEpoch: number;
      readonly steps: number;
    } & RunOptions)
  /** `losses` are those of the batches since the last progress event; the last of them is the epoch's `step`-th. */
  | (OfRun & {
      readonly type: 'progress';
      readonly epoch: number;
      readonly step: number;
      readonly steps: number;
      /** Steps since the initial weights. */
      readonly total: number;
      readonly losses: Float32Array;
      /** Images trained on per second, over this event's batches. */
      readonly imagesPerSecond: number;
    })
  | (OfRun & {readonly type: 'epoch'} & EpochRecord)
  /** The loss of a step's batch, counted from 1 since the initial weights, is no finite number: the stretch ends as diverged. */
  | (OfRun & {readonly type: 'not-finite'; readonly step: number})
  /**
   * A stretch has ended. `epochs` counts those finished since the initial weights, `seconds` the stretch; `model` is
   * where the run was saved. `learned`: whether the network does better than guessing after its last finished epoch.
   */
  | (OfRun & {
      readonly type: 'end';
      readonly stretch: number;
      readonly reason: EndReason;
      /** Steps since the initial weights that the network has been through; fewer than before where it has gone back. */
      readonly step: number;
      readonly epochs: number;
      readonly seconds: number;
      readonly model?: string | undefined;
      readonly learned: boolean;
    })
  /** A run that could not be saved is saved again while it goes on. */
  | (OfRun & {readonly type: 'saved'; readonly model: string})
  /** Something went wrong that does not end the program, such as a checkpoint that could not be written. */
  | {readonly type: 'warning'; readonly what: 'dataset' | 'engine' | 'save' | 'settings'; readonly message: string}
  /** A command could not be carried out; a run has ended by it. The worker goes on. */
  | ({readonly type: 'warning'; readonly what: 'fault'} & Fault)
  /** The worker cannot go on. */
  | ({readonly type: 'failed'} & Fault);
