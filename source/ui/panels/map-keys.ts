import type {Action} from '../../state/actions.js';
import {cursorOf, mapPoints} from '../../state/map-points.js';
import type {State} from '../../state/state.js';
import {cellAt, cellsOf, cellTowards, circleIn, type Way} from '../../text/point-map.js';
import {map as words} from '../../words/map.js';
import {allArrows} from '../arrow-keys.js';
import type {HeldBinding, Size} from '../panel.js';

const ways: Readonly<Record<string, Way>> = {left: 'left', right: 'right', up: 'up', down: 'down'};

/**
 * The keys of the map that has the arrows: they walk from digit to digit.
 * @param around lines of the panel besides the picture
 */
export const mapKeys = (around: number): readonly HeldBinding[] => [
  {
    ...allArrows,
    ...words.walk,
    act: (state, key, {columns, lines}) => walked(state, ways[key], {columns, lines: lines - around}),
  },
  {keys: ['return'], label: 'Enter', ...words.show, act: shown},
  {keys: ['o'], label: 'o', ...words.switch, act: () => ({type: 'switch-map'})},
];

/** Points at the nearest digit that way. */
function walked(state: State, way: Way | undefined, {columns, lines}: Size): Action | undefined {
  const points = mapPoints(state);
  if (points === undefined || way === undefined) return undefined;
  const index = cursorOf(state, points.labels.length);
  const {positions} = points;
  const [column, line] = cellAt(circleIn(columns, lines), positions[2 * index] ?? 0, positions[2 * index + 1] ?? 0);
  const next = cellTowards(cellsOf(points, columns, lines), {column, line}, way);
  return next && {type: 'point', index: next.index};
}

/** Chooses the digit under the cursor. */
function shown(state: State): Action | undefined {
  const points = mapPoints(state);
  return points && {type: 'move-to', index: cursorOf(state, points.labels.length)};
}
