import {worded} from '../../dataset/dataset.js';
import {activations as functions} from '../../network/activations.js';
import {chosenUnit, type Inside, insideOf} from '../../state/inside.js';
import {openRun} from '../../state/runs.js';
import {labelName, networkAt} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {unitShares} from '../../state/unit-shares.js';
import {unitTiles} from '../../state/unit-tiles.js';
import {fit, fitFilled} from '../../text/fit.js';
import {count} from '../../text/format.js';
import {keep, wrapKept} from '../../text/keep.js';
import {ellipsis} from '../../text/marks.js';
import {roundedParts, signed} from '../../text/parts.js';
import {signsOf} from '../../text/signed-cells.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {prediction} from '../../words/digits.js';
import {counted, fill} from '../../words/fill.js';
import {units as words} from '../../words/units.js';
import type {Panel} from '../panel.js';
import {bothColumns} from './picture-panel.js';
import {costText} from './unit-cost.js';

/** Columns of each of the ten output weights. */
const cell = 5;

/** How many units are named in the sum. */
const named = 5;

/** The chosen unit: what it is at, where ink makes it larger, what it adds to which score, and the lead as a sum. */
export const unitPanel: Panel = {
  name: 'unit',
  column: 'left',
  rank: 2,
  rooms: [
    {column: 'left', columns: bothColumns, least: 11, most: 12},
    {column: 'right', columns: 10 * cell, least: 10, most: 11, leaves: 11},
    {column: 'right', columns: 30, least: 11, most: 13, leaves: 6},
  ],
  draw(state, {columns, lines}, theme) {
    const unit = chosenUnit(state);
    const inside = insideOf(state);
    const title = fill(words.unit, {unit});
    if (inside === undefined) return [titleLine(title, '', columns, theme), theme.paint('dim', words.none)];
    const detail = fit(nowTexts(state, inside, unit), columns - title.length - 4);
    const {predicting} = state.choice;
    const above = [
      titleLine(title, detail, columns, theme),
      caption(state, columns, theme),
      ...(predicting ? wrap(addsText(state, inside, unit), columns, 2, ellipsis(theme)) : []),
      ...outputWeights(state, unit, columns, theme),
    ];
    const [sum, parts] = leadTexts(state, inside, columns);
    const lead = predicting ? [sum, ...wrapKept(parts, columns)] : [theme.paint('dim', prediction.toPredict)];
    const main = [...above, ...lead];
    const role = state.units.off.length > 0 ? 'notice' : 'dim';
    const cost = wrapKept(costText(state, theme), columns).map(line => theme.paint(role, line));
    const isRoom = lines > main.length + cost.length && words.notOneDigit.length <= columns;
    const spare = isRoom ? [theme.paint('dim', words.notOneDigit)] : [];
    return [...main.toSpliced(above.length, 0, ...spare), ...cost];
  },
};

/** What stands beside its name: its value, and how many digits it answers. */
function nowTexts(state: State, {activations}: Inside, unit: number): readonly string[] {
  const found = unitShares(state);
  const share = found?.shares[unit];
  const value = (activations[unit] ?? 0).toFixed(2);
  const {level} = functions[openRun(state.runs).activation];
  const values = {value, level, share: Math.round(100 * (share ?? 0)), digits: count(found?.of ?? 0)};
  const data = state.session.data[state.choice.split];
  const isOff = state.units.off.includes(unit);
  const texts = isOff
    ? words.offNow
    : share === 0 && level === 0
      ? words.dark
      : share === undefined
        ? words.now.slice(2)
        : words.now;
  return texts.map(text => worded(fill(text, values), data));
}

/** What the two colours of its tile say. */
function caption(state: State, columns: number, theme: Theme): string {
  const {more, less} = theme.greys > 0 && theme.unicode ? words.colours : signsOf(theme);
  const since = unitTiles(state)?.since;
  const texts = since === undefined ? words.caption.weights : words.caption.change;
  const text = fitFilled(texts, {more, less, step: since ?? 0}, columns);
  return text.replace(more, theme.paint('more', more)).replace(`${less}:`, `${theme.paint('less', less)}:`);
}

/** The trained output weight of a unit to a digit. */
function outputWeight(state: State, unit: number, digit: number): number {
  const weights = networkAt(state)?.weights;
  return weights?.outputWeight[digit * weights.hiddenBias.length + unit] ?? 0;
}

/** What it adds to the answer's score and to the runner-up's. */
function addsText(state: State, {activations, lead: {answer, runnerUp}}: Inside, unit: number): string {
  const value = activations[unit] ?? 0;
  if (value === 0) return words.addsNothing;
  if (state.units.off.includes(unit)) return words.addsOff;
  const adds = (digit: number): string => partText(value * outputWeight(state, unit, digit));
  const [first, second] = [labelName(state, answer), labelName(state, runnerUp)];
  return fill(words.adds, {answer: adds(answer), runnerUp: adds(runnerUp), first, second});
}

/** A part of a score or of a lead: `+0.73`, `-0.11`, `0.00`. */
const partText = (value: number): string => (Math.round(100 * value) === 0 ? '0.00' : signed(value));

/** Its ten output weights below the digits that they go to, where there is room. */
function outputWeights(state: State, unit: number, columns: number, {paint}: Theme): string[] {
  if (columns < 10 * cell) return [];
  const digits = Array.from({length: 10}, (_, digit) => digit);
  const head = digits.map(digit => fill(words.to, {digit}).padStart(cell)).join('');
  const weights = digits.map(digit => {
    const value = outputWeight(state, unit, digit);
    const text = briefWeight(value);
    return `${' '.repeat(cell - text.length)}${text === '.00' ? text : paint(value > 0 ? 'more' : 'less', text)}`;
  });
  return [paint('dim', head), weights.join('')];
}

/** A weight in four columns: `+.37`, `-1.2`, `.00`. */
function briefWeight(value: number): string {
  const size = Math.abs(value);
  if (size < 0.005) return '.00';
  const digits = size < 0.995 ? size.toFixed(2).slice(1) : size.toFixed(size < 9.95 ? 1 : 0);
  return `${value < 0 ? '-' : '+'}${digits}`;
}

/** The lead of the answer over the runner-up, and the parts that it is the sum of, as they are shown. */
function leadTexts(state: State, {lead}: Inside, columns: number): [sum: string, parts: string] {
  const [main, others] = [lead.units.slice(0, named), lead.units.slice(named)];
  const rest = others.reduce((sum, {part}) => sum + part, 0);
  const parts = [...main.map(({part}) => part), rest, lead.biases];
  const sum = parts.reduce((all, part) => all + part, 0);
  const shown = roundedParts(parts, sum, 2).map(partText);
  const values = {
    first: labelName(state, lead.answer),
    second: labelName(state, lead.runnerUp),
    lead: (Math.round(100 * sum) / 100).toFixed(2),
  };
  const texts = main.map(({unit}, place) =>
    fill(place === 0 ? words.parts.unit : words.parts.other, {unit, part: shown[place] ?? ''}),
  );
  const restText = counted(words.others, {count: others.length, part: shown.at(-2) ?? ''});
  const biases = fill(words.parts.biases, {part: shown.at(-1) ?? ''});
  const all = [...texts, ...(others.length === 0 ? [] : [restText]), biases];
  return [fitFilled(words.lead, values, columns), all.map(keep).join(', ')];
}
