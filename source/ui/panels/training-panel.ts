import {type Figures, figuresOf} from '../../state/figures.js';
import {firstDigits} from '../../state/first-digits.js';
import {openRun, type Run} from '../../state/runs.js';
import {lookedAt, phaseOf} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {progressBar} from '../../text/bars.js';
import {fit} from '../../text/fit.js';
import {count, percentOf, share} from '../../text/format.js';
import {marks} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {training as words} from '../../words/en/training.js';
import {fill} from '../../words/fill.js';
import type {Panel, Size} from '../panel.js';
import {ruleTexts} from './rule-text.js';
import {beforeTraining, placeText} from './training-before.js';
import {wallTerminal} from './wall-panel.js';

/** Lines from which on the panel begins with what the accuracy means, and not with where the training is. */
const full = 6;

/** A change of fewer points is luck, and is called nothing. */
const leastChange = 0.3;

/** How good the network is, how far its training has come, and what it waits for. */
export const trainingPanel: Panel = {
  name: 'training',
  column: 'left',
  rank: 3,
  rooms: [
    {column: 'left', columns: 24, least: full, most: 9},
    {column: 'right', columns: 24, least: 3, most: full, leaves: 3},
    {column: 'right', columns: 24, least: 2, most: 2},
  ],
  draw(state, size, theme) {
    const run = openRun(state.runs);
    const figures = figuresOf(state);
    const {columns, lines} = size;
    if (run.started === undefined || run.progress === undefined) {
      const title = titleLine(words.title, words.phases[phaseOf(state)], columns, theme);
      return [title, ...beforeTraining(state, columns, theme), ...firstLine(state, columns, theme)];
    }
    const title =
      figures === undefined
        ? titleLine(words.title, words.phases[phaseOf(state)], columns, theme)
        : titleLine(share(figures.accuracy), changeText(figures.change), columns, theme);
    const good = figures === undefined ? [] : [wrongLine(figures, lookedAt(state)?.step, columns)];
    const where = whereLines(state, size, theme);
    const above = [...(lines < full ? where : [...good, ...where]), ...firstLine(state, columns, theme)];
    const model = run.ended?.model;
    const saved = model === undefined ? [] : [theme.paint('dim', placeText(words.savedIn, model, columns, theme))];
    const room = Math.max(1, lines - 1 - above.length - saved.length);
    return [title, ...above, ...briefly(ruleTexts(run), columns, room), ...saved];
  },
};

function changeText(change: number | undefined): string {
  if (change === undefined || Math.abs(change) < leastChange) return '';
  return fill(words.change, {change: `${change > 0 ? '+' : ''}${change.toFixed(1)}`});
}

/** How many are wrong; and after which step that was so, where the network has gone on since. */
function wrongLine({wrong, count: all, step}: Figures, now: number | undefined, columns: number): string {
  const values = {wrong: count(wrong), count: count(all)};
  if (step === undefined || step === now) return fill(words.wrong, values);
  const [long, brief] = words.wrongAt;
  const more = {...values, step: count(step)};
  return fit([fill(long, more), fill(brief, more)], columns);
}

/** Where the training is; of a moment that is not the newest, that one looks back, and where the training is meanwhile. */
function whereLines(state: State, {columns}: Size, theme: Theme): string[] {
  const run = openRun(state.runs);
  const {progress, started} = run;
  if (progress === undefined || started === undefined) return [];
  const step = count(progress.total);
  const lineOf = (text: typeof words.step | typeof words.live): string => {
    const [most = '', ...less] = doingTexts(state, run, columns).map(doing => fill(text, {step, doing}));
    return fit([most, ...less], columns);
  };
  const looked = lookedAt(state);
  if (looked !== undefined && !looked.isLive) {
    const [long, brief] = words.back;
    const then = {step: count(looked.step)};
    const back = theme.paint('notice', fit([fill(long, then), fill(brief, then)], columns));
    return [back, lineOf(words.live)];
  }
  return [progressLine(progress, started.lastEpoch, columns, theme), lineOf(words.step)];
}

/**
 * The pace, or why there is none; the learning rate when it was changed; the speed where there is much room. Then the same
 * ever more briefly.
 */
function doingTexts(state: State, {rates, imagesPerSecond, ended}: Run, columns: number): string[] {
  const phase = phaseOf(state);
  const {pace} = state.session;
  const rate = rates.length < 2 ? [] : [fill(words.rate, {rate: rates.at(-1)?.learningRate ?? ''})];
  const named = typeof pace === 'number' ? fill(words.paces.steps, {pace}) : words.paces[pace];
  const isEnd = phase === 'ready' && ended !== undefined;
  const doing = isEnd ? words.endings[ended.reason] : phase === 'training' ? named : words.phases[phase];
  const speed = phase !== 'training' || columns < 2 * 28 ? [] : [fill(words.speed, {speed: count(imagesPerSecond)})];
  return [[doing, ...rate, ...speed].join(', '), ...rate, doing];
}

function progressLine(
  {epoch, step, steps}: NonNullable<Run['progress']>,
  last: number,
  width: number,
  {paint, unicode}: Theme,
): string {
  const percent = percentOf(step, steps);
  const text = fill(words.epoch, {epoch, last, percent});
  const room = width - text.length - 1;
  return room < 2 ? text : `${text} ${paint('accent', progressBar(percent / 100, room, unicode))}`;
}

/** The first digits of the split as marks; no line while they are on their way, or where the wall shows them. */
function firstLine(state: State, columns: number, theme: Theme): string[] {
  const {columns: wide, rows} = state.screen;
  const hasWall = wide >= wallTerminal.columns && rows - 3 >= wallTerminal.lines;
  const digits = hasWall ? [] : firstDigits(state);
  if (digits.length === 0) return [];
  const values = {count: digits.length, right: digits.filter(({isRight}) => isRight).length};
  const plain = '.'.repeat(digits.length);
  const text = words.first.find(each => fill(each, {...values, marks: plain}).length <= columns) ?? '{marks}';
  return [fill(text, {...values, marks: marks(digits, theme)})];
}

/** The first of some texts that fits into so many lines. */
function briefly(texts: readonly string[], columns: number, room: number): string[] {
  const wrapped = texts.map(text => wrap(text, columns));
  return wrapped.find(lines => lines.length <= room) ?? wrapped.at(-1) ?? [];
}
