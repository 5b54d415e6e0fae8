import type {Action} from '../../state/actions.js';
import {chosenUnit, orderedUnits} from '../../state/inside.js';
import type {State} from '../../state/state.js';
import {units as words} from '../../words/units.js';
import {allArrows, wayOf} from '../arrow-keys.js';
import type {HeldBinding} from '../panel.js';
import {tilesPerRow} from './tile-grid.js';

/** Chooses the unit that stands so many tiles further on, if there is one. */
function chosenBy(state: State, by: number): Action | undefined {
  const order = orderedUnits(state);
  const unit = order[order.indexOf(chosenUnit(state)) + by];
  return unit === undefined ? undefined : {type: 'choose-unit', unit};
}

/** What the tiles do with the keys that are theirs. */
export const tileKeys: readonly HeldBinding[] = [
  {
    ...allArrows,
    ...words.keys.choose,
    act: (state, key, {columns}) => {
      const by = key === 'left' || key === 'right' ? 1 : tilesPerRow(columns);
      return chosenBy(state, by * wayOf(key));
    },
  },
  {
    keys: ['x'],
    label: 'x',
    ...words.keys.switch,
    act: state => ({type: 'switch-unit', unit: chosenUnit(state)}),
  },
  {keys: ['o'], label: 'o', ...words.keys.order, act: () => ({type: 'order-units'})},
  {keys: [' '], label: 'Space', ...words.keys.tiles, act: () => ({type: 'toggle-tiles'})},
  {keys: ['backspace'], label: 'Backspace', ...words.keys.allOn, act: () => ({type: 'all-units-on'})},
];
