import {evaluate} from '../training/evaluation.js';
import {withDeadUnits} from './advice.js';
import {withFrame} from './map.js';
import {openRun, withMomentOf} from './runs.js';
import {phaseOf} from './selectors.js';
import type {State} from './state.js';
import {evaluatedBy, furthest, isWhole, type Survey} from './surveys.js';

/** What the screen's thread finds out. */
export const surveyActions = {
  /** A survey has come some way; where it is the evaluation that a moment lacked, the moment has it from now on. */
  surveyed(state: State, {survey}: {readonly survey: Survey}): State {
    const {kind, run, weights, scores} = survey;
    if (run !== state.runs.open) return state;
    const surveys = {...state.surveys, [kind]: furthest(state, survey)};
    if (kind === 'map') return {...state, surveys, map: withFrame(state.map, survey, phaseOf(state) === 'training')};
    const moment = openRun(state.runs).timeline.find(each => each.weights === weights && each.found === undefined);
    const {test} = state.session.data;
    const isOfMoment = kind === 'moment' || kind === 'rest';
    if (kind === 'units' && isWhole(survey)) return withDeadUnits({...state, surveys});
    if (!isOfMoment || !isWhole(survey) || moment === undefined || test === undefined) return {...state, surveys};
    const found = evaluate(scores, test, evaluatedBy(state));
    return {...state, surveys, runs: withMomentOf(state.runs, run, {...moment, found})};
  },
};
