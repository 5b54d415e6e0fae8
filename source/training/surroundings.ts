import type {MessagePort} from 'node:worker_threads';
import type {Dataset} from '../dataset/dataset.js';
import type {Engines} from './current-engine.js';
import type {SavePlace} from './runs/place.js';
import type {StatusTeller} from './status-teller.js';
import type {TrainImages} from './train-images.js';

/** What the worker lives among. */
export type Surroundings = {
  readonly port: MessagePort;
  readonly dataset: Dataset;
  /** The dataset's, as epochs are trained on them. */
  readonly images: TrainImages;
  /** Where runs are saved; undefined: nowhere. */
  readonly save: SavePlace | undefined;
  readonly engines: Engines;
  readonly status: StatusTeller;
};
