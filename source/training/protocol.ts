import type {Split, SplitData} from '../dataset/dataset.js';
import type {EngineName} from '../engines/catalogue.js';
import type {RunSettings} from './formats/run-info.js';
import type {SavePlace} from './runs/place.js';

/** What the worker is started with. */
export type WorkerSettings = {
  readonly dataPath: string;
  readonly engine: EngineName | 'auto';
  /** Threads of the wasm engine; without a number, a trial finds the fastest. */
  readonly threads: number | undefined;
  readonly hidden: number;
  readonly seed: number;
  /** Whether a saved run goes on; else a new one begins with initial weights. */
  readonly resume: boolean;
  /** The file that a run goes on from; undefined: the newest run on the dataset that has learned something. */
  readonly model: string | undefined;
  /** Where runs are saved; undefined: nowhere. */
  readonly save: SavePlace | undefined;
};

/** What a training run is told. */
export type RunOptions = {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly earlyStop: boolean;
};

/** All that the main thread can ask of the worker. */
export type Command =
  /** Trains on from the present weights. */
  | ({readonly type: 'train'} & RunOptions)
  /** Ends the run after the current call of trainSteps and keeps the weights. */
  | {readonly type: 'stop'}
  /** Ends the run, if any, and starts afresh with the initial weights of a seed. */
  | {readonly type: 'reset'; readonly seed: number}
  /** Sends the scores of one digit now, and after every change of the weights until `unwatch`. */
  | {readonly type: 'watch'; readonly split: Split; readonly index: number}
  | {readonly type: 'unwatch'}
  /**
   * Has another engine tried while everything goes on, a run too, and gives it the weights when it can run. The newest
   * such wish holds.
   */
  | {readonly type: 'change-engine'; readonly engine: EngineName}
  /** Ends the worker: stops a run, saves it, frees the device. */
  | {readonly type: 'close'};

/** Why a run ended. */
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
  readonly settings: RunSettings;
  readonly history: readonly EpochRecord[];
};

/** An error, as the worker tells of it. `expected`: the user can fix it, and the message says how. */
export type Fault = {readonly message: string; readonly expected: boolean; readonly stack: string};

/** All that the worker tells the main thread. */
export type TrainingEvent =
  /** One split is in shared memory. */
  | {readonly type: 'split-loaded'; readonly split: Split; readonly data: SplitData}
  /** Something takes its time before the next event: a library that loads, a device that warms up. */
  | {readonly type: 'preparing'; readonly what: string}
  /** Another engine has taken over the weights. */
  | {
      readonly type: 'engine-changed';
      readonly engine: EngineName;
      readonly device: string;
      readonly threads?: number | undefined;
    }
  /**
   * Everything is ready to train. `trained` says whether the weights have been through a step. `resumed` tells of the
   * run that goes on; when none does, `saved` tells of the one that could.
   */
  | {
      readonly type: 'ready';
      readonly dataset: {readonly name: string; readonly path: string};
      readonly engine: EngineName;
      readonly device: string;
      readonly threads?: number | undefined;
      readonly hidden: number;
      readonly seed: number;
      readonly trained: boolean;
      readonly resumed?: RunSummary | undefined;
      readonly saved?: RunSummary | undefined;
    }
  | ({
      readonly type: 'start';
      readonly firstEpoch: number;
      readonly lastEpoch: number;
      readonly steps: number;
    } & RunOptions)
  /** `losses` are those of the batches since the last progress event; the last of them is the epoch's `step`-th. */
  | {
      readonly type: 'progress';
      readonly epoch: number;
      readonly step: number;
      readonly steps: number;
      readonly losses: Float32Array;
      /** Images trained on per second, over this event's batches. */
      readonly imagesPerSecond: number;
    }
  | ({readonly type: 'epoch'; readonly confusion: readonly number[]} & EpochRecord)
  /**
   * `epochs` counts those finished since the initial weights, `seconds` the run; `model` is where it was saved.
   * `learned`: whether the network does better than guessing after its last finished epoch.
   */
  | {
      readonly type: 'end';
      readonly reason: EndReason;
      readonly epochs: number;
      readonly seconds: number;
      readonly model?: string | undefined;
      readonly learned: boolean;
    }
  | {readonly type: 'reset-done'; readonly seed: number}
  | {readonly type: 'scores'; readonly split: Split; readonly index: number; readonly scores: readonly number[]}
  /** Something went wrong that does not end the program, such as a checkpoint that could not be written. */
  | {readonly type: 'warning'; readonly what: 'dataset' | 'engine' | 'save'; readonly message: string}
  /** A command could not be carried out; a run has ended by it. The worker goes on. */
  | ({readonly type: 'warning'; readonly what: 'fault'} & Fault)
  /** The worker cannot go on. */
  | ({readonly type: 'failed'} & Fault);
