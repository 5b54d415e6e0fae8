import {chosenDigit, labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {characterArt, halfBlocks, wholeBlocks} from '../../text/pixels.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {digit as words} from '../../words/en/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel, Size} from '../panel.js';

/** The sizes that an image is drawn at, without its title. */
const double: Size = {columns: 56, lines: 28};
const normal: Size = {columns: 28, lines: 14};
const half: Size = {columns: 14, lines: 7};
/** The width that the scores have room in below the image. */
const besideScores = 34;

/** The chosen digit: split, index and label, then the image. */
export const digitPanel: Panel = {
  name: 'digit',
  column: 'left',
  rank: 1,
  rooms: [
    {terminal: {columns: 184, lines: 46}, width: double.columns, least: 29, most: 29},
    {terminal: {columns: 100, lines: 27}, width: besideScores, least: 15, most: 15},
    {terminal: {columns: 54, lines: 17}, width: normal.columns, least: 15, most: 15},
    {width: half.columns, least: 8, most: 8},
  ],
  draw(state, size, theme) {
    const {split, index, art} = state.choice;
    const chosen = chosenDigit(state);
    const label = chosen === undefined ? words.loading : labelText(state, chosen.label);
    const shown = [double, normal].find(({columns, lines}) => columns <= size.columns && lines < size.lines) ?? half;
    const title = titleLine(fill(words.title, {split, index}), shown === half ? '' : label, size.columns, theme);
    const indent = ' '.repeat(Math.floor((size.columns - shown.columns) / 2));
    const lines = chosen === undefined ? [] : image(chosen.pixels, art, shown, theme);
    return [title, ...lines.map(line => `${indent}${line}`)];
  },
};

/** `label 7`; a long name stands alone, for the room. */
function labelText(state: State, label: number): string {
  const name = labelName(state, label);
  return name.length > 8 ? name : fill(words.label, {label: name});
}

function image(
  pixels: Uint8Array,
  art: State['choice']['art'],
  size: Size,
  {greys, unicode, background}: Theme,
): readonly string[] {
  if (art === 'ascii') return characterArt(pixels, size.columns, size.lines, false);
  if (greys === 0 || (!unicode && size !== double)) return characterArt(pixels, size.columns, size.lines, unicode);
  if (size === double) return wholeBlocks(pixels, greys, background);
  return halfBlocks(pixels, greys, size === half ? 2 : 1, background);
}
