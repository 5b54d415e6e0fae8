import type {Dataset} from '../dataset/dataset.js';
import type {NetworkState} from '../network/network-state.js';
import {afresh, type Beginning} from './begin.js';
import type {RunSettings} from './formats/run-info.js';
import {Lane} from './lane.js';
import type {TrainingEvent} from './protocol.js';
import {RunSaver} from './runs/saver.js';
import type {Surroundings} from './surroundings.js';

/**
 * A run that the worker holds from now on.
 * @param tell is told of what cannot be saved
 * @param former what saved the run before it
 */
export function laneOf(
  run: number,
  {record, state, file, mark}: Beginning,
  {save}: Surroundings,
  tell: (event: TrainingEvent) => void,
  former?: RunSaver,
): Lane {
  const saver = new RunSaver(
    save,
    message => tell({type: 'warning', what: 'save', message}),
    model => tell({type: 'saved', run, model}),
    former,
  );
  if (file !== undefined) saver.goOnIn(file, state.step, mark);
  return new Lane(run, record, saver, state);
}

/** The runs of a race with their initial weights, numbered from `first` on. None of them is saved. */
export function racers(
  first: number,
  all: readonly RunSettings[],
  dataset: Dataset,
): (readonly [Lane, NetworkState])[] {
  return all.map(({hidden, activation, seed, ...options}, place) => {
    const {state, record} = afresh({hidden, activation, seed}, dataset);
    const saver = new RunSaver(undefined, () => undefined);
    return [new Lane(first + place, record, saver, state, options), state];
  });
}
