import type {Dataset} from '../../dataset/dataset.js';
import type {EngineName} from '../../engines/catalogue.js';
import type {RunSettings} from '../formats/run-info.js';
import type {Fault} from '../protocol.js';
import type {Figures} from './run-line.js';

/** What a worker of a sweep is started with. */
export type SweepWorkerData = {
  /** Its arrays lie in memory that all threads share. */
  readonly dataset: Dataset;
  readonly engine: EngineName;
  /** One number in shared memory: 1 once the run that goes on should end without a result. */
  readonly stop: Int32Array;
};

/** What a worker is told: the next run, or that there is none. */
export type SweepCommand = {readonly type: 'run'; readonly settings: RunSettings} | {readonly type: 'close'};

/** What a worker tells. */
export type SweepEvent =
  /** It can be given its first run. */
  | {readonly type: 'ready'}
  /** The run that goes on has finished another epoch. */
  | {readonly type: 'epoch'}
  /** A run has ended, and it can be given the next; without figures it was stopped. */
  | {readonly type: 'ended'; readonly figures: Figures | undefined}
  /** It cannot go on. */
  | ({readonly type: 'failed'} & Fault);
