import type {Dataset} from '../dataset/dataset.js';
import type {NetworkState} from '../network/network-state.js';
import {afresh, type Beginning, nextBeginning} from './begin.js';
import type {RunSettings} from './formats/run-info.js';
import {Lane} from './lane.js';
import type {Command, Fresh, TrainingEvent} from './protocol.js';
import {RunSaver} from './runs/saver.js';
import type {Surroundings} from './surroundings.js';

/** Runs that are to be held, the open one first, each with its network; and what there is to tell of them. */
export type NewRuns = Pick<Beginning, 'about' | 'warnings'> & {
  readonly lanes: readonly (readonly [Lane, NetworkState])[];
};

/** The same of a single run. */
export type NewRun = NewRuns & {readonly lanes: readonly [readonly [Lane, NetworkState]]};

/** Makes the runs that the worker holds. */
export class NewLanes {
  /** Whether those that are made are the lesson's, of which nothing is saved. */
  isLesson = false;

  /** @param post is told of what cannot be saved */
  constructor(
    private readonly around: Pick<Surroundings, 'dataset' | 'save'>,
    private readonly post: (event: TrainingEvent) => void,
  ) {}

  /**
   * The run that a beginning makes.
   * @param former what saved the run before it
   */
  begun(run: number, {record, state, file, mark, about, warnings}: Beginning, former?: RunSaver): NewRun {
    const save = this.isLesson ? undefined : this.around.save;
    const saver = new RunSaver(
      save,
      message => this.post({type: 'warning', what: 'save', message}),
      model => this.post({type: 'saved', run, model}),
      former,
    );
    if (file !== undefined) saver.goOnIn(file, state.step, mark);
    return {lanes: [[new Lane(run, record, saver, state), state]], about, ...(warnings && {warnings})};
  }

  /** A new run. */
  afresh(run: number, fresh: Fresh): NewRun {
    return this.begun(run, afresh(fresh, this.around.dataset));
  }

  /** What is to be held in the place of what saves with `former`. */
  async of(command: Extract<Command, {type: 'reset' | 'race'}>, former: RunSaver): Promise<NewRuns> {
    const {dataset} = this.around;
    if (command.type === 'race') return {lanes: racers(command.run, command.lanes, dataset), about: {trained: false}};
    const {run, type: _, ...beginning} = command;
    return this.begun(run, await nextBeginning(beginning, dataset), former);
  }
}

/** The runs of a race with their initial weights, numbered from `first` on. None of them is saved. */
function racers(first: number, all: readonly RunSettings[], dataset: Dataset): NewRuns['lanes'] {
  return all.map(({hidden, activation, seed, ...options}, place) => {
    const {state, record} = afresh({hidden, activation, seed}, dataset);
    const saver = new RunSaver(undefined, () => undefined);
    return [new Lane(first + place, record, saver, state, options), state];
  });
}
