import {evaluationOf} from '../../state/evaluations.js';
import {isLessonOpen} from '../../state/lesson.js';
import {type ViewName, viewNames} from '../../state/screen.js';
import {lookedAt} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {count, share} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {unitNames} from '../../text/unit-names.js';
import {fill} from '../../words/fill.js';
import {views as names, screen as words} from '../../words/screen.js';

/** The name of the program at the head of the screen. */
const title = ' mnist-tui ';

/** The tab of a view: its key, and its name where there is room or it is shown. */
export type Tab = {readonly view: ViewName; readonly text: string; readonly left: number};

/**
 * Columns from which on every tab has its name: more while something stands behind them, the moment that is looked at or
 * what takes its time.
 */
const withNames = {alone: 80, beside: 92};

/** Columns between two tabs: of small terminals there are few. */
const gapOf = ({screen: {columns}}: State): number => (columns >= withNames.beside ? 2 : 1);

/** Whether every tab has its name: where there is room for that, and for what stands behind them. */
function areNamed(state: State): boolean {
  const {columns} = state.screen;
  const {looking} = state.runs;
  const {waitsFor, dataset} = state.session.status;
  const waits = waitsFor !== undefined || dataset === undefined;
  if (columns < withNames[waits || looking !== undefined ? 'beside' : 'alone']) return false;
  const wide = viewNames.reduce((sum, view) => sum + names[view].length + 2 + gapOf(state), title.length);
  return wide + behind(state).length <= columns;
}

/** The tabs behind the program's name, from left to right. */
function tabs(state: State): Tab[] {
  const {view: shown} = state.screen;
  const isWide = areNamed(state);
  let left = title.length + 1;
  return viewNames.map((view, index) => {
    const isNamed = isWide || view === shown;
    const tab = {view, text: isNamed ? `${index + 1} ${names[view]}` : String(index + 1), left};
    left += tab.text.length + gapOf(state);
    return tab;
  });
}

/** The view whose tab stands at a column of the first line. */
export function tabAt(state: State, column: number): ViewName | undefined {
  return tabs(state).find(({left, text}) => column >= left && column < left + text.length)?.view;
}

/**
 * The program's name, the tabs, the shown one marked, the moment that is looked at where it is not the newest, and which
 * units are off: as text and as wide as it is.
 */
export function headText(state: State, {paint}: Theme): {readonly text: string; readonly width: number} {
  const all = tabs(state);
  const {view: shown, columns} = state.screen;
  const painted = all.map(({view, text}) => paint(view === shown ? 'title' : 'dim', text));
  const last = all.at(-1);
  const left = last === undefined ? title.length : last.left + last.text.length;
  const without = behind(state, columns - left);
  const moment = fit(momentTexts(state), columns - left - without.length);
  return {
    text: `${paint('inverse', title)} ${painted.join(' '.repeat(gapOf(state)))}${paint('notice', `${moment}${without}`)}`,
    width: left + moment.length + without.length,
  };
}

const gapped = (text: string): string => `  ${text}`;

/** That a view shows the lesson's run, and not the user's. */
function lessonText(state: State, room: number): string {
  if (!isLessonOpen(state) || state.screen.view === 'lesson') return '';
  const [long, brief] = words.ofLesson;
  return fit([gapped(long), ` ${brief}`, ''], room);
}

/** What always stands behind the tabs: that it is the lesson's run, which run of a race, and the units that are off. */
function behind(state: State, room = Number.POSITIVE_INFINITY): string {
  const {off} = state.units;
  const rest = `${laneText(state)}${off.length === 0 ? '' : gapped(fill(words.off, {units: unitNames(off)}))}`;
  return `${lessonText(state, room)}${rest}`;
}

/** Which run of a race is looked at, by its number among those that are listed. */
function laneText({runs: {race, open}}: State): string {
  const place = race.indexOf(open);
  return place < 0 || race.length === 1 ? '' : gapped(fill(words.lane, {run: place + 1, runs: race.length}));
}

/** The moment that is looked at where it is not the newest, with its accuracy once that is there; the same more briefly. */
function momentTexts(state: State): [string, ...string[]] {
  const looked = lookedAt(state);
  if (looked === undefined || looked.isLive) return [''];
  const accuracy = evaluationOf(state)?.accuracy;
  const step = count(looked.step);
  const named = fill(words.moment.step, {step});
  const brief = [gapped(named), ` ${named}`, ` ${fill(words.moment.brief, {step})}`] as const;
  return accuracy === undefined
    ? [...brief]
    : [gapped(fill(words.moment.accuracy, {step, accuracy: share(accuracy)})), ...brief];
}
