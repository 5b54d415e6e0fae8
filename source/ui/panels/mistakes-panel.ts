import {digit} from '../../dataset/dataset.js';
import {type Mistakes, mistakesOf} from '../../state/mistakes.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {count} from '../../text/format.js';
import {gallery, type Picture, type PictureSize, picturesPerRow} from '../../text/gallery.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {mistakes as words} from '../../words/en/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel, Size} from '../panel.js';

/** Lines from which on the pictures are a line higher. */
const high = 16;

/** The mistakes of the network that is looked at, as small pictures, the widest lead of the wrong answer first. */
export const mistakesPanel: Panel = {
  name: 'mistakes',
  column: 'right',
  rank: 4,
  rooms: [{columns: 24, least: 5, most: 99}],
  draw(state, {columns, lines}, theme) {
    const mistakes = mistakesOf(state);
    if (mistakes === undefined) return [titleLine(words.title, '', columns, theme), theme.paint('dim', words.none)];
    const title = titleLine(words.title, detailOf(mistakes, columns), columns, theme);
    const size = {columns: 8, lines: lines < high ? 3 : 4};
    const pictures = shownOf(state, mistakes, perPage(size, {columns, lines: lines - 1}), theme);
    return [title, ...gallery(pictures, columns, lines - 1, size, theme)];
  },
};

/** How many there are, and of how many so far. */
function detailOf({indices, done, count: all}: Mistakes, columns: number): string {
  const values = {mistakes: count(indices.length), done: count(done), count: count(all)};
  const [long, brief] = done < all ? words.soFar : words.of;
  return fit([fill(long, values), fill(brief, values)], columns - words.title.length - 4);
}

/** How many pictures there is room for. */
const perPage = (size: PictureSize, {columns, lines}: Size): number =>
  Math.max(1, picturesPerRow(columns, size) * Math.floor(lines / (size.lines + 1)));

/** The page of pictures that the chosen digit is on, else the first. */
function shownOf(state: State, {indices, found}: Mistakes, page: number, theme: Theme): Picture[] {
  const {split, index: chosen} = state.choice;
  const data = state.session.data[split];
  if (data === undefined) return [];
  const first = Math.floor(Math.max(0, indices.indexOf(chosen)) / page) * page;
  return Array.from(indices.subarray(first, first + page), index => {
    const mark = index === chosen ? (theme.unicode ? '▸' : '>') : theme.unicode ? '✗' : '-';
    const caption = `${mark} ${found.answers[index]} (${data.labels[index]})`;
    return {pixels: digit(data, index), caption, role: index === chosen ? 'accent' : 'bad'};
  });
}
