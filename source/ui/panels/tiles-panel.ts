import {inputSize} from '../../network/architecture.js';
import {chosenUnit, insideOf, orderedUnits} from '../../state/inside.js';
import {networkAt} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {unitShares} from '../../state/unit-shares.js';
import {type UnitTiles, unitTiles} from '../../state/unit-tiles.js';
import {fit} from '../../text/fit.js';
import {pointerTo} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {weightTile} from '../../text/weight-tile.js';
import {fill} from '../../words/fill.js';
import {units as words} from '../../words/units.js';
import type {Panel, Size} from '../panel.js';
import {perPage, pitch, tileSize, tilesPerRow} from './tile-grid.js';
import {tileKeys} from './tile-keys.js';

/** The hidden units as tiles of their weights, those around the chosen one; what stands below each says how large it is. */
export const tilesPanel: Panel = {
  name: 'tiles',
  column: 'right',
  rank: 6,
  rooms: [{columns: pitch.columns, least: 1 + pitch.lines, most: 99}],
  held: {hint: words.keys.hold, enter: words.keys.hold, keys: tileKeys},
  draw(state, size, theme) {
    const tiles = unitTiles(state);
    if (tiles === undefined) return [titleLine(words.title, '', size.columns, theme), theme.paint('dim', words.none)];
    const {first, units, count} = pageOf(state, size);
    const detail = detailOf(state, tiles, [first, units.length, count], size.columns);
    return [titleLine(words.title, detail, size.columns, theme), ...rowsOf(state, tiles, units, size, theme)];
  },
  /** Chooses the unit whose tile it is. */
  click(state, {column, line}, size) {
    const [across, down] = [Math.floor(column / pitch.columns), Math.floor((line - 1) / pitch.lines)];
    const perRow = tilesPerRow(size.columns);
    const unit = line > 0 && across < perRow ? pageOf(state, size).units[down * perRow + across] : undefined;
    return unit === undefined ? undefined : {type: 'choose-unit', unit};
  },
};

/** The units that there is room for, of which one is chosen; the place of the first of them, and how many there are. */
function pageOf(state: State, size: Size): {first: number; units: readonly number[]; count: number} {
  const order = orderedUnits(state);
  const page = perPage(size);
  const first = Math.floor(Math.max(0, order.indexOf(chosenUnit(state))) / page) * page;
  return {first, units: order.slice(first, first + page), count: order.length};
}

/** What the tiles show, in which order, and which of them. */
function detailOf(
  state: State,
  {since}: UnitTiles,
  [first, shown, count]: readonly [number, number, number],
  columns: number,
): string {
  const isStart = since === undefined && networkAt(state)?.step === 0;
  const weights = isStart ? words.what.startWeights : words.what.weights;
  const what = since === undefined ? weights : fill(words.what.change, {step: since});
  const brief = words.brief[since === undefined ? 'weights' : 'change'];
  const values = {what, brief, order: words.orders[state.units.order], first: first + 1, last: first + shown, count};
  const texts = words.detail.map(text => fill(text, values));
  return fit([...texts, ''], columns - words.title.length - 4);
}

/** Rows of tiles, each with a line of names below it. */
function rowsOf(state: State, tiles: UnitTiles, units: readonly number[], {columns}: Size, theme: Theme): string[] {
  const perRow = tilesPerRow(columns);
  const rows = Array.from({length: Math.ceil(units.length / perRow)}, (_, row) =>
    units.slice(row * perRow, (row + 1) * perRow),
  );
  const shares = unitShares(state)?.shares;
  return rows.flatMap(row => {
    const drawn = row.map(unit => tileLines(tiles, unit, shares?.[unit] === 0, theme));
    const lines = Array.from({length: tileSize.lines}, (_, line) => drawn.map(each => each[line] ?? '').join(' '));
    return [...lines, row.map(unit => label(state, unit, theme)).join('')];
  });
}

/** A tile; that of a unit that is at 0 for every digit is dark. */
function tileLines({values, strongest, lit}: UnitTiles, unit: number, isDark: boolean, theme: Theme): string[] {
  const {columns, lines} = tileSize;
  if (isDark) return new Array<string>(lines).fill(' '.repeat(columns));
  const own = values.subarray(unit * inputSize, (unit + 1) * inputSize);
  return weightTile({values: own, strongest, lit}, columns, lines, theme);
}

/** The mark of the chosen unit, its number, and its value now, its share of digits or that it is off. */
function label(state: State, unit: number, theme: Theme): string {
  const {paint} = theme;
  const {off, order} = state.units;
  const isChosen = unit === chosenUnit(state);
  const isOff = off.includes(unit);
  const share = unitShares(state)?.shares[unit];
  const value = insideOf(state)?.activations[unit];
  const said =
    order === 'share' && share !== undefined ? fill(words.marks.share, {share: Math.round(100 * share)}) : brief(value);
  const text = `${pointerTo(isChosen, theme)}${unit} ${isOff ? words.marks.off : said}`
    .slice(0, pitch.columns)
    .padEnd(pitch.columns);
  if (isChosen) return paint('accent', text);
  return isOff ? paint('notice', text) : paint('dim', text);
}

/** A value in three columns: `0`, `.37`, `2.3`, `12`. */
function brief(value: number | undefined): string {
  if (value === undefined) return '';
  if (value < 0.005) return '0';
  if (value < 0.995) return value.toFixed(2).slice(1);
  return value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}
