import type {EngineName} from '../engines/catalogue.js';
import type {Fresh} from './protocol.js';
import type {SavePlace} from './runs/place.js';

/** What the worker is started with. */
export type WorkerSettings = Fresh & {
  readonly dataPath: string;
  /** Whether the pixels of all images are put into another order, see scrambled. */
  readonly scramble: boolean;
  readonly engine: EngineName | 'auto';
  /** Threads of the wasm engine; without a number, a trial finds the fastest. */
  readonly threads: number | undefined;
  /** Whether a saved run goes on; else a new one begins with initial weights. */
  readonly resume: boolean;
  /** The file that a run goes on from; undefined: the newest run on the dataset that has learned something. */
  readonly model: string | undefined;
  /** Whether a new run is told of a saved one that could go on instead. */
  readonly offersSaved: boolean;
  /** Where runs are saved; undefined: nowhere. */
  readonly save: SavePlace | undefined;
};
