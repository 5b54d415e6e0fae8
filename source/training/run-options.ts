import type {RunOptions} from './protocol.js';

/**
 * What a run is trained with: the options that were given, and for a run that goes on its own where none were.
 * @param options those of the command line, with what holds where nothing was given
 * @param given the names of those that were given
 * @param own the settings of the run that goes on
 */
export function ownOptions(options: RunOptions, given: readonly string[], own: RunOptions | undefined): RunOptions {
  const pick = <Name extends keyof RunOptions>(name: Name): RunOptions[Name] =>
    own === undefined || given.includes(name) ? options[name] : own[name];
  const augment = pick('augment');
  return {
    epochs: pick('epochs'),
    batchSize: pick('batchSize'),
    learningRate: pick('learningRate'),
    shuffle: pick('shuffle'),
    augment,
    // The train images are never the same again: there is nothing to stop for.
    earlyStop: pick('earlyStop') && !augment,
  };
}
