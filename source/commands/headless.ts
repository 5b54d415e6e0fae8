import type {Config} from '../config/options.js';
import {surveyAtOnce} from '../network/survey.js';
import {type Action, afterAction} from '../state/actions.js';
import {afterEvent} from '../state/after-event.js';
import {type State, startState} from '../state/state.js';
import {isDone, surveyKinds, wantedSurveys} from '../state/surveys.js';
import {commandsBetween} from '../state/wish.js';
import type {TrainingClient} from '../training/client.js';
import {failure} from '../training/fault.js';
import type {TrainingEvent} from '../training/protocol.js';

/** The dashboard's state without a screen: actions and the worker's events change it, and it tells the worker what to do. */
export class Headless {
  private waiting: {readonly isMet: (state: State) => boolean; readonly resolve: () => void} | undefined;
  private client: TrainingClient | undefined;
  state: State;

  constructor(config: Config) {
    this.state = startState({...config, columns: 80, rows: 24, place: undefined, pace: 'full', index: 0});
  }

  /** Takes what the worker tells. */
  receive(event: TrainingEvent, client: TrainingClient): void {
    if (event.type === 'warning' && event.what === 'fault') throw failure(event);
    this.client = client;
    this.change(afterEvent(this.state, event));
    // Without a look neither newest weights nor early moments are sent.
    if (event.type === 'network') client.send({type: 'look'});
  }

  /** Does what a key would do. */
  act(action: Action): void {
    this.change(afterAction(this.state, action));
  }

  /** Resolves when a state meets a condition. */
  until(isMet: (state: State) => boolean): Promise<void> {
    return new Promise(resolve => {
      this.waiting = {isMet, resolve};
      this.change(this.state);
    });
  }

  /** Looks through all digits that the state wants to know of. */
  survey(): void {
    for (;;) {
      const wanted = wantedSurveys(this.state).find(each => !isDone(this.state.surveys[each.kind], each));
      if (wanted === undefined) return;
      const {weights, images, kind} = wanted;
      this.act({type: 'surveyed', survey: {...wanted, ...surveyAtOnce(weights, images, surveyKinds[kind].keeps)}});
    }
  }

  private change(after: State): void {
    const before = this.state;
    this.state = after;
    for (const command of commandsBetween(before, after)) this.client?.send(command);
    if (this.waiting?.isMet(after)) {
      const {resolve} = this.waiting;
      this.waiting = undefined;
      resolve();
    }
  }
}
