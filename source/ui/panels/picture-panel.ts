import {inputSize} from '../../network/architecture.js';
import {chosenUnit, insideOf} from '../../state/inside.js';
import type {State} from '../../state/state.js';
import {unitTiles} from '../../state/unit-tiles.js';
import {fit} from '../../text/fit.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {weightTile} from '../../text/weight-tile.js';
import {fill} from '../../words/fill.js';
import {units as words} from '../../words/units.js';
import type {Panel, Size} from '../panel.js';
import {digitPanel} from './digit-panel.js';
import {smallPictureRooms} from './picture-rooms.js';

/** The width of digit and tile beside each other, and the columns between them. */
const [width, gap] = [28, 1];

/** Columns of both beside each other. */
export const bothColumns = 2 * width + gap;

/** The chosen digit and the tile of the chosen unit; where there is room for one, the tile while units are chosen. */
export const picturePanel: Panel = {
  name: 'picture',
  column: 'left',
  rank: 1,
  rooms: [{terminal: {columns: 100, lines: 27}, width: bothColumns, least: 15, most: 15}, ...smallPictureRooms],
  draw(state, size, theme) {
    if (size.columns < bothColumns)
      return state.screen.holds ? tile(state, size, theme) : digitPanel.draw(state, size, theme);
    const one = {columns: width, lines: size.lines};
    const [left, right] = [digitPanel.draw(state, one, theme), tile(state, one, theme)];
    return right.map((line, index) => `${left[index] ?? ' '.repeat(width)}${' '.repeat(gap)}${line}`);
  },
};

/** The tile of the chosen unit: its name, then its weights or their change. */
function tile(state: State, {columns, lines}: Size, theme: Theme): string[] {
  const unit = chosenUnit(state);
  const tiles = unitTiles(state);
  const value = insideOf(state)?.activations[unit];
  const name = fill(words.unit, {unit});
  const [long, brief] = state.units.off.includes(unit) ? words.offNow : [words.at, words.at];
  const detail = fit([fill(long, {value: value?.toFixed(2) ?? ''}), brief], columns - name.length - 4);
  const title = titleLine(name, columns < width || value === undefined ? '' : detail, columns, theme);
  if (tiles === undefined) return [title];
  const values = tiles.values.subarray(unit * inputSize, (unit + 1) * inputSize);
  return [title, ...weightTile({...tiles, values}, Math.min(width, columns), lines - 1, theme)];
}
