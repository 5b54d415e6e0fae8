import {chosenDigit} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {markedPicture, pictureSizes, sizeWithin} from '../../text/digit-picture.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {drawing as words} from '../../words/drawing.js';
import {counted} from '../../words/fill.js';
import type {Panel} from '../panel.js';
import {flipMarks} from './flip-marks.js';

const {normal, half} = pictureSizes;
/** Columns between the picture and the words beside it, and how many the words want at least and can use at most. */
const [gap, leastWords, mostWords] = [2, 20, 40];

/** What the network sees of the drawing, and what has become of it. */
export const seesPanel: Panel = {
  name: 'sees',
  column: 'right',
  rank: 4,
  rooms: [
    {columns: normal.columns, least: normal.lines + 1, most: normal.lines + 1},
    {columns: 24, least: half.lines + 1, most: half.lines + 1},
  ],
  draw(state, {columns, lines}, theme) {
    const title = titleLine(words.sees, '', columns, theme);
    const pixels = chosenDigit(state)?.pixels;
    if (pixels === undefined) return [title, ...startLines(state, columns).map(line => theme.paint('dim', line))];
    const shown = sizeWithin({columns: Math.min(columns, normal.columns), lines});
    const picture = markedPicture(pixels, flipMarks(state), state.choice.art, shown, theme);
    const room = Math.min(mostWords, columns - shown.columns - gap);
    const {drawing, session} = state;
    const isAsDrawn = pixels === drawing.pixels;
    const text = isAsDrawn ? words.exact : session.data.test?.isScrambled ? words.scrambled : words.prepared;
    const beside = room < leastWords ? [] : wrap(text, room);
    return [title, ...picture.map((line, place) => `${line}${besideLine(beside[place], theme)}`)];
  },
};

const besideLine = (text: string | undefined, {paint}: Theme): string =>
  text === undefined ? '' : `${' '.repeat(gap)}${paint('dim', text)}`;

/** How to begin where nothing is drawn. */
function startLines({drawing: {kept = []}}: State, columns: number): string[] {
  const others = kept.length === 0 ? [] : [counted(words.keptHere, {count: kept.length})];
  return [words.start, ...others].flatMap(text => wrap(text, columns));
}
