import {type Figures, figuresOf} from '../../state/figures.js';
import {firstDigits} from '../../state/first-digits.js';
import {savePlace} from '../../state/lesson.js';
import {openRun, type Run} from '../../state/runs.js';
import {lookedAt, phaseOf} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {progressBar} from '../../text/bars.js';
import {fit, fitFilled} from '../../text/fit.js';
import {count, percentOf, share} from '../../text/format.js';
import {marks} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import type {Pace} from '../../training/pace.js';
import {counted, fill} from '../../words/fill.js';
import {training as words} from '../../words/training.js';
import type {Panel, Size} from '../panel.js';
import {briefly} from './briefly.js';
import {endedLines} from './ended-lines.js';
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
    if (run.started === undefined || (run.progress === undefined && !hasRunAway(state))) {
      const title = titleLine(words.title, words.phases[phaseOf(state)], columns, theme);
      return [title, ...beforeTraining(state, columns, theme), ...firstLine(state, columns, theme)];
    }
    const looked = lookedAt(state);
    const title = titleLine(...titleTexts(state, figures, lines), columns, theme);
    const good =
      figures === undefined || lines < full
        ? []
        : [wrongLine(figures, looked?.step, words.ofWrong[state.choice.split], columns)];
    const first = firstLine(state, columns, theme);
    const saved = savedLine(state, columns, theme);
    const room = lines - 1 - good.length - first.length - saved.length;
    if (run.ended !== undefined && phaseOf(state) === 'ready' && looked?.isLive !== false) {
      return [title, ...good, ...endedLines(state, run.ended, columns, room), ...first, ...saved];
    }
    const where = whereLines(state, size, theme);
    const rule = briefly(ruleTexts(run), columns, Math.max(1, room - where.length));
    return [title, ...good, ...where, ...first, ...rule, ...saved];
  },
};

/** How good the network is; or that this is being found, or what the dashboard is at. */
function titleTexts(state: State, figures: Figures | undefined, lines: number): readonly [title: string, more: string] {
  const looked = lookedAt(state);
  if (figures === undefined) {
    const isCounted = state.units.off.length > 0 || looked?.isLive === false;
    return isCounted ? words.counting : [words.title, words.phases[phaseOf(state)]];
  }
  const {accuracy, change, step} = figures;
  const isOld = lines < full && step !== undefined && step !== looked?.step;
  return [share(accuracy), isOld ? fill(words.at, {step: count(step)}) : changeText(change)];
}

/** Whether the run is over because its loss ran away: in its first epoch it is back at its beginning. */
const hasRunAway = (state: State): boolean =>
  openRun(state.runs).ended?.reason === 'diverged' && phaseOf(state) === 'ready';

/** Where a run that has ended is saved, if it is. */
function savedLine(state: State, columns: number, theme: Theme): string[] {
  const {ended} = openRun(state.runs);
  if (ended === undefined || (ended.model === undefined && savePlace(state) !== undefined)) return [];
  const {model} = ended;
  return [theme.paint('dim', model === undefined ? words.keepsNone : placeText(words.savedIn, model, columns, theme))];
}

function changeText(change: number | undefined): string {
  if (change === undefined || Math.abs(change) < leastChange) return '';
  return fill(words.change, {change: `${change > 0 ? '+' : ''}${change.toFixed(1)}`});
}

/** How many are wrong; and after which step that was so, where the network has gone on since. */
function wrongLine(
  {wrong, count: all, step}: Figures,
  now: number | undefined,
  of: (typeof words.ofWrong)['test' | 'train'],
  columns: number,
): string {
  const values = {wrong: count(wrong), count: count(all)};
  if (step === undefined || step === now) return fill(of.wrong, values);
  return fitFilled(of.at, {...values, step: count(step)}, columns);
}

/** Where the training is; of a moment that is not the newest, that one looks back, and where the training is meanwhile. */
function whereLines(state: State, {columns}: Size, theme: Theme): string[] {
  const run = openRun(state.runs);
  const {progress, started} = run;
  if (progress === undefined || started === undefined) return [];
  const step = count(progress.total);
  const lineOf = (text: typeof words.step | typeof words.live): string => {
    const texts = doingTexts(state, run, columns).map(doing => fill(text, {step, doing}));
    return fit(texts, columns);
  };
  const looked = lookedAt(state);
  if (looked !== undefined && !looked.isLive) {
    const back = theme.paint('notice', fitFilled(words.back, {step: count(looked.step)}, columns));
    return [back, lineOf(words.live)];
  }
  return [progressLine(progress, started.lastEpoch, columns, theme), lineOf(words.step)];
}

/**
 * What is done, and at which pace; the learning rate when it was changed; the speed where there is much room. Then the
 * same ever more briefly.
 */
function doingTexts(state: State, {rates, imagesPerSecond, ended}: Run, columns: number): string[] {
  const phase = phaseOf(state);
  const rate = rates.length < 2 ? [] : [fill(words.rate, {rate: rates.at(-1)?.learningRate ?? ''})];
  const isEnd = phase === 'ready' && ended !== undefined;
  const doing = phase === 'training' ? [] : [isEnd ? words.endings[ended.reason] : words.phases[phase]];
  const paces = phase === 'training' || phase === 'paused' ? paceTexts(state.session.pace) : [];
  const speed = phase !== 'training' || columns < 2 * 28 ? [] : [fill(words.speed, {speed: count(imagesPerSecond)})];
  const lists = [
    [...doing, ...paces.slice(0, 1), ...rate, ...speed],
    [...doing, ...paces.slice(1), ...rate],
    [...doing, ...rate],
    [...doing, ...paces.slice(1)],
  ];
  return lists.filter(parts => parts.length > 0).map(parts => parts.join(', '));
}

/** A pace, and the same briefly. */
function paceTexts(pace: Pace): readonly [whole: string, briefly: string] {
  if (typeof pace !== 'number') return words.paces[pace];
  return [counted(words.paces.steps, {count: pace}), fill(words.paces.stepsBriefly, {pace})];
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
