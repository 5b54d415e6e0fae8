import {chosenDigit, labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {digitPicture, pictureSizes, sizeWithin} from '../../text/digit-picture.js';
import {titleLine} from '../../text/title.js';
import {splitNames, digit as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';

const {double, normal, half} = pictureSizes;
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
    const shown = sizeWithin(size);
    const title = titleLine(
      fill(words.title, {split: splitNames[split], index}),
      shown === half ? '' : label,
      size.columns,
      theme,
    );
    const indent = ' '.repeat(Math.floor((size.columns - shown.columns) / 2));
    const lines = chosen === undefined ? [] : digitPicture(chosen.pixels, art, shown, theme);
    return [title, ...lines.map(line => `${indent}${line}`)];
  },
};

/** `label 7`; a long name stands alone, for the room. */
function labelText(state: State, label: number | undefined): string {
  if (label === undefined) return '';
  const name = labelName(state, label);
  const {split, index} = state.choice;
  const own = state.session.data[split]?.ownLabels?.[index] ?? label;
  if (own !== label) return fill(words.falseLabel, {label: name, own: labelName(state, own)});
  return name.length > 8 ? name : fill(words.label, {label: name});
}
