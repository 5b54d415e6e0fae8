import {nearestTurn, turnedAxes, turnedPoints, turnedTowards} from '../network/plane-match.js';
import {inPlane, type Plane} from '../network/principal.js';
import type {State} from './state.js';
import type {Survey} from './surveys.js';

/** What a map is of: the answers on a wheel, or the two principal directions of the hidden values. */
export type MapKind = 'wheel' | 'directions';

/** The digits in the plane of two directions, matched to how they lay before. */
export type Frame = {
  readonly survey: Survey;
  /** 2 × hidden: the two directions */
  readonly axes: Float64Array;
  /** count × 2, around their middle */
  readonly positions: Float64Array;
  /** The share of the hidden values' variance that these directions have, and that of the two with the most. */
  readonly share: number;
  readonly most: number;
};

/** What is shown of the map. */
export type MapState = {
  readonly kind: MapKind;
  /** The index of the digit under the cursor, once it has been moved. */
  readonly cursor: number | undefined;
  /** The latest. */
  readonly frame: Frame | undefined;
};

/** The wheel, on which an answer always has the same place. */
export const startMap: MapState = {kind: 'wheel', cursor: undefined, frame: undefined};

/** By how much a direction turns from one frame of a training to the next at most: 15°. */
const mostTurn = Math.PI / 12;

/**
 * The map with a new frame, matched to the last one of the same run and digits: it neither spins nor flips. Where the
 * second principal direction and the third change places, the exact plane jumps; while the network is being trained the
 * plane therefore follows step by step, and its share says how far it has come.
 */
export function withFrame(map: MapState, survey: Survey, isTraining: boolean): MapState {
  const {plane, hidden} = survey;
  if (plane === undefined) return map;
  const before = isSame(map.frame?.survey, survey) ? map.frame : undefined;
  const most = isTraining && survey.at === 'live' ? mostTurn : Number.POSITIVE_INFINITY;
  const axes = before === undefined ? plane.axes : turnedTowards(before.axes, plane.axes, most);
  const positions = inPlane(hidden, axes, plane.mean);
  const share = shareOf(positions, plane);
  // Weights that have run away to infinity have no place.
  if (!Number.isFinite(share)) return {...map, frame: undefined};
  const frame = {survey, axes, positions, share, most: plane.share};
  if (before === undefined) return {...map, frame};
  const turn = nearestTurn(positions, before.positions);
  return {...map, frame: {...frame, axes: turnedAxes(turn, axes), positions: turnedPoints(turn, positions)}};
}

/** Whether two surveys are of one run and the same digits. */
const isSame = (one: Survey | undefined, other: Survey): boolean =>
  one?.run === other.run && one.images.buffer === other.images.buffer && one.hidden.length === other.hidden.length;

/** The share of the variance that positions in a plane have. */
function shareOf(positions: Float64Array, {variance}: Plane): number {
  const own = positions.reduce((sum, value) => sum + value * value, 0);
  return variance > 0 ? own / variance : 0;
}

const withMap = (state: State, map: Partial<MapState>): State => ({...state, map: {...state.map, ...map}});

/** What the user does to the map. */
export const mapActions = {
  /** Shows the other map. */
  'switch-map': (state: State): State => withMap(state, {kind: state.map.kind === 'wheel' ? 'directions' : 'wheel'}),
  /** Moves the cursor to a digit of the chosen split. */
  point: (state: State, {index}: {readonly index: number}): State => withMap(state, {cursor: index}),
};
