import {surveyAtOnce} from '../network/survey.js';
import {afterAction} from '../state/actions.js';
import type {Advice} from '../state/adviser/advice.js';
import {afterEvent} from '../state/after-event.js';
import {openRun} from '../state/runs.js';
import {type Start, type State, startState} from '../state/state.js';
import {wantedSurveys} from '../state/surveys.js';
import type {TrainingEvent} from '../training/protocol.js';

/**
 * Makes the function that is told of every event of a training and returns what the adviser notices by it, at the end of
 * an epoch and of the training. It keeps the dashboard's state, and finds the dead units when the training has ended.
 */
export function createTrainAdviser(
  config: Omit<Start, 'columns' | 'rows' | 'place'>,
): (event: TrainingEvent) => readonly Advice[] {
  let state = startState({...config, columns: 0, rows: 0, place: undefined});
  let told = 0;
  return event => {
    state = afterEvent(state, event);
    if (event.type === 'end') state = withUnits(state);
    if (event.type !== 'epoch' && event.type !== 'end') return [];
    const {advised} = openRun(state.runs).noticed;
    const news = advised.slice(told);
    told = advised.length;
    return news;
  };
}

/** The first train digits have been let through the network of the newest moment. */
function withUnits(state: State): State {
  const {timeline} = openRun(state.runs);
  const newest = timeline.at(-1);
  if (newest === undefined) return state;
  const network = {type: 'network', run: state.runs.open, step: newest.step, weights: newest.weights} as const;
  const ready = afterEvent(state, network);
  const wanted = wantedSurveys(ready).find(({kind}) => kind === 'units');
  if (wanted === undefined) return ready;
  const {weights, images} = wanted;
  return afterAction(ready, {type: 'surveyed', survey: {...wanted, ...surveyAtOnce(weights, images, 'hidden')}});
}
