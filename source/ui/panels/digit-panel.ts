import {chosenDigit, labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {digitPicture, pictureSizes, sizeWithin} from '../../text/digit-picture.js';
import {titleLine} from '../../text/title.js';
import {splitNames, digit as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';
import {indentOf, pictureRooms} from './picture-rooms.js';

/** The chosen digit: split, index and label, then the image. */
export const digitPanel: Panel = {
  name: 'digit',
  column: 'left',
  rank: 1,
  rooms: pictureRooms({columns: 184, lines: 46}),
  draw(state, size, theme) {
    const {split, index, art} = state.choice;
    const chosen = chosenDigit(state);
    const label = chosen === undefined ? words.loading : labelText(state, chosen.label);
    const shown = sizeWithin(size);
    const title = titleLine(
      fill(words.title, {split: splitNames[split], index}),
      shown === pictureSizes.half ? '' : label,
      size.columns,
      theme,
    );
    const indent = ' '.repeat(indentOf(size));
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
