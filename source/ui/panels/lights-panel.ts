import {activations} from '../../network/activations.js';
import {openRun} from '../../state/runs.js';
import {unitShares} from '../../state/unit-shares.js';
import {fitFilled} from '../../text/fit.js';
import {count} from '../../text/format.js';
import {lights} from '../../text/lights.js';
import {titleLine} from '../../text/title.js';
import {lights as words} from '../../words/digits.js';
import type {Panel} from '../panel.js';

/** The hidden units as lights: bright where they answer many digits, dark where they answer none. */
export const lightsPanel: Panel = {
  name: 'lights',
  column: 'left',
  rank: 5,
  rooms: [
    {column: 'left', terminal: {columns: 184, lines: 46}, least: 4, most: 4},
    {column: 'right', columns: 64, least: 2, most: 2, leaves: 6},
    {column: 'right', columns: 43, least: 3, most: 3, leaves: 7},
  ],
  draw(state, {columns, lines}, theme) {
    const found = unitShares(state);
    if (found === undefined) return [titleLine(words.title, '', columns, theme), theme.paint('dim', words.none)];
    const {activation} = openRun(state.runs);
    const {level} = activations[activation];
    const values = {dead: count(found.dead), count: count(found.shares.length), digits: count(found.of), level};
    const texts = activation === 'relu' ? words.dead : words.bright;
    const detail = fitFilled(texts, values, columns - words.title.length - 4);
    return [titleLine(words.title, detail, columns, theme), ...lights(found.shares, columns, lines - 1, theme)];
  },
};
