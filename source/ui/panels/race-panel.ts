import {leaderOf, leastLead, type RacePoint, racePoints, settingsOf, shownRuns} from '../../state/race.js';
import type {Run} from '../../state/runs.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {count, duration, share, shortLoss} from '../../text/format.js';
import {ellipsis, pointerTo} from '../../text/marks.js';
import {raceChart} from '../../text/race-chart.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {counted, fill} from '../../words/fill.js';
import {runs as words} from '../../words/runs.js';
import type {Panel} from '../panel.js';
import {settingsText} from './setting-text.js';

/** The most runs that are listed, and lines from which on there is a chart. */
const [most, leastChart] = [8, 4];
/** Columns from which on the loss has room beside the accuracy. */
const withLoss = 60;

/** The runs side by side: a line each, which one leads, and a chart of all. */
export const racePanel: Panel = {
  name: 'race',
  column: 'right',
  rank: 2,
  rooms: [{column: 'right', columns: 24, least: 3, most: 99}],
  draw(state, {columns, lines}, theme) {
    const shown = shownRuns(state, most);
    if (shown.length === 0) {
      return [titleLine(words.title, '', columns, theme), theme.paint('dim', fit(words.none, columns))];
    }
    const settings = shown.map(run => settingsOf(state, run));
    const rows = shown.map((run, place) => {
      const others = settings.filter((_, other) => other !== place);
      const what = settingsText(settings[place] ?? state.form.settings, others);
      return rowOf(state, run, place, what, columns, theme);
    });
    const said = sentences(state, shown)
      .flatMap(text => wrap(text, columns, 2, ellipsis(theme)))
      .map(line => theme.paint('notice', line));
    const height = lines - 2 - rows.length - said.length;
    if (height < leastChart) return [titleLine(words.title, '', columns, theme), ...rows, ...said].slice(0, lines);
    const title = titleLine(words.title, words.chart[state.form.measure], columns, theme);
    return [title, ...rows, ...said, '', ...chartOf(state, shown, columns, height, theme)];
  },
};

/** A run in a line: its figure, how good it is, and how it is trained. */
function rowOf({runs}: State, run: Run, place: number, what: string, columns: number, theme: Theme): string {
  const points = racePoints(run);
  const last = points.at(-1);
  const loss = run.history.epochs.at(-1)?.meanTestLoss;
  const cells = [
    last === undefined ? '' : share(last.accuracy),
    ...(columns < withLoss ? [] : [loss === undefined ? '' : shortLoss(loss)]),
    count(run.progress?.total ?? 0),
    last === undefined ? '' : duration(last.seconds),
  ];
  const isOpen = run.number === runs.open;
  const text =
    `${pointerTo(isOpen, theme)}${place + 1} ${cells.map(cell => cell.padStart(6)).join(' ')}  ${what}`.slice(
      0,
      columns,
    );
  return isOpen ? theme.paint('accent', text) : text;
}

/** Which run leads, and which have died. */
function sentences(state: State, shown: readonly Run[]): string[] {
  const nameOf = (run: Run): string => String(shown.indexOf(run) + 1);
  const leader = leaderOf(shown);
  const lost = shown.flatMap(run => {
    const values = {run: nameOf(run), dead: run.noticed.dead ?? 0, units: run.hidden};
    if (run.ended?.reason === 'diverged') return [fill(words.diverged, values)];
    return run.activation === 'relu' && 2 * values.dead >= run.hidden ? [fill(words.dead, values)] : [];
  });
  if (leader === undefined) return lost;
  const {run, points, epoch, accuracy} = leader;
  if (points < leastLead) return [fill(words.noLead, {points: leastLead}), ...lost];
  const others = shown.filter(each => each !== run).map(each => settingsOf(state, each));
  const values = {
    run: nameOf(run),
    points: points.toFixed(1),
    accuracy: share(accuracy),
    epochs: counted(words.epochs, {count: epoch}),
    what: settingsText(settingsOf(state, run), others),
  };
  return [fill(words.leads, values), ...lost];
}

function chartOf(state: State, shown: readonly Run[], columns: number, height: number, theme: Theme): string[] {
  const {measure} = state.form;
  const xOf = ({step, images, seconds}: RacePoint): number => ({steps: step, images, seconds})[measure];
  const series = shown.map((run, place) => ({
    mark: String(place + 1),
    points: racePoints(run).map(point => ({x: xOf(point), accuracy: point.accuracy})),
  }));
  const ends = series.flatMap(({points}) => points.map(({x}) => x));
  const end = Math.max(0, ...ends);
  const what = fill(words.ends[measure], {end: measure === 'seconds' ? duration(end) : count(end)});
  const axis = theme.paint('dim', `${'0'.padStart(8)}${what.padStart(Math.max(0, columns - 8))}`);
  return [...raceChart(series, measure === 'seconds', columns, height - 1, theme), axis];
}
