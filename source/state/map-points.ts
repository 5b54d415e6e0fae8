import type {SplitData} from '../dataset/dataset.js';
import {outputSize} from '../network/architecture.js';
import type {LossName} from '../network/losses.js';
import type {Weights} from '../network/network-state.js';
import {wheelPositions} from '../network/wheel.js';
import {answerOf} from '../training/evaluation.js';
import type {Frame} from './map.js';
import {lookedAt} from './selectors.js';
import type {State} from './state.js';
import {evaluatedBy, type Survey, surveyOf} from './surveys.js';

/** Digits on a map: the first ones of the chosen split. */
export type MapPoints = {
  /** count × 2: to the right of the middle and above it, within the unit circle */
  readonly positions: Float64Array;
  /** The answers to them; mistakes are those that are not the label. */
  readonly answers: Uint8Array;
  readonly labels: Uint8Array;
  readonly mistakes: number;
};

/** The digits on the map that is shown; undefined until they have been looked through. */
export function mapPoints(state: State): MapPoints | undefined {
  const data = state.session.data[state.choice.split];
  const looked = lookedAt(state);
  if (data === undefined || looked === undefined) return undefined;
  const survey = surveyOf(state, 'map');
  const newest = survey?.images.buffer === data.images.buffer ? survey : undefined;
  const {kind, frame} = state.map;
  if (kind === 'directions') return newest !== undefined && frame?.survey === newest ? onPlane(frame, data) : undefined;
  const before = wheels.get(looked.weights);
  if (before?.labels.buffer === data.labels.buffer) return before;
  return newest && onWheel(newest, data, evaluatedBy(state).loss);
}

/** The digit under the cursor; until it has been moved, the chosen one, else the first. */
export function cursorOf({map, choice}: Pick<State, 'map' | 'choice'>, count: number): number {
  const index = map.cursor ?? choice.index;
  return index < count ? index : 0;
}

/** The wheel of each network, so that going back to one that was looked at shows it at once. */
const wheels = new WeakMap<Weights, MapPoints>();

function onWheel(survey: Survey, data: SplitData, loss: LossName): MapPoints {
  const before = wheels.get(survey.weights);
  if (before?.labels.buffer === data.labels.buffer) return before;
  const points = pointsAt(wheelPositions(survey.scores, loss), survey, data);
  wheels.set(survey.weights, points);
  return points;
}

const planes = new WeakMap<Frame, MapPoints>();

/** The digits in a plane around their middle, so large that the farthest is on the circle. */
function onPlane(frame: Frame, data: SplitData): MapPoints {
  const before = planes.get(frame);
  if (before !== undefined) return before;
  const {positions, survey} = frame;
  let farthest = 0;
  for (let place = 0; place < positions.length; place += 2) {
    farthest = Math.max(farthest, Math.hypot(positions[place] ?? 0, positions[place + 1] ?? 0));
  }
  const scaled = positions.map(value => value / (farthest || 1));
  const points = pointsAt(scaled, survey, data);
  planes.set(frame, points);
  return points;
}

function pointsAt(positions: Float64Array, {scores}: Survey, data: SplitData): MapPoints {
  const count = positions.length / 2;
  const labels = data.labels.subarray(0, count);
  const answers = Uint8Array.from({length: count}, (_, index) => answerOf(scores, index * outputSize));
  return {positions, answers, labels, mistakes: answers.filter((answer, index) => answer !== labels[index]).length};
}
