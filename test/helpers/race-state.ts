import type {State} from '../../source/state/state.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {acted, ended, epochDone, opened, progress, started, told} from './state.js';

/** Three runs that race, and what their epochs come to: the last of them has run away. */
const accuracies: readonly (readonly number[])[] = [
  [0.9584, 0.9665, 0.9701],
  [0.9702, 0.9752, 0.9779],
  [0.7533, 0.7502],
];

const eventsOf = (run: number, place: number): TrainingEvent[] => [
  {...opened, run},
  started(1, run)[1],
  ...(accuracies[place] ?? []).map((accuracy, at) => ({...epochDone(at + 1), run, accuracy, seconds: 0.5 + place})),
  {...progress(3, 468), run},
];

/** A state in which three runs race, with other widths and learning rates, put together in the form. */
export function racing(ready: State): State {
  const lanes = acted(
    ready,
    {type: 'view', view: 'runs'},
    {type: 'hold'},
    {type: 'form-add'},
    {type: 'form-change', by: 1},
    {type: 'form-change', by: 1},
    {type: 'form-add'},
    {type: 'form-to', field: 'learningRate'},
    ...Array.from({length: 5}, () => ({type: 'form-change', by: 1}) as const),
    {type: 'form-add'},
  );
  const raced = acted(lanes, {type: 'form-start'}, {type: 'notice-ended'});
  const [first = 2] = raced.runs.race;
  const [, end] = ended('diverged', 2, 1, first + 2);
  return told(raced, ...[0, 1, 2].flatMap(place => eventsOf(first + place, place)), end);
}
